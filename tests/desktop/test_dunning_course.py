"""A debt goes the whole way from the reminder to the cut-off, on paper and on record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pytest
from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.document_files import Place, keep_document, keep_file
from db.errors import RuleBroken
from db.models import Bill, Contract
from db.queries.dunning_steps import steps_taken
from db.queries.notice_catalogue import facts_for
from db.rules.dunning import proposed_execution_on
from db.rules.notice_facts import Wanted
from db.rules.paper import DUNNING, PaperLanguage
from db.rules.paper_settings import PaperSettings
from db.rules.periods import TOKYO
from db.rules.words import Account
from desktop.format import LanguageCode
from desktop.notices.catalogue import render_notices
from tests.desktop.paper_help import ISSUER, squeezed, text_of
from tests.dunning_factories import add_decision
from tests.factories import add_bill, add_contract, add_staff, debt_of

REMINDER, DEMAND, WARNING, EXECUTION = DUNNING
DAY = dt.timedelta(days=1)
DUE = dt.date(2024, 5, 28)


@dataclass
class Bureau:
    """An office that sends a contract whatever is due, day after day."""

    database: object
    contract_id: int
    clerk: Actor
    sent: dict = field(default_factory=dict)

    def send(self, kind, on):
        """The text of the notice sent that day, or None when the step may not be taken."""
        now = dt.datetime.combine(on, dt.time(9), TOKYO)
        with self.database.writing() as session:
            wanted = Wanted(kind, self.contract_id)
            try:
                facts = facts_for(session, wanted, issuer=ISSUER, now=now, number=f"{kind}-1")
            except RuleBroken:
                return None
            made = render_notices([facts], LanguageCode.JA)
            place = Place(keep_file(session, made.data), 1, made.pages[0])
            document_id = keep_document(
                session,
                facts,
                place,
                customer_id=session.get(Contract, self.contract_id).customer_id,
                contract_id=self.contract_id,
                language=PaperLanguage.JA,
                protected=False,
                by=self.clerk,
            )
            self.sent[kind] = (document_id, facts)
        return squeezed(text_of(made.data))

    def first_day(self, kind, since):
        """The first day from then on that the step could be taken, and what was sent."""
        for later in range(60):
            on = since + later * DAY
            if text := self.send(kind, on):
                return on, text
        raise AssertionError(f"no {kind} within 60 days of {since}")


@pytest.fixture
def bureau(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        add_bill(session, contract_id, dt.date(2024, 5, 1))
        clerk = Actor(add_staff(session), "窓口3")
    return Bureau(sqlite_database, contract_id, clerk)


def test_from_the_reminder_to_the_cut_off(bureau):
    settings = PaperSettings()
    on, text = bureau.first_day(REMINDER, DUE)
    assert on == DUE + settings.reminder_after_days * DAY
    assert "督促状" in text
    for kind, wait in (
        (DEMAND, settings.demand_after_days),
        (WARNING, settings.warning_after_days),
    ):
        limit = bureau.sent[DUNNING[DUNNING.index(kind) - 1]][1].limit_on
        on, text = bureau.first_day(kind, on)
        assert on == limit + wait * DAY
    warning_id, warning = bureau.sent[WARNING]
    assert "下水道使用料" in text
    assert warning.sewerage_yen == 0
    assert bureau.send(EXECUTION, warning.limit_on + 30 * DAY) is None
    decided = warning.limit_on + DAY
    execute_on = proposed_execution_on(decided, warning.limit_on, settings)
    with bureau.database.writing() as session:
        days = {"decided_on": decided, "execute_on": execute_on}
        add_decision(session, warning_id, bureau.contract_id, by=bureau.clerk.staff_id, **days)
    assert bureau.send(EXECUTION, warning.limit_on) is None
    on, text = bureau.first_day(EXECUTION, warning.limit_on)
    assert on == warning.limit_on + DAY
    assert f"{execute_on.month}月{execute_on.day}日停止を決定した日" in text


def test_each_step_is_on_record_with_its_debts_and_its_fee(bureau):
    on, _ = bureau.first_day(REMINDER, DUE)
    on, _ = bureau.first_day(DEMAND, on)
    bureau.first_day(WARNING, on)
    with bureau.database.reading() as session:
        bill_id = session.scalar(select(Bill.id))
        water, sewerage = (debt_of(session, bill_id, account) for account in Account)
        steps = steps_taken(session, [water, sewerage])
    assert [step.kind for step in steps[water]] == [REMINDER, DEMAND, WARNING]
    assert [step.kind for step in steps[sewerage]] == [REMINDER, DEMAND]
    assert {step.fee_yen for step in steps[water]} == {0}
    assert {step.fee_yen for step in steps[sewerage]} == {100}
    for kind in (REMINDER, DEMAND, WARNING):
        document_id, facts = bureau.sent[kind]
        (step,) = (step for step in steps[water] if step.kind is kind)
        assert (step.document_id, step.limit_on) == (document_id, facts.limit_on)
