"""The tour: the same pictures every time, of every screen, with what can be read on each."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from PySide6.QtGui import QImageReader

from db.queries.notice_catalogue import FILLERS
from db.rules.paper import PaperKind
from tests.desktop.paper_help import squeezed, text_of
from tests.house.source import ROOT
from tests.made_once import made_once

KEYS = ["file", "size", "language", "theme", "texts"]
MAIN_SCREENS = ["overview", "chart", "history", "contract", "search"]
WIDE, USUAL, LOW = "1920x1080", "1366x768", "1280x640"


@pytest.fixture(scope="session")
def tours(tmp_path_factory):
    """Two folders, each of a tour of its own; both are led at once, for every worker."""
    both = made_once("tours", _lead, tmp_path_factory)
    return sorted(both.iterdir())


def _lead(both):
    command = [sys.executable, "-m", "desktop", "--tour"]
    programs = [
        subprocess.Popen([*command, both / name], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for name in ("first", "second")
    ]
    for program in programs:
        _, told = program.communicate(timeout=300)
        assert program.returncode == 0, told
        assert "Traceback" not in told


@pytest.fixture
def pictures(tours):
    """What the first tour lists, by the name of the picture."""
    listed = json.loads((tours[0] / "tour.json").read_text("utf-8"))
    assert list(listed) == ["pictures"]
    return {picture["file"].removesuffix(".png"): picture for picture in listed["pictures"]}


def test_two_tours_give_the_same_pictures(tours):
    first, second = ({file.name: file.read_bytes() for file in tour.iterdir()} for tour in tours)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_every_picture_is_listed_as_it_is(tours, pictures):
    assert {file.stem for file in tours[0].glob("*.png")} == set(pictures)
    for picture in pictures.values():
        assert list(picture) == KEYS
        size = QImageReader(str(tours[0] / picture["file"])).size()
        assert picture["size"] == f"{size.width()}x{size.height()}"
        assert picture["theme"] == "light"
        assert picture["texts"]


def test_the_screens_are_pictured_in_both_languages_and_wide(pictures):
    for name in MAIN_SCREENS:
        assert (pictures[name]["language"], pictures[name]["size"]) == ("ja", USUAL)
        assert (pictures[f"{name}-en"]["language"], pictures[f"{name}-en"]["size"]) == ("en", USUAL)
        assert pictures[f"{name}-{WIDE}"]["size"] == WIDE
    assert pictures["login-en"]["language"] == "en"
    others = [p for name, p in pictures.items() if not name.endswith(("-en", WIDE, LOW, "input"))]
    assert {(p["language"], p["size"]) for p in others} == {("ja", USUAL)}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("login", "ログイン"),
        ("login-en", "Sign in"),
        ("login-refused", "違います"),
        ("search-start", "前回のログイン"),
        ("search-nothing", "見つかりません"),
        ("search", "山田 花子"),
        ("overview", "5,509"),
        ("breakdown", "7,524"),
        ("chart", "前年 使用量"),
        ("chart-tip", "5,509円 −3,023"),
        ("chart-24-months", "24か月の請求"),
        ("chart-table", "−3,023"),
        ("contract", "検針"),
        ("locations", "本町2丁目15-30"),
        ("other-location", "1702 4458 0044 7105"),
        ("keys", "Ctrl+Shift+L"),
        ("texts", "よくあるご質問"),
        ("overview-en", "Hanako Yamada"),
        ("slip", "13,033円"),
        ("slip-issued", "S-2024-000001"),
        ("documents", "S-2024-000001"),
        ("certificate", "納入証明書"),
        ("statement", "使用水量・料金等明細書"),
        ("announcements", "断水のお知らせ（夜間工事）"),
        ("faq", "4件中 1件目"),
        ("announcement-form", "お知らせの作成"),
        ("batch-criteria", "督促状"),
        ("batch-plan", "68,940円"),
        ("batch-result", "reminder-1-totals.pdf"),
        ("batches-earlier", "督促状"),
        ("cutoff-decisions", "催告と訪問に応じなかったため"),
        ("daily-sheet", "下書き"),
        ("paper-settings", "999999"),
        ("import", "取込不可 5行"),
        ("export", "10件のファイルを書き出しました"),
        ("backups", "バックアップを作成し、確認しました"),
    ],
)
def test_each_picture_shows_what_its_step_is_about(pictures, name, said):
    assert any(said in text for text in pictures[name]["texts"]), pictures[name]["texts"]


def test_every_kind_of_notice_lies_beside_the_pictures(tours):
    wanted = {f"notice-{kind}.ja.pdf" for kind in (*FILLERS, PaperKind.DAILY_SHEET)}
    wanted |= {f"notice-{kind}.en.pdf" for kind in (PaperKind.PAYMENT_NOTICE, PaperKind.REMINDER)}
    found = {file.name for file in tours[0].glob("notice-*.pdf")}
    assert found == {name.replace("_", "-") for name in wanted}


@pytest.mark.parametrize(
    ("notice", "title"),
    [
        ("payment-notice.ja", "納入通知書"),
        ("payment-notice.en", "Payment"),
        ("reminder.ja", "督促状"),
        ("cutoff-execution.ja", "給水停止"),
        ("daily-sheet.ja", "日計表"),
    ],
)
def test_each_notice_is_what_its_name_says(tours, notice, title):
    assert title in squeezed(text_of((tours[0] / f"notice-{notice}.pdf").read_bytes()))


def test_the_slip_saved_at_the_counter_is_the_one_that_was_issued(tours):
    assert "S-2024-000001" in squeezed(text_of((tours[0] / "slip.pdf").read_bytes()))
