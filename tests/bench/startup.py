"""How soon a clerk can type at the login: against a bare window, and against loading all first."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

from tests.bench.report import times_as_much, times_better
from tests.house.source import ROOT

_REPORT = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            sys.stdout.write(f"{time.time()}\\n")
            sys.stdout.flush()
            QTimer.singleShot(0, app.quit)
        return False

def watch(window):
    window.painted = Painted()
    window.installEventFilter(window.painted)
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
watch(window)
window.show()
app.exec()
"""
_LOGIN = """
import pathlib
from desktop.app import App, make_application
from desktop.settings import Memory, Settings
app = make_application(["mizumado"])
program = App(app, Settings(database="sqlite:///absent.sqlite"), Memory(pathlib.Path("m.ini")))
watch(program.login)
program.start()
app.exec()
"""
_ALL_FIRST = "import desktop.program, desktop.widgets.usage_chart\n" + _LOGIN
_CASES = {"bare": _BARE, "login": _LOGIN, "all first": _ALL_FIRST}


def arguments(parser):
    """Take how often each start is measured."""
    parser.add_argument("--runs", type=int, default=9)


def measure(options):
    """Start each program so many times in turn and take the medians."""
    seconds = {name: [] for name in _CASES}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(options.runs + 1):
            for name, script in _CASES.items():
                seconds[name].append(_until_painted(script, folder))
    ms = {name: statistics.median(taken[1:]) * 1000 for name, taken in seconds.items()}
    return [
        times_as_much(
            "login painted, from the start of the process",
            ms["login"],
            "ms",
            peer="a bare QWidget",
            peer_value=ms["bare"],
            at_most=1.3,
        ),
        times_better(
            "login painted, from the start of the process",
            ms["login"],
            "ms",
            peer="the same with everything imported first",
            peer_value=ms["all first"],
            at_least=5,
        ),
    ]


def _until_painted(script, folder):
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _REPORT + script],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": folder},
    )
    return float(done.stdout.split()[0]) - begun
