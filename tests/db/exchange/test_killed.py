"""A process that is killed while it imports leaves what there was before, or all of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from db.rules.import_words import ImportState
from tests.db.exchange.night import Night
from tests.db.exchange.test_importing import stored
from tests.house.source import ROOT

# every file is told of twice, then each kind is checked, then stored: the last is before COMMIT
READING, STORING, COMMITTING = 8, 36, 44


@pytest.mark.parametrize("at", [READING, STORING, COMMITTING])
def test_nothing_is_left_of_an_import_that_was_killed(database, folder, deliver, at):
    Night(3).write(folder)
    before = stored(database)
    url = database.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.db.exchange.dying", url, str(folder), str(at)]
    killed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert killed.returncode == -9, killed.stderr + killed.stdout
    assert stored(database) == before
    # its lock dies with it: on a server as soon as that notices
    assert deliver().state is ImportState.STORED
