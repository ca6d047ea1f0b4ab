"""Every way in which a backup is hindered is told in a sentence, here and on the command line."""

from __future__ import annotations

import re

import pytest

from db.cli.sentences import sentence as told_on_the_command_line
from db.errors import RuleBroken
from desktop.backup_sentences import backup_sentences
from desktop.errors import sentence
from tests.house.source import modules, text

CODES = re.compile(r'"((?:backup|restore)\.[a-z_]+)"')
FACTS = {
    "folder": "/srv/backups",
    "why": "?",
    "file": "water.db",
    "manifest": "water.json",
    "name": "pg_dump",
    "package": "postgresql-client-15",
    "kind": "sqlite",
    "program": "0.2",
    "backup": "water.db",
    "made": "2024-09-19 02:30",
    "command": "mizumado-db restore",
    "table": "bill",
}
FOLDERS = {f"backup.folder_{code}" for code in ("missing", "closed", "full", "failed")}
# a window restores nothing, and a time is typed into a field that says its own words
ON_THE_COMMAND_LINE_ALONE = {
    "backup.no_time",
    "restore.in_use",
    "restore.not_empty",
    "restore.not_equal",
}
ELSEWHERE = {"backup.time_malformed", "backup.folder", "backup.time", "backup.folder_"}


def raised():
    """Give the codes that the modules of backups know."""
    known = {code for path in modules("db") for code in CODES.findall(text(path))}
    names = {code for code in known if code.startswith("backup.keep_")}
    return (known | FOLDERS) - ELSEWHERE - names


def test_every_code_has_its_sentence_and_every_sentence_its_code():
    told = {code for code in backup_sentences() if not code.startswith("database.")}
    assert told == raised() - ON_THE_COMMAND_LINE_ALONE


@pytest.mark.parametrize("code", sorted(raised() | {"database.damaged_backed_up"}))
def test_every_sentence_can_be_filled_in(qapp, code):
    broken = RuleBroken(code, **FACTS)
    assert told_on_the_command_line(broken).strip("….").count("…") == 0
    assert not told_on_the_command_line(broken).startswith("Refused")
    if code not in ON_THE_COMMAND_LINE_ALONE:
        assert "{" not in sentence(broken)
