"""The mail server and the sender, as the bureau has set them."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from db.errors import RuleBroken
from db.models import Setting
from db.queries.settings import bureau_facts
from db.rules.field_text import clean
from db.rules.mail_address import mail_address
from db.rules.mail_delivery import MailSecurity
from db.rules.member_words import MailLanguage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PASSWORD_VARIABLE: Final = "MIZUMADO_MAIL_PASSWORD"  # noqa: S105 the name of the variable
"""The environment variable with the mail server's password, which no database holds."""

_PORTS: Final = {MailSecurity.STARTTLS: 587, MailSecurity.TLS: 465, MailSecurity.NONE: 25}
_NAMES: Final = tuple(
    f"mail.{name}" for name in ("host", "port", "security", "user", "from", "reply_to")
)
_LONGEST_NAME: Final = 100
_LAST_PORT: Final = 65_535


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over, how, and as whom; without ``user`` nobody signs in."""

    host: str
    port: int
    security: MailSecurity
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Sender:
    """Whom the mail comes from, whom to answer, and whom to call."""

    address: str
    reply_to: str
    names: dict[MailLanguage, str]
    phone: str


def mail_settings(session: Session, password: str | None) -> tuple[MailServer, Sender]:
    """What is set, or RuleBroken.

    ``mail.not_set_up`` names the setting that is missing; ``setting.unreadable`` one that cannot
    be meant; ``mail.insecure`` forbids a way without TLS to another computer, ``mail.fictional``
    mail from a fictional town to anybody else's server; ``mail.password_missing``.
    """
    rows = session.execute(select(Setting.name, Setting.value).where(Setting.name.in_(_NAMES)))
    values = {name: value.strip() for name, value in rows if value.strip()}
    server = _server(values, password)
    if not _is_here(server.host):
        if server.security is MailSecurity.NONE:
            raise RuleBroken("mail.insecure", host=server.host)
        if bureau_facts(session).fictional:
            raise RuleBroken("mail.fictional", host=server.host)
    return server, _sender(session, values)


def _server(values: dict[str, str], password: str | None) -> MailServer:
    host = _needed(values, "mail.host")
    if any(character.isspace() or not character.isprintable() for character in host):
        raise RuleBroken("setting.unreadable", name="mail.host", value=host)
    security = _security(values.get("mail.security", MailSecurity.STARTTLS.value))
    port = _port(values.get("mail.port", str(_PORTS[security])))
    user = values.get("mail.user", "")
    if user and not password:
        raise RuleBroken("mail.password_missing", variable=PASSWORD_VARIABLE, user=user)
    return MailServer(host, port, security, user, (password or "") if user else "")


def _sender(session: Session, values: dict[str, str]) -> Sender:
    bureau = bureau_facts(session)
    name = _line("bureau.name", bureau.bureau_name)
    latin = bureau.bureau_name_en or name
    address = _address("mail.from", _needed(values, "mail.from"))
    reply_to = values.get("mail.reply_to", "")
    return Sender(
        address=address,
        reply_to=_address("mail.reply_to", reply_to) if reply_to else "",
        names={MailLanguage.JA: name, MailLanguage.EN: _line("bureau.name_latin", latin)},
        phone=_line("bureau.phone", bureau.bureau_phone),
    )


def _needed(values: dict[str, str], name: str) -> str:
    value = values.get(name)
    if value is None:
        raise RuleBroken("mail.not_set_up", name=name)
    return value


def _security(value: str) -> MailSecurity:
    try:
        return MailSecurity(value)
    except ValueError:
        raise RuleBroken("setting.unreadable", name="mail.security", value=value) from None


def _port(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", value) or not 1 <= int(value) <= _LAST_PORT:
        raise RuleBroken("setting.unreadable", name="mail.port", value=value)
    return int(value)


def _address(name: str, value: str) -> str:
    try:
        return mail_address(value)
    except RuleBroken:
        raise RuleBroken("setting.unreadable", name=name, value=value) from None


def _line(name: str, value: str) -> str:
    if not value:
        raise RuleBroken("mail.not_set_up", name=name)
    try:
        return clean(name, value, _LONGEST_NAME)
    except RuleBroken:
        raise RuleBroken("setting.unreadable", name=name, value=value) from None


def _is_here(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
