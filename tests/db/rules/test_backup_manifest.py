"""What is written beside a backup is read again as it was, and nothing else is taken for it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest

from db.rules.backup_manifest import BackupKind, Manifest, manifest_text, read_manifest

MADE = Manifest(
    kind=BackupKind.SQLITE,
    database="/srv/水.db",
    made_at=dt.datetime(2024, 9, 17, 17, 30, tzinfo=dt.UTC),
    program="0.1.0",
    revision="0007",
    rows={"customer": 3, "bill": 0},
    size=4096,
    sha256="0" * 64,
    anchor=None,
    audit_sound=True,
)


@pytest.mark.parametrize("more", [{}, {"anchor": "0123456789abcdef", "audit_sound": False}])
def test_it_is_read_as_it_was_written(more):
    made = dataclasses.replace(MADE, **more)
    assert read_manifest(manifest_text(made)) == made


@pytest.mark.parametrize(
    "change",
    [
        {"form": "another"},
        {"kind": "oracle"},
        {"made_at": "2024-09-17T17:30:00"},
        {"made_at": 7},
        {"rows": {"customer": "3"}},
        {"rows": []},
        {"size": True},
        {"sha256": None},
        {"audit_sound": 1},
        {"anchor": 7},
        {"surplus": 1},
    ],
)
def test_another_text_is_refused(change):
    text = json.dumps(json.loads(manifest_text(MADE)) | change)
    with pytest.raises(ValueError, match=r"."):
        read_manifest(text)


@pytest.mark.parametrize("text", ["", "[]", "{", "7", json.dumps({"form": "mizumado-backup-1"})])
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        read_manifest(text)
