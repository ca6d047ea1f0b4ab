"""The offices of the bureau, to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from db.models import Office

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """An office and what it is called."""

    office_id: int
    name: str
    name_latin: str


def offices(session: Session) -> tuple[OfficeFacts, ...]:
    """All offices, by their code."""
    chosen = select(Office.id, Office.name, Office.name_latin).order_by(Office.code).limit(_MOST)
    return tuple(OfficeFacts(*row) for row in session.execute(chosen))
