"""Switching the language at the counter, in the middle of the work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from desktop.format import LanguageCode
from desktop.i18n import Language
from desktop.widgets.translated import Translated


class Greeting(Translated, QLabel):
    def __init__(self):
        super().__init__()
        self.retranslations = 0
        self.retranslate()

    def retranslate(self):
        self.retranslations += 1
        self.setText(QCoreApplication.translate("QPlatformTheme", "Cancel"))


@pytest.fixture
def language(qapp):
    language = Language()
    yield language
    language.silence()


def test_the_program_starts_in_japanese(language, show):
    assert language.code is LanguageCode.JA
    assert show(Greeting()).text() == "キャンセル"


def test_open_windows_follow_the_language(language, show, qtbot):
    greeting = show(Greeting())
    with qtbot.waitSignal(language.changed):
        language.toggle()
    qtbot.waitUntil(lambda: greeting.text() == "Cancel")
    language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: greeting.text() == "キャンセル")


def test_choosing_the_language_spoken_changes_nothing(language, qtbot):
    with qtbot.assertNotEmitted(language.changed):
        language.switch(LanguageCode.JA)
