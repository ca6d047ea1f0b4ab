"""What only the customer may know is in no row, no event, no mail, no log and no error."""

from __future__ import annotations

import logging

import pytest
from sqlalchemy import text

from db.commands.member_changes import Changes, change_member, set_password
from db.commands.member_recovery import reset_by_letter, reset_by_mail
from db.commands.member_withdrawal import withdraw
from db.errors import RuleBroken
from db.guard.member_secrets import (
    prepare_answer,
    prepare_one_time,
    prepare_password,
    try_answer,
)
from db.models import Base
from db.rules.contact_words import Channel
from db.rules.member_words import SecretQuestion, WithdrawalReason
from tests.db.member_desk import MemberDesk

PASSWORDS = ("canaria-no-uta-7q", "カナリアの別の歌", "カナリア" * 7)
ANSWERS = ("ひみつのかなりあ", "しろいかなりあ", "まちがいかなりあ")


@pytest.fixture
def desk(database, clock):
    return MemberDesk(database, clock)


def whole(database):
    """Every cell of every table, as text."""
    with database.reading() as session:
        for table in Base.metadata.tables:
            for row in session.execute(text(f'SELECT * FROM "{table}"')):
                yield from map(str, row)


def prepared(desk, password, member_id=None):
    return prepare_password(
        desk.database, password, login_id="hanako1", member_id=member_id, cost=4
    )


def try_(desk, member_id, answer):
    counter = {"contact_id": desk.contact_id, "channel": Channel.COUNTER}
    facts = {"by": desk.by, "now": desk.clock()} | counter
    return try_answer(desk.database, member_id, answer, **facts)


def test_no_secret_is_found_anywhere_after_a_whole_life(desk, caplog):
    caplog.set_level(logging.DEBUG)
    answer = prepare_answer(SecretQuestion.FIRST_PET, ANSWERS[0], cost=4)
    member_id = desk.register(password=prepared(desk, PASSWORDS[0]), answer=answer).member_id
    told = [repr(prepared(desk, PASSWORDS[2]))]
    assert not try_(desk, member_id, ANSWERS[2]).passed
    assert try_(desk, member_id, ANSWERS[0]).passed
    desk.do(set_password, member_id, prepared(desk, PASSWORDS[1], member_id))
    other = prepare_answer(SecretQuestion.FIRST_SCHOOL, ANSWERS[1], cost=4)
    changes = Changes(answer=other)
    desk.do(change_member, member_id, changes, version=desk.version(member_id))
    desk.do(reset_by_mail, member_id)
    one_time = prepare_one_time(cost=4)
    letter = desk.do(reset_by_letter, member_id, prepared=one_time)
    with pytest.raises(RuleBroken) as broken:
        try_(desk, member_id, ANSWERS[1] * 9)
    told += [repr(each) for each in (answer, changes, one_time, letter, broken.value.facts)]
    canaries = (*PASSWORDS, *ANSWERS, one_time.password)
    everything = "\n".join([*whole(desk.database), *told, caplog.text])
    assert [canary for canary in canaries if canary in everything] == []
    assert "$2b$" not in "\n".join([*told, caplog.text])


def test_no_hash_is_left_of_who_was_erased(desk):
    member_id = desk.register().member_id
    assert any("$2b$" in cell for cell in whole(desk.database))
    version, reason = desk.version(member_id), WithdrawalReason.SECURITY
    desk.do(withdraw, member_id, version=version, reason=reason, explained=True)
    assert not any("$2b$" in cell for cell in whole(desk.database))
