"""Writing a mail as RFC 5322 wants it."""

from __future__ import annotations

from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING

from db.mail.words import changed_items, mail_text, moment
from db.rules.mail_address import mail_address
from db.rules.mail_delivery import CODE_VALID_FOR
from db.rules.periods import in_japan

if TYPE_CHECKING:
    import datetime as dt

    from db.mail.settings import Sender
    from db.queries.outbox import DueMail


def written(mail: DueMail, sender: Sender, *, code: str, now: dt.datetime) -> bytes:
    """The mail, ready to be handed over; ``code`` is the one-time password, or empty.

    Raises RuleBroken ``mail.address_…`` for a recipient that is no plain address.
    """
    text = mail_text(mail.kind, mail.language, _facts(mail, sender, code, now))
    domain = sender.address.rpartition("@")[2]
    # ASCII alone, so that every server can take it
    message = EmailMessage(policy.SMTP.clone(cte_type="7bit"))
    message["From"] = _address(sender.address, sender.names[mail.language])
    message["To"] = _address(mail_address(mail.to_address))
    if sender.reply_to:
        message["Reply-To"] = _address(sender.reply_to)
    message["Subject"] = text.subject
    message["Date"] = format_datetime(in_japan(now))
    message["Message-ID"] = make_msgid(domain=domain)
    # RFC 3834: nobody's absence is to be told to the bureau
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text.body)
    return message.as_bytes()


def _address(address: str, name: str = "") -> Address:
    # in parts: as a whole, the addresses with two dots in a row that Japanese mobile phones have
    # would be refused
    user, _, domain = address.rpartition("@")
    return Address(name, user, domain)


def _facts(mail: DueMail, sender: Sender, code: str, now: dt.datetime) -> dict[str, str]:
    return {
        "bureau": sender.names[mail.language],
        "phone": sender.phone,
        "day": moment(mail.queued_at, mail.language),
        "receipt": str(mail.facts.get("receipt") or ""),
        "items": changed_items(str(mail.facts.get("fields") or ""), mail.language),
        "code": code,
        "until": moment(now + CODE_VALID_FOR, mail.language),
    }
