"""What stands in a login-information letter (ログイン情報通知書), the one-time password apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.issuer import Issuer
    from db.rules.words import CustomerKind


@dataclass(frozen=True, slots=True)
class LoginLetter:
    """To whom a one-time password goes; there is no room for a login ID or a portal number.

    ``at`` and ``expires_at`` are aware; ``postal_code`` is seven digits or nothing.
    """

    receipt: str
    at: dt.datetime
    expires_at: dt.datetime
    issuer: Issuer
    name: str
    kind: CustomerKind
    postal_code: str
    address: str
