"""The tests leave nothing behind on the machine they run on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.house.source import ROOT
from tests.postgres import running_server

A_KILLED_RUN = """
import os, signal
from tests.postgres import running_server
with running_server() as server:
    print(server.url("postgres"), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def folder(url):
    return Path(url.partition("host=")[2])


def test_a_server_goes_with_its_folder():
    with running_server() as server:
        place = folder(server.url("postgres"))
        assert place.is_dir()
    assert not place.exists()


def test_a_killed_run_leaves_no_server_behind():
    killed = subprocess.run(
        [sys.executable, "-c", A_KILLED_RUN], capture_output=True, text=True, cwd=ROOT
    )
    # the output ended only when whoever clears up had closed it too
    place = folder(killed.stdout.strip())
    assert place.name
    assert not place.exists()


def test_tests_see_no_settings_of_the_person_who_runs_them():
    assert [name for name in os.environ if name.startswith("MIZUMADO_")] == []
