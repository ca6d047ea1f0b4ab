"""Every field of every procedure, given what nobody is called: told there, kept, not stored."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import func, select

from db.models import Base
from db.rules.member_words import Procedure
from db.rules.words import Role
from desktop.procedure_host import FORMS
from desktop.screens.procedures.frame import ProcedureFrame, Step
from desktop.widgets.field import PasswordField, TextField
from tests.desktop.procedure_help import drafts, open_case
from tests.factories import add_contract
from tests.member_factories import add_member

HOSTILE = {
    "empty": "",
    "blank": " \u3000 ",
    "too long": "永" * 3000,
    "wrong kind": "☃ <b>?</b> ' OR 1=1 --",
    "full-width": "ＡＢＣ１２３＠ｅｘａｍｐｌｅ．ｊｐ",
    "half-width kana": "ﾔﾏﾀﾞ ﾊﾅｺ",
    "line breaks": "一行目\r\n二行目\u2028三行目",
    "control": "ab\x07\x1b[31mc",
    "bidi": "abc\u202egpj.exe",
    "zero width": "a\u200bb\ufeffc",
    "nul": "ab\0cd",
    "lone surrogate": "ab\ud83dcd",
    "emoji": "👨‍👩‍👧",
    "rare": "𠮷野家 葛󠄀城",
}
LONGEST = 2500
ERROR_NUMBER = re.compile("[0-9A-F]{6}")
INVISIBLE = set("\0\x07\x1b\r\n\u2028\u202e\u200b\ufeff\ud83d")


def counted(desk):
    """How many rows stand in each table, drafts and what is read besides."""
    grows = {"draft", "audit_event"}
    with desk.database.reading() as session:
        return {
            name: session.scalar(select(func.count()).select_from(table))
            for name, table in Base.metadata.tables.items()
            if name not in grows
        }


@pytest.fixture
def open_form(desk_for, show, qtbot):
    def open_form(procedure):
        desk = desk_for(Role.SUPERVISOR)
        case = open_case(desk)
        if procedure not in (Procedure.REGISTER, Procedure.HOLD, Procedure.PROTECT):
            with desk.database.writing() as session:
                customer_id = case.head.customer_id
                places = (case.contract_id, add_contract(session, customer_id))
                add_member(session, customer_id, contract_ids=places)
        frame = show(ProcedureFrame(desk, FORMS[procedure](desk, case)))
        frame.resize(1178, 620)
        qtbot.waitUntil(lambda: frame.step is Step.INPUT, timeout=5000)
        return frame

    return open_form


def edits(form):
    return {
        key: field
        for key, field in form.fields.items()
        if isinstance(field, TextField) and not isinstance(field, PasswordField)
    }


def found(frame, key, field, text):
    """What is wrong with how the form takes a text at one of its fields."""
    field.edit.setText(text)
    typed = field.text()
    frame.proceed()
    told = field.error()
    words = [fault.words for fault in frame.input.summary.faults() if fault.at is field.editor]
    after = field.text()
    if frame.step is Step.CHECK:
        shown = "".join(line.value for line in frame.form.summary())
        frame.go_back()
        if told:
            yield "told, and gone on"
        if INVISIBLE & set(shown) or len(shown) > LONGEST:
            yield f"goes on with {shown[:40]!r}"
    elif words != ([told] if told else []):
        yield f"{told!r} at the field, {words} above"
    elif not told and (INVISIBLE & set(after) or len(after) > LONGEST):
        yield f"nothing told of {after[:40]!r}"
    if told and after.strip() != typed.strip():
        yield f"{typed[:40]!r} became {after[:40]!r}"
    if ERROR_NUMBER.search(told):
        yield told


@pytest.mark.parametrize("procedure", FORMS, ids=str)
def test_what_nobody_is_called_is_told_at_the_field(open_form, procedure, qtbot):
    frame = open_form(procedure)
    desk = frame.form.desk
    before, wrong = counted(desk), []
    if "email" in frame.form.fields:  # else nothing is told of the second one
        frame.form.email.edit.setText("another@example.jp")
    for key, field in edits(frame.form).items():
        kept = field.text()
        for name, text in HOSTILE.items():
            wrong += [(key, name, fault) for fault in found(frame, key, field, text)]
        field.edit.setText(kept)
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    assert wrong == []
    assert counted(desk) == before


@pytest.mark.parametrize("name", ["nul", "lone surrogate", "bidi", "too long", "line breaks"])
def test_a_draft_keeps_every_text(open_form, qtbot, name):
    frame = open_form(Procedure.REGISTER)
    frame.form.address.edit.setText(HOSTILE[name])
    typed = frame.form.address.text()
    with qtbot.waitSignal(frame.closed):
        frame.go_back()
    assert drafts(frame)[Procedure.REGISTER]["address"] == typed
