"""How a member's address and ID are shown before the person is known, and kept in the audit."""

from __future__ import annotations

from typing import Final

_SHOWN: Final = 2
_HIDDEN: Final = "***"


def mask_email(email: str) -> str:
    """An e-mail address with most of its first part hidden: ha***@example.jp."""
    local, at, domain = email.partition("@")
    return f"{_start(local)}{_HIDDEN}{at}{domain}" if email else ""


def mask_login_id(login_id: str) -> str:
    """A login ID of which only the beginning is seen: ya***."""
    return f"{_start(login_id)}{_HIDDEN}" if login_id else ""


def _start(text: str) -> str:
    # of a short text even two characters would be too much
    return text[: min(_SHOWN, len(text) // 2)]
