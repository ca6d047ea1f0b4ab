"""The report of a delivery on paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from db.rules.import_facts import FileReport, ImportReport, ImportSheet, Refusal
from db.rules.import_words import Fault, FileKind, ImportState
from desktop.format import LanguageCode
from desktop.notices.import_report import import_report
from tests.desktop.paper_help import AT, ISSUER, text_of

JA, EN = LanguageCode
BILLS = FileReport("BILL_1.csv", FileKind.BILLS, "0" * 64, 1200, 900, 99, 200, 1, 6_610_800, 25_200)
LATE = Refusal("BILL_1.csv", 87, "前回検針日", "2024-06-10", Fault.OVERLAP, "2024-07-10")


@pytest.fixture
def facts():
    moments = {"begun_at": AT, "ended_at": AT + dt.timedelta(minutes=3)}
    who = {"by": "山本 管理", "desk": "窓口9", "most_refused": "0.5%"}
    files = {"files": (BILLS,), "refusals": (LATE,)}
    report = ImportReport(ImportState.STORED, 12, **who, **moments, **files)
    return ImportSheet(report, ISSUER, AT)


def told(sheet, language=JA):
    return "".join(text_of(import_report(sheet, language)).split())


def test_it_tells_each_file_and_each_refused_line(facts):
    said = told(facts)
    for words in (
        *("データ取込結果報告書", "取込番号12", "山本管理窓口9", "0.5%"),
        *("BILL_1.csv調定1,20090099200", "6,610,800円", "25,200㎥"),
        "BILL_1.csv87前回検針日が前の期間（2024-07-10まで）と重なっています：2024-06-10",
    ):
        assert words in said, words


def test_what_has_no_amounts_has_a_dash_for_them(facts):
    meters = FileReport("METER_1.csv", FileKind.METERS, "1" * 64, 7, 7)
    said = told(replace(facts, report=replace(facts.report, files=(meters,))))
    assert "METER_1.csvメーター77000–" in said, said


def test_it_is_there_in_english(facts):
    said = told(facts, EN)
    assert "Linesthatwererefused" in said
    assert "前回検針日is2024-06-10,butwhatwasbeforeendedon2024-07-10" in said


def test_no_heading_is_cut_in_two(facts):
    said = text_of(import_report(facts, EN))
    for heading in ("Lines", "New", "Changed", "Refused", "Totals"):
        assert heading in said, heading


def test_a_fault_of_the_whole_file_has_no_line_and_a_trial_says_so(facts):
    missing = Refusal("BILL_1.csv", 0, "", "", Fault.TRAILER_MISSING, "8")
    report = replace(facts.report, trial=True, run_id=None, refusals=(missing,))
    said = told(replace(facts, report=report))
    assert "BILL_1.csvトレーラーレコードがありません" in said
    assert "検査のみ" in said
    assert "取込番号" not in said


def test_thousands_of_lines_go_over_many_pages_and_the_same_facts_give_the_same_bytes(facts):
    many = replace(facts, report=replace(facts.report, refusals=(LATE,) * 3000))
    paper = import_report(many, JA)
    assert paper == import_report(many, JA)
    assert text_of(paper).count("2024-06-10") == 3000
