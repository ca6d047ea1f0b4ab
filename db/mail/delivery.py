"""Taking mail from the outbox to the bureau's mail server, each once at most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from db.commands.mail_delivery import (
    claim_mail,
    end_interrupted,
    put_off,
    refuse_mail,
    settle_mail,
)
from db.commands.member_secrets import hash_member_password, make_one_time_password
from db.errors import OutOfReach, RuleBroken
from db.mail.message import written
from db.mail.settings import mail_settings
from db.mail.transport import NotConnected, Told, connected, hand_over
from db.queries.outbox import due_mails
from db.rules.mail_delivery import Answer, MailProblem
from db.rules.member_words import MailKind, MailState

if TYPE_CHECKING:
    import datetime as dt
    import smtplib
    from collections.abc import Callable

    from db.commands.audit import Actor
    from db.engine import Database
    from db.mail.settings import MailServer, Sender
    from db.queries.outbox import DueMail

_MOST_AT_ONCE: Final = 1000
_TRIES_TO_SETTLE: Final = 5


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a round did: mails by their new state, and what kept it from the server, if anything.

    ``unclear`` and ``failed`` are the numbers of mails somebody should look at.
    """

    states: Counter[MailState]
    unclear: tuple[int, ...]
    failed: tuple[int, ...]
    out_of_reach: MailProblem | None


def deliver(
    database: Database,
    *,
    password: str | None,
    by: Actor,
    clock: Callable[[], dt.datetime],
    wanted: Callable[[], bool] = lambda: True,
) -> Delivered:
    """Send what is due, as long as it is ``wanted``; raises RuleBroken as ``mail_settings`` does.

    Several may run at once. A mail whose fate nobody knows is called unclear and left alone.
    """
    with database.reading() as session:
        server, sender = mail_settings(session, password)
    round_ = _Round(database, server, sender, by, clock)
    round_.end_interrupted()
    with database.reading() as session:
        due = due_mails(session, clock(), limit=_MOST_AT_ONCE)
    for mail in due:
        if not wanted():
            break
        round_.take(mail)
    return round_.delivered()


@dataclass(slots=True)
class _Round:
    database: Database
    server: MailServer
    sender: Sender
    by: Actor
    clock: Callable[[], dt.datetime]
    out_of_reach: MailProblem | None = None
    outcomes: dict[int, MailState] = field(default_factory=dict)

    def end_interrupted(self) -> None:
        with self.database.writing() as session:
            left = end_interrupted(session, self.clock())
        self.outcomes.update(dict.fromkeys(left, MailState.UNCLEAR))

    def take(self, mail: DueMail) -> None:
        if self.out_of_reach is None:
            self.out_of_reach = self._try(mail)
        if self.out_of_reach is not None:
            with self.database.writing() as session:
                put = put_off(session, mail, problem=self.out_of_reach, now=self.clock())
            self.outcomes[mail.mail_id] = put

    def _try(self, mail: DueMail) -> MailProblem | None:
        try:
            with connected(self.server) as smtp:
                self._send(smtp, mail)
        except NotConnected as error:
            return error.problem
        return None

    def _send(self, smtp: smtplib.SMTP, mail: DueMail) -> None:
        one_time = mail.kind is MailKind.ONE_TIME_PASSWORD
        code = make_one_time_password() if one_time else ""
        hashed = hash_member_password(code) if one_time else None
        now = self.clock()
        try:
            content = written(mail, self.sender, code=code, now=now)
        except RuleBroken:
            with self.database.writing() as session:
                problem = MailProblem.ADDRESS_UNUSABLE
                self.outcomes[mail.mail_id] = refuse_mail(session, mail, problem=problem)
            return
        with self.database.writing() as session:
            claimed = claim_mail(session, mail, one_time_hash=hashed, by=self.by, now=now)
        if claimed:
            self._hand_over(smtp, mail, content)

    def _hand_over(self, smtp: smtplib.SMTP, mail: DueMail, content: bytes) -> None:
        told = Told(Answer.UNCLEAR, MailProblem.INTERRUPTED)
        try:
            told = hand_over(smtp, content, sender=self.sender.address, to=mail.to_address)
        finally:  # also when somebody stops the program just now
            self._settle(mail, told)

    def _settle(self, mail: DueMail, told: Told) -> None:
        # what is known must not become unclear because the counters are busy writing
        for tries_left in reversed(range(_TRIES_TO_SETTLE)):
            try:
                with self.database.writing() as session:
                    self.outcomes[mail.mail_id] = settle_mail(
                        session, mail, told.answer, problem=told.problem, now=self.clock()
                    )
            except OutOfReach as error:
                if error.code != "locked" or not tries_left:
                    raise
            else:
                return

    def delivered(self) -> Delivered:
        return Delivered(
            states=Counter(self.outcomes.values()),
            unclear=self._numbers(MailState.UNCLEAR),
            failed=self._numbers(MailState.FAILED),
            out_of_reach=self.out_of_reach,
        )

    def _numbers(self, state: MailState) -> tuple[int, ...]:
        return tuple(sorted(mail for mail, now in self.outcomes.items() if now is state))
