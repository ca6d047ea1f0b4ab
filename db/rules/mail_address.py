"""Whether an address can be written into the head of a mail without changing what it says."""

from __future__ import annotations

import re
from typing import Final

from db.errors import RuleBroken

LONGEST_MAIL_ADDRESS: Final = 254
_PLAIN: Final = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
)


def mail_address(address: str) -> str:
    """The address itself, if it is one plain address; raises RuleBroken ``mail.address_…``.

    Line ends, spaces, names, quotes and lists are refused: RFC 5322 would read more than one
    address or header in them. What an address of a member must look like besides is the form's.
    """
    if not address:
        raise RuleBroken("mail.address_missing")
    if len(address) > LONGEST_MAIL_ADDRESS or not _PLAIN.fullmatch(address):
        raise RuleBroken("mail.address_unusable")
    return address


def mask_mail_address(address: str) -> str:
    """An address by which its owner knows it and nobody else does: h***@example.jp."""
    name, at, domain = address.rpartition("@")
    return f"{name[:1]}***{at}{domain}" if name else "***"
