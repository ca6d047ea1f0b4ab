"""What a batch may be asked for, and how that is kept."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from db.errors import RuleBroken
from db.rules.batch_criteria import (
    ALL_EXCLUSIONS,
    BATCHED,
    BatchCriteria,
    criteria_text,
    read_criteria,
    require_usable,
)
from db.rules.paper import Exclusion, PaperKind, PaperLanguage
from db.rules.periods import Cycle

TODAY = dt.date(2024, 9, 18)
PLAIN = BatchCriteria(kind=PaperKind.REMINDER, issued_on=TODAY)
FULL = BatchCriteria(
    kind=PaperKind.DEMAND,
    issued_on=TODAY,
    language=PaperLanguage.EN,
    office_id=3,
    cycle=Cycle.ODD,
    due_from=dt.date(2024, 4, 1),
    due_to=dt.date(2024, 7, 31),
    minimum_yen=5000,
    exclude=ALL_EXCLUSIONS - {Exclusion.RETURNED_MAIL},
    limit_on=dt.date(2024, 10, 8),
    seen_to=dt.date(2024, 9, 17),
)


@pytest.mark.parametrize("criteria", [PLAIN, FULL])
def test_what_is_kept_is_read_back_the_same(criteria):
    assert read_criteria(criteria_text(criteria)) == criteria
    require_usable(criteria, TODAY)


def _changed(**facts):
    return json.dumps(json.loads(criteria_text(FULL)) | facts)


@pytest.mark.parametrize(
    "text",
    [
        *("", "{}", "[]", "null", "7", "[" * 100_000),
        _changed(form=2),
        _changed(more=1),
        _changed(kind="letter"),
        _changed(issued_on="tomorrow"),
        _changed(issued_on=None),
        _changed(minimum_yen="5000"),
        _changed(minimum_yen=True),
        _changed(minimum_yen=-1),
        _changed(exclude="dispute"),
        _changed(exclude=["nobody"]),
        _changed(cycle="weekly"),
    ],
)
def test_what_is_not_wholly_understood_is_refused(text):
    with pytest.raises(RuleBroken, match="unreadable"):
        read_criteria(text)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"kind": PaperKind.CERTIFICATE}, "batch.kind"),
        ({"exclude": frozenset()}, "batch.exclusion"),
        ({"exclude": ALL_EXCLUSIONS | {Exclusion.NOT_DECIDED}}, "batch.exclusion"),
        ({"due_from": TODAY, "due_to": dt.date(2024, 9, 17)}, "batch.due_range"),
        ({"minimum_yen": -1}, "batch.minimum"),
        ({"minimum_yen": 10**9}, "batch.minimum"),
        ({"issued_on": dt.date(2024, 9, 17)}, "batch.issued_on"),
        ({"issued_on": dt.date(2024, 10, 20)}, "batch.issued_on"),
        ({"limit_on": TODAY}, "batch.limit_on"),
        ({"limit_on": dt.date(2025, 9, 20)}, "batch.limit_on"),
        ({"seen_to": dt.date(2024, 9, 19)}, "batch.seen_to"),
    ],
)
def test_criteria_that_make_no_sense_are_refused(more, code):
    with pytest.raises(RuleBroken) as broken:
        require_usable(replace(PLAIN, **more), TODAY)
    assert broken.value.code == code


@pytest.mark.parametrize("kind", BATCHED)
def test_every_kind_that_is_offered_can_be_planned(kind):
    require_usable(replace(PLAIN, kind=kind), TODAY)


@pytest.mark.parametrize("why", [Exclusion.PROTECTED, Exclusion.EXTINGUISHED])
def test_nobody_writes_to_the_protected_or_asks_for_what_is_extinguished(why):
    with pytest.raises(RuleBroken, match="exclusion"):
        require_usable(replace(PLAIN, exclude=ALL_EXCLUSIONS - {why}), TODAY)
