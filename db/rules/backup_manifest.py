"""What is written beside a backup: of what it is, and how to tell that it is whole."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

_FORM: Final = "mizumado-backup-1"


class BackupKind(StrEnum):
    """What a backup is a copy of."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup's own facts; ``database`` is its place, never with a password.

    ``rows`` are those of each table, ``anchor`` is the last seal's, and ``audit_sound`` says that
    the audit was found untouched in the copy.
    """

    kind: BackupKind
    database: str
    made_at: dt.datetime
    program: str
    revision: str
    rows: dict[str, int]
    size: int
    sha256: str
    anchor: str | None
    audit_sound: bool


def manifest_text(manifest: Manifest) -> str:
    """The manifest as JSON, to be read by people too."""
    told = {field.name: getattr(manifest, field.name) for field in fields(manifest)}
    told |= {"form": _FORM, "made_at": manifest.made_at.isoformat()}
    return json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read_manifest(text: str) -> Manifest:
    """What ``manifest_text`` wrote; raises ValueError for anything else."""
    told = json.loads(text)
    if not isinstance(told, dict) or told.pop("form", None) != _FORM:
        raise ValueError("no manifest of a backup")
    try:
        told |= {"kind": BackupKind(told["kind"]), "made_at": _instant(told["made_at"])}
        return _checked(Manifest(**told))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("a manifest that lacks something") from error


def _instant(told: str) -> dt.datetime:
    instant = dt.datetime.fromisoformat(told)
    if instant.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return instant


def _checked(read: Manifest) -> Manifest:
    texts: tuple[object, ...] = (read.database, read.program, read.revision, read.sha256)
    counts: tuple[object, ...] = (read.size, *read.rows.values())
    sound: object = read.audit_sound
    right = isinstance(sound, bool) and isinstance(read.anchor, str | None)
    right = right and all(isinstance(text, str) for text in texts)
    if not right or not all(type(count) is int for count in counts):
        raise ValueError("a manifest with a value of the wrong kind")
    return read
