"""Dunning goes step by step, each only after the limit of the one before it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.due_dates import is_open_day
from db.rules.dunning import (
    CUTTING_OFF,
    SHORTEST_WARNING,
    SPARING,
    Decision,
    DunnedDebt,
    StepTaken,
    cut_off_from,
    execution_on,
    last_step,
    last_warning,
    limit_on,
    may_take,
    next_step,
    proposed_execution_on,
    reached_on,
    steps_for,
)
from db.rules.paper import DUNNING, Exclusion
from db.rules.paper_settings import PaperSettings
from db.rules.words import Account

REMINDER, DEMAND, WARNING, EXECUTION = DUNNING
WATER, SEWERAGE = Account
DUE = dt.date(2024, 4, 30)
DAY = dt.timedelta(days=1)
USUAL = PaperSettings()
REMINDED = StepTaken(REMINDER, dt.date(2024, 5, 20), dt.date(2024, 6, 10))
DEMANDED = StepTaken(DEMAND, dt.date(2024, 6, 25), dt.date(2024, 7, 16))
WARNED = StepTaken(WARNING, dt.date(2024, 7, 31), dt.date(2024, 8, 14), document_id=7)
DECIDED = Decision(dt.date(2024, 8, 15), dt.date(2024, 8, 22))
days = st.dates(min_value=dt.date(2010, 1, 1), max_value=dt.date(2050, 12, 31))


def debt_of(account=WATER, *steps, **more):
    facts = {"unpaid_yen": 5010, "due_on": DUE, "limitation_on": dt.date(2029, 4, 30)} | more
    return DunnedDebt(account, steps=steps, **facts)


def refused(step, debt, today, settings=USUAL):
    return may_take(step, debt, today=today, settings=settings)


@pytest.mark.parametrize(
    ("steps", "step", "first_day"),
    [
        ((), REMINDER, DUE + 20 * DAY),
        ((REMINDED,), DEMAND, REMINDED.limit_on + 15 * DAY),
        ((REMINDED, DEMANDED), WARNING, DEMANDED.limit_on + 15 * DAY),
        ((REMINDED, DEMANDED, WARNED), EXECUTION, WARNED.limit_on + DAY),
    ],
)
def test_each_step_waits_for_the_limit_of_the_one_before(steps, step, first_day):
    debt = debt_of(WATER, *steps, decision=DECIDED)
    assert next_step(debt) is step
    assert reached_on(step, debt, USUAL) == first_day
    assert refused(step, debt, first_day - DAY) is Exclusion.STEP_NOT_REACHED
    assert refused(step, debt, first_day) is None
    for other in set(DUNNING) - {step}:
        assert refused(other, debt, first_day) is not None


def test_without_days_to_wait_a_step_still_begins_the_day_after():
    at_once = PaperSettings(reminder_after_days=0, demand_after_days=0, warning_after_days=0)
    assert refused(REMINDER, debt_of(), DUE, at_once) is Exclusion.STEP_NOT_REACHED
    assert refused(REMINDER, debt_of(), DUE + DAY, at_once) is None
    reminded = debt_of(WATER, REMINDED)
    assert refused(DEMAND, reminded, REMINDED.limit_on, at_once) is Exclusion.STEP_NOT_REACHED
    assert refused(DEMAND, reminded, REMINDED.limit_on + DAY, at_once) is None


@pytest.mark.parametrize("step", DUNNING)
def test_no_step_is_taken_twice_nor_after_a_later_one(step):
    later = dt.date(2025, 1, 6)
    debt = debt_of(WATER, REMINDED, DEMANDED, WARNED, replace(WARNED, kind=EXECUTION))
    assert refused(step, debt, later) is Exclusion.ALREADY_SENT
    assert next_step(debt) is None


def test_water_is_not_cut_off_for_sewerage():
    assert steps_for(SEWERAGE) == (REMINDER, DEMAND)
    debt = debt_of(SEWERAGE, REMINDED, DEMANDED)
    assert next_step(debt) is None
    for step in CUTTING_OFF:
        assert refused(step, debt, dt.date(2025, 1, 6)) is Exclusion.STEP_NOT_REACHED
        assert reached_on(step, debt, USUAL) is None


@pytest.mark.parametrize("why", SPARING)
def test_what_is_disputed_or_agreed_on_is_asked_for_but_no_reason_to_cut_off(why):
    assert refused(DEMAND, debt_of(WATER, REMINDED, spared=why), dt.date(2024, 7, 1)) is None
    demanded = debt_of(WATER, REMINDED, DEMANDED, spared=why)
    assert refused(WARNING, demanded, dt.date(2024, 8, 1)) is why
    warned = debt_of(WATER, REMINDED, DEMANDED, WARNED, decision=DECIDED, spared=why)
    assert refused(EXECUTION, warned, dt.date(2024, 8, 16)) is why


def test_an_extinguished_debt_takes_no_step_and_old_water_does():
    sewerage, water = (debt_of(a, limitation_on=dt.date(2024, 5, 31)) for a in (SEWERAGE, WATER))
    assert refused(REMINDER, sewerage, dt.date(2024, 5, 31)) is None
    assert refused(REMINDER, sewerage, dt.date(2024, 6, 1)) is Exclusion.EXTINGUISHED
    assert refused(REMINDER, water, dt.date(2024, 6, 1)) is None


def test_what_was_paid_meanwhile_is_not_asked_for():
    assert refused(REMINDER, debt_of(unpaid_yen=0), DUE + 30 * DAY) is Exclusion.PAID_MEANWHILE


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (None, Exclusion.NOT_DECIDED),
        (Decision(dt.date(2024, 8, 15), None), Exclusion.NOT_DECIDED),
        (Decision(dt.date(2024, 8, 1), WARNED.limit_on), Exclusion.NOT_DECIDED),
        (DECIDED, None),
    ],
)
def test_water_is_cut_off_only_as_decided_for_a_day_after_the_limit(decision, why):
    debt = debt_of(WATER, REMINDED, DEMANDED, WARNED, decision=decision)
    assert refused(EXECUTION, debt, dt.date(2024, 8, 16)) is why


CUT_OFF = replace(
    WARNED, kind=EXECUTION, issued_on=dt.date(2024, 8, 16), limit_on=DECIDED.execute_on
)
REFUSED = Decision(dt.date(2024, 8, 20), None)
BEFORE, AFTER = dt.date(2024, 8, 9), dt.date(2024, 8, 30)


@pytest.mark.parametrize(
    ("course", "since"),
    [
        ({}, None),
        ({"decision": REFUSED}, REFUSED.decided_on),
        ({"decision": DECIDED}, DECIDED.execute_on),  # and nobody gave notice of it
        ({"agreed_to": WARNED.issued_on}, None),  # an agreement before the warning
        ({"agreed_to": BEFORE}, WARNED.limit_on),
        ({"agreed_to": AFTER}, AFTER),
        ({"agreed_to": BEFORE, "decision": DECIDED}, DECIDED.execute_on),
        ({"agreed_to": AFTER, "decision": DECIDED}, AFTER),
        ({"agreed_to": AFTER, "decision": REFUSED}, AFTER),
    ],
)
def test_a_warning_that_leads_nowhere_is_given_again(course, since):
    debt = debt_of(WATER, REMINDED, DEMANDED, WARNED, **course)
    first_day = since and since + 15 * DAY
    assert reached_on(WARNING, debt, USUAL) == first_day
    if since is None:
        assert refused(WARNING, debt, dt.date(2030, 1, 7)) is Exclusion.ALREADY_SENT
        return
    assert refused(WARNING, debt, first_day - DAY) is Exclusion.STEP_NOT_REACHED
    assert refused(WARNING, debt, first_day) is None
    for earlier in (REMINDER, DEMAND):
        assert refused(earlier, debt, first_day) is Exclusion.ALREADY_SENT
    assert refused(EXECUTION, debt, first_day) is Exclusion.NOT_DECIDED


@pytest.mark.parametrize(
    ("course", "since"),
    [
        ({}, None),
        ({"agreed_to": CUT_OFF.issued_on}, None),
        ({"agreed_to": dt.date(2024, 8, 19)}, CUT_OFF.limit_on),
        ({"agreed_to": AFTER}, AFTER),
    ],
)
def test_after_a_cut_off_only_a_broken_agreement_leads_to_another_warning(course, since):
    debt = debt_of(WATER, REMINDED, DEMANDED, WARNED, CUT_OFF, decision=DECIDED, **course)
    assert reached_on(WARNING, debt, USUAL) == (since and since + 15 * DAY)
    assert refused(EXECUTION, debt, AFTER) is Exclusion.ALREADY_SENT


def test_a_second_warning_goes_the_whole_way_again():
    again = replace(WARNED, issued_on=dt.date(2024, 9, 18), limit_on=dt.date(2024, 10, 2))
    steps = (REMINDED, DEMANDED, WARNED, CUT_OFF, again)
    assert last_step(steps) == last_warning(steps) == again
    debt = debt_of(WATER, *steps, agreed_to=AFTER)
    assert next_step(debt) is EXECUTION
    assert refused(WARNING, debt, dt.date(2024, 12, 2)) is Exclusion.ALREADY_SENT
    assert refused(EXECUTION, debt, again.limit_on) is Exclusion.STEP_NOT_REACHED
    assert refused(EXECUTION, debt, again.limit_on + DAY) is Exclusion.NOT_DECIDED
    decided = Decision(dt.date(2024, 10, 3), dt.date(2024, 10, 10))
    assert refused(EXECUTION, replace(debt, decision=decided), decided.execute_on) is None


def test_no_cut_off_is_told_of_after_the_day_decided_or_a_broken_agreement():
    debt = debt_of(WATER, REMINDED, DEMANDED, WARNED, decision=DECIDED)
    assert refused(EXECUTION, debt, DECIDED.execute_on) is None
    assert refused(EXECUTION, debt, DECIDED.execute_on + DAY) is Exclusion.NOT_DECIDED
    broken = replace(debt, agreed_to=dt.date(2024, 8, 16))
    assert refused(EXECUTION, broken, dt.date(2024, 8, 19)) is Exclusion.NOT_DECIDED


def test_nothing_follows_a_notice_without_a_limit():
    debt = debt_of(WATER, replace(REMINDED, limit_on=None))
    assert refused(DEMAND, debt, dt.date(2030, 1, 7)) is Exclusion.STEP_NOT_REACHED


def test_of_two_notices_of_a_kind_the_later_limit_runs():
    again = replace(REMINDED, issued_on=dt.date(2024, 6, 3), limit_on=dt.date(2024, 7, 1))
    for steps in ((again, REMINDED), (REMINDED, again)):
        assert last_step(steps) == again
        assert reached_on(DEMAND, debt_of(WATER, *steps), USUAL) == dt.date(2024, 7, 16)


@given(
    account=st.sampled_from(Account),
    taken=st.lists(st.sampled_from(DUNNING), max_size=4, unique=True),
    today=days,
)
def test_no_step_is_ever_skipped(account, taken, today):
    steps = [StepTaken(kind, today - 60 * DAY, today - 30 * DAY) for kind in taken]
    decision = Decision(today, today + DAY)
    debt = debt_of(account, *steps, decision=decision, due_on=today - 90 * DAY, limitation_on=today)
    for step in DUNNING:
        if refused(step, debt, today) is None:
            assert step is next_step(debt)
            assert not taken or max(map(DUNNING.index, taken)) == DUNNING.index(step) - 1
            assert step is REMINDER or taken


@given(step=st.sampled_from(DUNNING), issued=days, length=st.integers(0, 90), account=days)
def test_limits_fall_on_open_days_and_leave_time(step, issued, length, account):
    settings = PaperSettings(
        reminder_days=length, demand_days=length, warning_days=length, execution_days=length
    )
    closed = {account, issued + 14 * DAY}
    limit = limit_on(step, issued, settings, closed)
    assert is_open_day(limit, closed)
    assert limit > issued
    assert step is not WARNING or limit - issued >= SHORTEST_WARNING
    assert is_open_day(cut_off_from(limit, closed), closed)
    assert cut_off_from(limit, closed) > limit


@pytest.mark.parametrize(
    ("step", "limit"),
    [
        (REMINDER, dt.date(2024, 10, 8)),
        (DEMAND, dt.date(2024, 10, 8)),
        (WARNING, dt.date(2024, 10, 2)),
        (EXECUTION, dt.date(2024, 9, 25)),
    ],
)
def test_usual_limits(step, limit):
    assert limit_on(step, dt.date(2024, 9, 18), USUAL) == limit


def test_a_wanted_limit_is_rolled_and_never_too_early():
    issued = dt.date(2024, 9, 18)
    saturday = dt.date(2024, 10, 5)
    assert limit_on(WARNING, issued, USUAL, wanted=saturday) == dt.date(2024, 10, 7)
    assert limit_on(DEMAND, issued, USUAL, wanted=dt.date(2024, 9, 19)) == dt.date(2024, 9, 19)
    for step, wanted, earliest in (
        (WARNING, dt.date(2024, 10, 1), dt.date(2024, 10, 2)),
        (DEMAND, issued, dt.date(2024, 9, 19)),
    ):
        with pytest.raises(RuleBroken) as caught:
            limit_on(step, issued, USUAL, wanted=wanted)
        assert caught.value.code == "dunning.limit_too_early"
        assert caught.value.facts == {"earliest": earliest}


def test_the_day_of_a_cut_off_is_after_the_limit_and_the_notice():
    decided, limit = dt.date(2024, 8, 15), dt.date(2024, 8, 14)
    assert proposed_execution_on(decided, limit, USUAL) == dt.date(2024, 8, 22)
    early = dt.date(2024, 8, 1)
    assert proposed_execution_on(early, limit, USUAL) == dt.date(2024, 8, 15)
    assert execution_on(dt.date(2024, 8, 22), dt.date(2024, 8, 16)) == dt.date(2024, 8, 22)
    assert execution_on(dt.date(2024, 8, 22), dt.date(2024, 8, 24)) == dt.date(2024, 8, 26)
