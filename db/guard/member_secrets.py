"""What a customer types themself: hashed and compared while no session is open.

Each bcrypt takes a quarter of a second, and SQLite has one writer; so the database is asked
before, and told afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.commands.member_secrets import (
    COST,
    PreparedAnswer,
    PreparedOneTime,
    PreparedPassword,
    answer_fits,
    hash_answer,
    hash_member_password,
    make_one_time_password,
    was_used,
)
from db.commands.secret_answers import answer_passed, take_try
from db.queries.member_passwords import remembered_hashes
from db.rules import member_fields
from db.rules.member_passwords import REUSED, member_problems
from db.rules.secret_answer import judged

if TYPE_CHECKING:
    import datetime as dt

    from db.commands.audit import Actor
    from db.engine import Database
    from db.rules.contact_words import Channel
    from db.rules.member_words import SecretQuestion

__all__ = [
    "AnswerOutcome",
    "PreparedAnswer",
    "PreparedOneTime",
    "PreparedPassword",
    "prepare_answer",
    "prepare_one_time",
    "prepare_password",
    "try_answer",
]


@dataclass(frozen=True, slots=True)
class AnswerOutcome:
    """Whether a secret answer was right, and how many wrong ones the day still allows."""

    passed: bool
    tries_left: int


def prepare_password(
    database: Database,
    password: str,
    *,
    login_id: str,
    member_id: int | None,
    cost: int = COST,
) -> PreparedPassword | tuple[str, ...]:
    """The password ready to be stored, or the codes of everything that is wrong with it.

    ``password.reused`` is one of the member's last five. Raises what is wrong with the login ID.
    """
    plain_id = member_fields.login_id(login_id)
    problems = member_problems(password, plain_id)
    if problems:
        return problems
    if member_id is not None:
        with database.reading() as session:
            hashes = remembered_hashes(session, member_id)
        if was_used(password, hashes):
            return (REUSED,)
    return PreparedPassword(hash_member_password(password, cost=cost), plain_id)


def prepare_answer(question: SecretQuestion, answer: str, *, cost: int = COST) -> PreparedAnswer:
    """The answer ready to be stored; raises ``answer.…`` and ``text.…``."""
    return PreparedAnswer(question, hash_answer(answer, cost=cost))


def prepare_one_time(*, cost: int = COST) -> PreparedOneTime:
    """A made-up password for a login-information letter (ログイン情報通知書)."""
    password = make_one_time_password()
    return PreparedOneTime(password, hash_member_password(password, cost=cost))


def try_answer(
    database: Database,
    member_id: int,
    answer: str,
    *,
    contact_id: int,
    channel: Channel,
    by: Actor,
    now: dt.datetime,
) -> AnswerOutcome:
    """Compare what the customer typed; three wrong answers end it until midnight.

    The try is committed before the answer is looked at. Raises as ``secret_answers.take_try``,
    and ``answer.…`` or ``text.…`` for what can be no answer, which is no try.
    """
    judged(answer)
    with database.writing() as session:
        tried = take_try(session, member_id, contact_id=contact_id, channel=channel, by=by, now=now)
    if tried is None:
        return AnswerOutcome(passed=False, tries_left=0)
    if not answer_fits(answer, tried.hash):
        return AnswerOutcome(passed=False, tries_left=tried.tries_left)
    with database.writing() as session:
        left = answer_passed(session, tried, contact_id=contact_id, by=by, now=now)
    return AnswerOutcome(passed=True, tries_left=left)
