"""Every text on the screens has its Japanese, every count its English, and the program reads them.

New texts come into the files, to be given their words there, and then into the program by

    code=$(find desktop -name '*.py')
    pyside6-lupdate -locations none $code -ts resources/i18n/ja.ts
    pyside6-lupdate -locations none -pluralonly $code -ts resources/i18n/en.ts
    pyside6-lrelease resources/i18n/*.ts
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest

from tests.house.source import ROOT, modules
from tests.house.test_translations import texts

JAPANESE = ROOT / "resources/i18n/ja.ts"
ENGLISH = ROOT / "resources/i18n/en.ts"
FILLED_IN = re.compile(r"%n|%L?\d|\{\w*\}")


def run(tool, *arguments):
    """Run a tool that Qt's binding brings along, in the checkout."""
    program = Path(PySide6.__file__).parent / tool
    done = subprocess.run([program, *arguments], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def literal(text):
    """Give a text as lupdate sees it."""
    return getattr(text, "value", None)


def messages(file):
    """Give a translation file's messages as (context, text, explanation): translation."""
    return {
        (context.findtext("name"), message.findtext("source"), message.findtext("comment")): (
            message.find("translation")
        )
        for context in ET.parse(file).iter("context")
        for message in context.iter("message")
    }


def words(translation):
    """Give what stands in a translation, each plural form of it."""
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


@pytest.fixture(params=[JAPANESE, ENGLISH], ids=["japanese", "english"])
def language(request):
    """A language's file; English, being what the code says, only needs its plurals."""
    return request.param


@pytest.fixture
def updated(language, tmp_path):
    """A language's file as it is once the program's texts of today are merged into it."""
    file = tmp_path / language.name
    shutil.copyfile(language, file)
    sources = [str(path) for path in modules("desktop")]
    plurals = ["-pluralonly"] if language == ENGLISH else []
    run("lupdate", "-silent", "-locations", "none", *plurals, *sources, "-ts", file)
    return file


def test_every_text_is_in_the_file(language, updated):
    assert messages(updated).keys() == messages(language).keys()


def test_every_text_has_its_words(updated):
    wanting = [
        key
        for key, translation in messages(updated).items()
        if translation.get("type") or not all(words(translation))
    ]
    assert wanting == []


def test_what_is_filled_in_has_its_place(language):
    astray = [
        (text, said)
        for (_, text, _), translation in messages(language).items()
        for said in words(translation)
        if set(FILLED_IN.findall(text)) - {"%n"} != set(FILLED_IN.findall(said)) - {"%n"}
    ]
    assert astray == []


def test_the_program_reads_the_words_of_today(language, tmp_path):
    fresh = tmp_path / "fresh.qm"
    run("lrelease", "-silent", language, "-qm", fresh)
    assert language.with_suffix(".qm").read_bytes() == fresh.read_bytes()


def test_lupdate_finds_every_text():
    known = {text for _, text, _ in messages(JAPANESE)}
    unknown = [f"{where}: {ast.unparse(t)}" for where, t in texts() if literal(t) not in known]
    assert unknown == []


def test_every_text_stands_in_a_class():
    # outside one, lupdate finds no context and the program no words
    assert [text for context, text, _ in messages(JAPANESE) if not context] == []
