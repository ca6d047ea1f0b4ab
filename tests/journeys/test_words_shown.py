"""One language at a time: what a screen says is either Japanese or English, but for the data."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTextBrowser
from sqlalchemy import String, column, inspect, select, table

from db.engine import Database, open_engine
from desktop.tour.album import texts
from tests.house.source import ROOT
from tests.journeys.screens import CONTROL_SHIFT, in_front, screens, visible

JAPANESE = re.compile("[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff]")
FILLED_IN = re.compile(r"%n|%L?\d|\\\{\w*\\\}")
SWITCH = "日本語 / English"
TYPED = ("ヤマダ 九谷", "ヤマダ 本町", "ヤマダ", "本町", "山", "窓口3")
BOTH = {"ID", "CSV", "PNG", SWITCH}


def said(window):
    """Give what a window shows, and what it tells screen readers and under the mouse."""
    yield window.windowTitle()
    for widget in visible(window):
        if not isinstance(widget, QTextBrowser):  # the bureau's own texts
            yield from texts_of(widget)


def texts_of(widget):
    yield widget.toolTip()
    yield widget.accessibleDescription()
    if told := QAccessible.queryAccessibleInterface(widget):
        yield told.text(QAccessible.Text.Name)


def everything_said(clerk):
    """Give (screen, text) for all that is said at the login and after it."""
    clerk.wait()
    login = clerk.program.login
    yield from (("login", text) for text in said(login))
    clerk.sign_in()
    for name in screens(clerk):
        for text in (*said(clerk.main), *shown(clerk.main)):
            yield name, text
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F3):
        clerk.press(key)
        front = in_front()
        yield from ((f"before {key.name}", text) for text in (*said(front), *shown(front)))
        clerk.press(Qt.Key.Key_Escape)


def shown(window):
    browsed = {browser.toPlainText() for browser in window.findChildren(QTextBrowser)}
    return (text for text in texts(window) if text not in browsed)


def data_of(url):
    """Give every Japanese text in a database, the longest first."""
    database = Database(open_engine(url))
    tables = inspect(database.engine)
    found = set()
    with database.reading() as session:
        for name in tables.get_table_names():
            every = tables.get_columns(name)
            words = [column(of["name"]) for of in every if isinstance(of["type"], String)]
            for line in session.execute(select(*words).select_from(table(name))) if words else ():
                found.update(text for text in line if text and JAPANESE.search(text))
    database.dispose()
    return sorted(found, key=len, reverse=True)


def without(text, parts):
    for part in parts:
        text = text.replace(part, "")
    return text


def english_sources():
    """Give what the code says in English, as patterns, wherever Japanese says it differently."""
    for message in ET.parse(ROOT / "resources/i18n/ja.ts").iter("message"):
        source = message.findtext("source")
        plain = FILLED_IN.sub(" ", re.escape(source))
        if re.search("[A-Za-z]{2}", plain) and source.replace("&&", "&") not in BOTH:
            yield re.compile(FILLED_IN.sub(".+?", re.escape(source.replace("&&", "&"))))


@pytest.fixture
def clerk_in(start, sqlite_town_url):
    """Give ``clerk_in(language)``: a clerk before the login of a small town."""
    return lambda language: start(sqlite_town_url, language)


def test_in_english_only_names_and_addresses_are_japanese(clerk_in, sqlite_town_url):
    data = [*data_of(sqlite_town_url), SWITCH, *TYPED]
    told = dict.fromkeys(everything_said(clerk_in("en")))
    assert len(told) > 100
    foreign = [(at, text) for at, text in told if JAPANESE.search(without(text, data))]
    assert foreign == []


def test_in_japanese_nothing_stays_english(clerk_in):
    patterns = list(english_sources())
    assert len(patterns) > 300
    told = dict.fromkeys(everything_said(clerk_in("ja")))
    assert [(at, text) for at, text in told if any(p.fullmatch(text) for p in patterns)] == []


def test_whatever_is_shown_follows_the_language_at_once(clerk_in):
    clerk = clerk_in("en")
    clerk.sign_in()
    clerk.main.toast.hide()  # it would go in between
    for name in screens(clerk):
        before = Counter(shown(clerk.main))
        clerk.press(Qt.Key.Key_L, CONTROL_SHIFT)
        clerk.press(Qt.Key.Key_L, CONTROL_SHIFT)
        after = Counter(shown(clerk.main))
        assert (name, before - after, after - before) == (name, Counter(), Counter())
