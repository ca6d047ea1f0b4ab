"""Every text on the screens is written so that it can be translated."""

from __future__ import annotations

import ast
import re

from tests.house.source import at, calls, modules, tree

# where the text to translate stands among the arguments
TEXT_AT = {"tr": 0, "QCoreApplication.translate": 1, "translate": 1, "QT_TRANSLATE_NOOP": 1}


def texts():
    """Give each text handed over for translation, and where."""
    for path in modules("desktop"):
        for call, name in calls(path):
            # others translate, too: a painter, a table of characters
            called = "tr" if name == "tr" else ast.unparse(call.func)
            if called in TEXT_AT:
                yield at(path, call), call.args[TEXT_AT[called]]


def test_only_literal_texts_are_translated():
    # lupdate takes an f-string's braces for the text itself, which then never matches
    computed = [
        f"{where}: {ast.unparse(text)}"
        for where, text in texts()
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert computed == []


def test_texts_stand_where_lupdate_looks():
    # not inside the braces of an f-string
    hidden = [
        at(path, call)
        for path in modules("desktop")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(("tr", "translate"))
    ]
    assert hidden == []


def test_texts_are_written_in_english():
    # the one switch of languages alone speaks both
    foreign = [
        f"{where}: {ast.unparse(text)}"
        for where, text in texts()
        if re.search(r"[\u3040-\u30ff\u3400-\u9fff]", ast.unparse(text))
        and not re.search(r"[A-Za-z]", ast.unparse(text))
    ]
    assert foreign == []
