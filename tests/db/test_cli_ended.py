"""``mizumado-db`` ends without a traceback when it is told to, or when nobody reads it any more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

ROOT = Path(__file__).parents[2]
A_WHILE_S = 60
SIGNALS = pytest.mark.parametrize(
    ("told", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["interrupt", "terminate"]
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")


def start(*words, options=()):
    command = [sys.executable, *options, "-m", "db", *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=ROOT, **pipes)


@SIGNALS
def test_it_ends_without_a_word_while_it_is_loaded(sqlite_url, told, code):
    process = start("check", "--database", sqlite_url, options=["-X", "importtime"])
    while "sqlalchemy" not in process.stderr.readline():
        assert process.poll() is None
    process.send_signal(told)
    said, wrong = process.communicate(timeout=A_WHILE_S)
    assert (process.returncode, said) == (code, "")
    assert "Traceback" not in wrong


@SIGNALS
def test_what_is_under_way_is_cut_off(postgresql_database, told, code):
    url = postgresql_database.engine.url.render_as_string(hide_password=False)
    with postgresql_database.writing() as session:
        session.execute(text("LOCK TABLE audit_event"))
        process = start("seal", "--database", url)
        waiting = text("SELECT COUNT(*) FROM pg_locks WHERE NOT granted")
        while not session.scalar(waiting):
            assert process.poll() is None
            session.execute(text("SELECT pg_sleep(0.05)"))
        process.send_signal(told)
        said, wrong = process.communicate(timeout=A_WHILE_S)
    stopped = "Stopped; what was under way was not stored.\n"
    assert (process.returncode, said, wrong) == (code, "", stopped)


def test_it_ends_when_nobody_reads_what_it_says(sqlite_url):
    process = start("check", "--database", sqlite_url)
    process.stdout.close()
    _, wrong = process.communicate(timeout=A_WHILE_S)
    assert (process.returncode, wrong) == (141, "")
