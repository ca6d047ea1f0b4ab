"""Every text on the screens is written so that it can be translated."""

from __future__ import annotations

import ast
import re

from tests.house.source import at, calls, modules

# where the text to translate stands among the arguments
TEXT_AT = {"tr": 0, "translate": 1, "QT_TR_NOOP": 0, "QT_TRANSLATE_NOOP": 1}


def texts():
    """Give each text handed over for translation, and where."""
    for path in modules("desktop"):
        for call, name in calls(path):
            if name in TEXT_AT and len(call.args) > TEXT_AT[name]:
                yield at(path, call), call.args[TEXT_AT[name]]


def test_only_literal_texts_are_translated():
    # lupdate takes an f-string's braces for the text itself, which then never matches
    computed = [
        f"{where}: {ast.unparse(text)}"
        for where, text in texts()
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert computed == []


def test_texts_are_written_in_english():
    # the one switch of languages alone speaks both
    foreign = [
        f"{where}: {ast.unparse(text)}"
        for where, text in texts()
        if re.search(r"[\u3040-\u30ff\u3400-\u9fff]", ast.unparse(text))
        and not re.search(r"[A-Za-z]", ast.unparse(text))
    ]
    assert foreign == []
