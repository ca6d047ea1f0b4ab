"""How the audit is sealed: what is hashed of an event and of a seal, and what a check can find.

The form is fixed by a version that is hashed with it, and does not depend on the database: a seal
made on one kind can be checked on the other.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FIRST_PREV: Final = "0" * 64
"""What the first seal hashes in place of a seal before it."""

_VERSION: Final = "mizumado-audit-1"
_ANCHOR_LENGTH: Final = 16

# JSON in ASCII says where a value ends, and tells 1 from "1" and nothing from an empty text
_encode: Final = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode

Value = int | str | None
"""A whole number, a text or nothing; an instant is the text of its UTC time, to the microsecond."""


class Tampering(StrEnum):
    """What a check of the audit can find."""

    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    UNREADABLE = "unreadable"
    SEAL_BROKEN = "seal_broken"
    ANCHOR_UNKNOWN = "anchor_unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was done to the events ``after`` to ``up_to``, which the seal ``seal_id`` covers.

    A renumbered event shows as changed, or as removed from one seal and inserted into another;
    an unknown anchor belongs to no seal, because the audit's end was cut off or made anew.
    """

    kind: Tampering
    seal_id: int | None = None
    after: int = 0
    up_to: int = 0


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seal's own facts: hashed first, so that they cannot be changed either."""

    prev: str
    up_to: int
    sealed_at: str


def root_of(sealed: Sealed, events: Iterable[Sequence[Value]]) -> tuple[int, str]:
    """How many events a seal covers, and the hash over the seal before, its facts and each event.

    ``events`` come in the order of their ids; each is hashed whole, its id first.
    """
    digest = hashlib.sha256()
    digest.update(_line([_VERSION, sealed.prev, sealed.up_to, sealed.sealed_at]))
    count = 0
    for event in events:
        digest.update(_line(event))
        count += 1
    digest.update(_line([count]))
    return count, digest.hexdigest()


def anchor_of(root: str) -> str:
    """What is printed of a seal: 16 hex digits, kept outside the database."""
    return root[:_ANCHOR_LENGTH]


def read_anchor(typed: str) -> str:
    """The anchor as somebody reads it off the sheet; raises RuleBroken ``anchor.malformed``."""
    anchor = "".join(unicodedata.normalize("NFKC", typed).lower().replace("-", " ").split())
    if len(anchor) != _ANCHOR_LENGTH or not set(anchor) <= set("0123456789abcdef"):
        raise RuleBroken("anchor.malformed", anchor=typed)
    return anchor


def _line(values: Sequence[Value]) -> bytes:
    return _encode(list(values)).encode() + b"\n"
