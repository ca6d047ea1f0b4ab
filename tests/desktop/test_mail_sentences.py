"""What a clerk reads about a mail that was not sent."""

from __future__ import annotations

import pytest

from db.commands.outbox import queue_mail
from db.errors import RuleBroken
from db.rules.mail_delivery import MailProblem
from db.rules.member_words import MailKind
from desktop.mail_sentences import mail_problem, mail_sentences
from tests.mail_factories import add_mailed_member


@pytest.mark.parametrize("problem", MailProblem)
def test_every_problem_has_a_sentence(problem):
    told = mail_problem(problem)
    assert told.endswith(".")
    assert told != problem.value


def test_the_servers_numbers_stand_behind_it():
    told = mail_problem("address_refused 550 5.1.1")
    assert told == f"{mail_problem('address_refused')} (550 5.1.1)"


def test_where_nothing_was_wrong_nothing_is_said():
    assert mail_problem("") == ""


@pytest.mark.parametrize("address", ["", "nobody"])
def test_a_member_who_cannot_be_mailed_has_a_sentence(sqlite_database, clock, address):
    with sqlite_database.writing() as session:
        member_id = add_mailed_member(session, address)
        with pytest.raises(RuleBroken) as refused:
            queue_mail(session, member_id, MailKind.CHANGED, now=clock())
    assert mail_sentences()[refused.value.code]
