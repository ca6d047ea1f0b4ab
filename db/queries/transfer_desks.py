"""The desks that a caller is passed on to, where the bureau has set its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.models import Setting
from db.rules.transfer_desks import TransferDesk, parse_desks

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_SETTING = "desks.transfer"


def transfer_desks(session: Session) -> tuple[TransferDesk, ...]:
    """The desks of the setting ``desks.transfer``; none where nothing is set."""
    value = session.scalar(select(Setting.value).where(Setting.name == _SETTING).limit(1))
    return parse_desks(value or "")
