"""What was typed and not sent off outlives the program, never the contact."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.commands.contacts import finish, park
from db.commands.drafts import drop_draft, keep_draft
from db.engine import Database, open_engine
from db.models import Draft
from db.queries.drafts import drafts_of
from db.rules.member_words import Procedure
from tests.contact_factories import STARTED, add_contact
from tests.db.contact_help import COUNTER, refused
from tests.db.race import at_once

CHANGE = Procedure.CHANGE


@pytest.fixture
def kept(database, contact_id):
    def read():
        with database.reading() as session:
            return drafts_of(session, contact_id)

    return read


def test_each_form_has_its_own_draft_and_the_last_one_counts(act, contact_id, kept):
    act(keep_draft, contact_id, form=CHANGE, content={"email": "h"})
    act(keep_draft, contact_id, form=CHANGE, content={"email": "hanako", "kana": ""})
    act(keep_draft, contact_id, form=Procedure.WITHDRAW, content={})
    assert kept() == {CHANGE: {"email": "hanako", "kana": ""}, Procedure.WITHDRAW: {}}


def test_a_draft_survives_parking_and_the_program(act, contact_id, database_url):
    act(keep_draft, contact_id, form=CHANGE, content={"name": "𠮷田 葛\U000e0100"})
    act(park, contact_id)
    later = Database(open_engine(database_url))
    with later.reading() as session:
        assert drafts_of(session, contact_id) == {CHANGE: {"name": "𠮷田 葛\U000e0100"}}
    later.dispose()


def test_what_was_sent_off_or_dropped_is_gone(act, contact_id, kept):
    act(keep_draft, contact_id, form=CHANGE, content={"email": "h"})
    for _ in range(2):
        act(drop_draft, contact_id, form=CHANGE)
    assert kept() == {}


def test_secrets_are_not_kept(database, act, contact_id, kept):
    secrets = {"password": "カナリア", "new_password": "カナリア", "secret_answer": "カナリア"}
    act(keep_draft, contact_id, form=CHANGE, content=secrets | {"email": "h"})
    assert kept() == {CHANGE: {"email": "h"}}
    with database.reading() as session:
        assert "カナリア" not in session.scalars(select(Draft.content)).one()


def test_too_much_is_told_and_the_last_draft_stays(act, contact_id, kept):
    act(keep_draft, contact_id, form=CHANGE, content={"email": "h"})
    much = {"email": "水" * 20_000}
    refused(act, keep_draft, contact_id, form=CHANGE, content=much, code="draft.too_long")
    assert kept() == {CHANGE: {"email": "h"}}


def test_two_windows_keep_the_same_form_at_once(database, by, contact_id, kept):
    def keeping(text):
        content = {"form": CHANGE, "content": {"email": text}}
        return lambda session: keep_draft(session, contact_id, **content, by=by, now=STARTED)

    assert at_once(database, keeping("a"), keeping("b"), keeping("c")) == [None] * 3
    assert kept()[CHANGE]["email"] in {"a", "b", "c"}


def test_nobody_writes_into_anothers_or_an_ended_contact(database, act, contact_id):
    form = {"form": CHANGE}
    with database.writing() as session:
        anothers = add_contact(session)
    refused(act, keep_draft, anothers, **form, content={}, code="permission.denied")
    refused(act, drop_draft, anothers, **form, code="permission.denied")
    act(finish, contact_id, wrap_up=COUNTER)
    refused(act, keep_draft, contact_id, **form, content={}, code="contact.ended")


HOSTILE = st.text(st.one_of(st.characters(), st.characters(categories=["Cs", "Cc", "Cf"])))


@given(HOSTILE)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_typed_is_kept(act, contact_id, kept, text):
    act(keep_draft, contact_id, form=CHANGE, content={"email": text})
    # two halves of a pair that stand together are a character
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert kept() == {CHANGE: {"email": whole}}
