"""The program as it is really started, from a shell."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from desktop.__main__ import main
from desktop.settings import practice_file
from tests.house.source import ROOT

PROGRAM = [sys.executable, "-m", "desktop"]


@pytest.fixture
def running():
    """Start the program; it is gone at the end, however the test went."""
    program = subprocess.Popen(
        [*PROGRAM, "--practice"], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    yield program
    program.kill()
    program.communicate()


def test_the_program_starts_in_practice_mode_and_ends_when_told_to(running, qtbot):
    # its town is there once the login can be used
    qtbot.waitUntil(lambda: practice_file().exists() or running.poll() is not None, timeout=120_000)
    assert running.poll() is None
    running.send_signal(signal.SIGTERM)
    _, told = running.communicate(timeout=60)
    assert "Traceback" not in told
    assert running.returncode in (0, -signal.SIGTERM)


def test_help_names_every_argument(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    for argument in ("--database", "--practice", "--language", "--tour"):
        assert argument in told


def test_a_missing_database_is_told_at_the_login(start, until):
    clerk = start("sqlite:///missing")
    problem = clerk.program.login.form.problem
    until(problem.isVisible)
    assert "missing" in problem.text()
    assert "データベース" in problem.text()


def test_wrong_settings_are_told_in_a_sentence(tmp_path):
    folder = tmp_path / "config" / "mizumado"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("colour = 'blue'\n", "utf-8")
    done = subprocess.run(PROGRAM, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    assert "colour" in done.stderr
    assert "Traceback" not in done.stderr
