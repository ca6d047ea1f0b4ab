"""The window at the sizes that desks have: nothing cut, nothing covered, all of it reachable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.main_window import LEAST_SIZE
from tests.journeys.room import covered, cut, name_of, nameless, tiny, usable
from tests.journeys.screens import screens

SIZES = [LEAST_SIZE, (1366, 768), (1920, 1080)]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_has_room_for_itself(at_work, size, language):
    clerk = at_work(language)
    clerk.main.resize(*size)
    clerk.wait()
    faults = []
    for name in screens(clerk):
        for look in (cut, covered, nameless, tiny):
            faults += [f"{name}: {look.__name__}: {fault}" for fault in look(clerk.main)]
    assert dict.fromkeys(faults) == {}


def test_the_window_is_never_smaller_than_its_least_size(at_work):
    clerk = at_work("en")
    clerk.main.resize(100, 100)
    clerk.wait()
    wanting = []
    for name in screens(clerk):
        QApplication.sendPostedEvents()  # what was hidden takes its room along only then
        need = clerk.main.centralWidget().minimumSizeHint()
        if need.width() > LEAST_SIZE[0] or need.height() > LEAST_SIZE[1]:
            wanting.append((name, need.toTuple()))
    assert clerk.main.size().toTuple() == LEAST_SIZE
    assert wanting == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["forth", "back"])
def test_tab_reaches_every_part_and_comes_back(at_work, key):
    clerk = at_work("ja")
    for name in screens(clerk):
        start = clerk.main.focusWidget()
        wanted, reached = set(usable(clerk.main)), [start]
        while len(reached) < 100:
            clerk.step(key)
            # a text may keep Tab for its links at first
            if clerk.main.focusWidget() is start and len(set(reached)) > 1:
                break
            reached.append(clerk.main.focusWidget())
        missed = [name_of(part) for part in wanted - set(reached)]
        assert (name, missed) == (name, [])
        assert clerk.main.focusWidget() is start
