"""What a membership may do where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.rules.member_words import MemberState

if TYPE_CHECKING:
    from collections.abc import Collection

HOLDING: Final = (MemberState.PENDING, MemberState.ACTIVE, MemberState.SUSPENDED)
"""The states of a membership that holds a login ID."""


def require_state(state: MemberState, allowed: Collection[MemberState]) -> None:
    """Go on only with a membership that stands so.

    Raises ``record.changed`` for one that ended meanwhile, else ``member.suspended``,
    ``member.pending`` or ``member.active``, after the state it is in.
    """
    if state in allowed:
        return
    raise RuleBroken(f"member.{state}" if state in HOLDING else "record.changed")
