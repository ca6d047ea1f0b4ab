"""Handing one mail to the bureau's mail server, and knowing what became of it."""

from __future__ import annotations

import re
import smtplib
import ssl
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db.rules.mail_delivery import Answer, MailProblem, MailSecurity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.mail.settings import MailServer

_PATIENCE_S: Final = 60.0
_GO_AHEAD: Final = 354
_LINE_OF_DOT: Final = re.compile(rb"^\.", re.MULTILINE)
_STATUS: Final = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}(?!\d)")
# RFC 4954: the server wants to know us better; that is not the mail's fault
_ABOUT_US: Final = range(530, 540)


class NotConnected(Exception):
    """The server cannot be used at present; nothing was handed over."""

    def __init__(self, problem: MailProblem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Told:
    """What the server made of a mail; ``problem`` is a MailProblem and the server's numbers."""

    answer: Answer
    problem: str = ""


@contextmanager
def connected(server: MailServer, *, patience_s: float = _PATIENCE_S) -> Iterator[smtplib.SMTP]:
    """Yield a connection over which one may send; raises NotConnected."""
    try:
        smtp = _open(server, patience_s)
    except ssl.SSLError as error:
        raise NotConnected(MailProblem.NOT_TRUSTED) from error
    except smtplib.SMTPAuthenticationError as error:
        raise NotConnected(MailProblem.LOGIN_REFUSED) from error
    except smtplib.SMTPNotSupportedError as error:
        raise NotConnected(MailProblem.LOGIN_REFUSED) from error
    except (OSError, UnicodeError) as error:
        raise NotConnected(MailProblem.UNREACHABLE) from error
    try:
        yield smtp
    finally:
        _leave(smtp)


def hand_over(smtp: smtplib.SMTP, content: bytes, *, sender: str, to: str) -> Told:
    """Give the server the mail.

    Before it asks for the content a failure means that it has no mail; a silence afterwards
    leaves open whether it has.
    """
    try:
        refused = (
            _refusal(smtp.mail(sender), MailProblem.SENDER_REFUSED)
            or _refusal(smtp.rcpt(to), MailProblem.ADDRESS_REFUSED)
            or _refusal(smtp.docmd("DATA"), MailProblem.MAIL_REFUSED, wanted=_GO_AHEAD)
        )
    except OSError:
        return Told(Answer.NOT_NOW, MailProblem.UNREACHABLE)
    if refused is not None:
        return refused
    try:
        smtp.send(_LINE_OF_DOT.sub(b"..", content) + b".\r\n")
        reply = smtp.getreply()
    except OSError:
        return Told(Answer.UNCLEAR, MailProblem.NO_ANSWER)
    if not 200 <= reply[0] < 600:
        return Told(Answer.UNCLEAR, MailProblem.NO_ANSWER)
    return _refusal(reply, MailProblem.MAIL_REFUSED) or Told(Answer.TAKEN)


def _open(server: MailServer, patience_s: float) -> smtplib.SMTP:
    trusted = ssl.create_default_context()
    host, port = server.host.strip("[]"), server.port
    if server.security is MailSecurity.TLS:
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=patience_s, context=trusted)
    else:
        smtp = smtplib.SMTP(host, port, timeout=patience_s)
    try:
        if server.security is MailSecurity.STARTTLS:
            _start_tls(smtp, trusted)
        if server.user:
            smtp.login(server.user, server.password)
        smtp.ehlo_or_helo_if_needed()
    except BaseException:
        smtp.close()
        raise
    return smtp


def _start_tls(smtp: smtplib.SMTP, trusted: ssl.SSLContext) -> None:
    try:
        smtp.starttls(context=trusted)
    except smtplib.SMTPNotSupportedError as error:
        raise NotConnected(MailProblem.NOT_TRUSTED) from error


def _leave(smtp: smtplib.SMTP) -> None:
    try:
        smtp.quit()
    except OSError:
        smtp.close()


def _refusal(
    reply: tuple[int, bytes], problem: MailProblem, *, wanted: int | None = None
) -> Told | None:
    code, words = reply
    if code == wanted or (wanted is None and 200 <= code < 300):
        return None
    never = 500 <= code < 600 and code not in _ABOUT_US
    # the server's numbers alone: its words may quote an address, or the mail
    status = _STATUS.match(words)
    numbers = f"{code} {status[0].decode()}" if status else str(code)
    return Told(Answer.NEVER if never else Answer.NOT_NOW, f"{problem} {numbers}")
