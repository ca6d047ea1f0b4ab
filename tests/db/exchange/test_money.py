"""Amounts that do not add up, with what is stored or with each other, are told of."""

from __future__ import annotations

import dataclasses

import pytest

from db.exchange.layout_files import Layouts
from db.rules.import_words import Fault, ImportState
from tests.db.exchange.night import Night

WATER = b"2799,254,20290930,"
SEWERAGE = b"2710,246,20290930,"


@pytest.fixture
def found(folder, deliver):
    """Store fifty households, then deliver them again with something changed."""
    Night(50).write(folder)
    assert deliver().state is ImportState.STORED

    def run(name, before, after, **more):
        file = folder / f"{name}_20240918.csv"
        content = file.read_bytes()
        assert before in content
        lines = content.replace(before, after, 1).split(b"\r\n")
        # what is looked for is in the lines, not in their sums
        lines[-2] = b"8,"
        file.write_bytes(b"\r\n".join(lines))
        report = deliver(limit="100%", **more)
        return [(each.reason, each.field, each.expected) for each in report.refusals if each.line]

    return run


def test_a_debt_that_a_bill_had_may_not_be_dropped(found):
    bill = b"21,21,0,1,2019-10,8000000000000005,20240930," + WATER + b"," + SEWERAGE + b",5509"
    only_water = bill.replace(b"21,21,0", b"21,,0").replace(SEWERAGE, b",,,")
    told = found("BILL", bill, only_water.replace(b"5509", b"2799"))
    assert told == [(Fault.DROPPED, "請求金額", "sewerage")]


@pytest.mark.parametrize(
    ("after", "fault"),
    [
        (b"1,5599,20240801,0,", (Fault.TOO_MUCH, "過誤納金額", "")),
        (b"1,2799,20240801,1,", (Fault.MISSING, "処理年月日", "refund")),
        (b"1,2799,20240801,1,20240731", (Fault.ORDER, "処理年月日", "2024-08-01")),
    ],
)
def test_an_overpayment_is_part_of_what_was_paid(found, after, fault):
    assert found("OVERPAYMENT", b"1,2799,20240801,0,", after) == [fault]


def test_all_that_came_in_for_a_debt_may_be_over(found):
    assert found("OVERPAYMENT", b"1,2799,20240801,0,", b"1,5598,20240801,0,") == []


def test_without_a_tariff_file_only_the_parts_have_to_add_up(found, layouts):
    free = Layouts(tuple(dataclasses.replace(each, priced=False) for each in layouts.layouts))
    bill = b"2799,254,20290930,,2710,246,20290930,,5509"
    dearer = b"3000,272,20290930,,2710,246,20290930,,5710"
    assert found("BILL", bill, dearer, layouts=free) == []
    taxed = dearer.replace(b"272", b"3001")
    told = found("BILL", dearer, taxed, layouts=free)
    assert told == [(Fault.RANGE, "水道消費税", "3000")]
    told = found("BILL", taxed, dearer.replace(b"5710", b"5711"), layouts=free)
    assert told == [(Fault.TOTAL, "請求金額", "5710")]
