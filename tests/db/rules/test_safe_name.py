"""Names of files: whatever somebody is called, the file lies where it should."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.rules.safe_name import safe_name

_REFUSED_BY_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]$')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d) *(\.|$)", re.IGNORECASE)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("料金明細 2024-09-18.csv", "料金明細 2024-09-18.csv"),
        ("受付票（控え） 20240918-4711-0815.pdf", "受付票(控え) 20240918-4711-0815.pdf"),
        ("../../etc/passwd", "etc_passwd"),
        ("a／b：c.csv", "a_b_c.csv"),
        ("．．／x.pdf", "x.pdf"),
        ("bills\u202egnp.csv", "bills_gnp.csv"),
        ("水" * 200 + ".png", "水" * 65 + ".png"),
        ("𠮷" * 200, "𠮷" * 50),
        (".bashrc", "bashrc"),
        ("...", "mizumado"),
        (".pdf", "pdf"),
        ("\x00", "mizumado"),
        ("", "mizumado"),
        ("NUL", "mizumado NUL"),
        ("con.pdf", "mizumado con.pdf"),
        ("ＣＯＭ１.pdf", "mizumado COM1.pdf"),
        ("COM¹.tar.pdf", "mizumado COM1.tar.pdf"),
        ("command.pdf", "command.pdf"),
        ("a." + "b" * 40, "a." + "b" * 40),
    ],
)
def test_a_file_name_is_one_that_every_system_takes(name, safe):
    assert safe_name(name) == safe


@given(st.text())
@example("a" * 195 + " .pdf")
@example("x" * 190 + ". " + "y" * 30)
@example("con ")
@example("\u3000con")
@example("．")
@example("lpt0. .")
def test_whatever_the_text_the_name_stays_in_its_folder_and_within_its_length(name):
    safe = safe_name(name)
    folder = Path("/a/folder")
    assert (folder / safe).resolve().parent == folder
    assert 0 < len(safe.encode()) <= 200
    assert not _REFUSED_BY_WINDOWS.search(safe)
    assert not _DEVICE.match(safe)
    assert not safe.startswith(".")
    assert unicodedata.is_normalized("NFKC", safe)


@given(st.text())
@example("con." + "a" * 300)
def test_a_safe_name_is_kept(name):
    assert safe_name(safe_name(name)) == safe_name(name)
