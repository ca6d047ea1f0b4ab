"""The words for the particulars of a recorded event: its codes, its numbers and its days.

As in ``desktop.labels``: each function gives its words in the language of the moment. What has no
words yet is told as it is recorded, so that nothing recorded is kept from its reader.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QCoreApplication

from db.rules.contact_words import (
    Channel,
    CheckItem,
    CheckMethod,
    HoldKind,
    ProtectionSource,
    Speaker,
    Topic,
)
from db.rules.member_words import MemberRefusal, MemberState, SuspensionReason, WithdrawalReason
from db.rules.paper import PaperKind, PaperWay
from db.rules.periods import in_japan
from db.rules.words import CollectionState, EventKind, OpeningReason, PasswordKind, Role
from desktop import contact_words, labels, member_words, paper_words
from desktop.event_words import event_words
from desktop.format import day_and_time, short_date
from desktop.setting_words import setting_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

translate = QCoreApplication.translate
_E = TypeVar("_E", bound=StrEnum)

_NOBODY: Final[Mapping[int, str]] = MappingProxyType({})
# numbers of rows, which say nothing to a reader
_INNER: Final = frozenset(
    {
        "contact",
        "member",
        "hold",
        "protection",
        "debt",
        "contract",
        "office",
        "before",
        "document",
        "announcement",
    }
)
_NONE: Final = (None, "")
_PEOPLE: Final = frozenset({"staff", "supervisor"})


def facts_words(
    kind: EventKind, facts: Mapping[str, object], names: Mapping[int, str] = _NOBODY
) -> str:
    """The particulars of an event: 検索語：ヤマダ; ``names`` are those of staff by their id."""
    told = translate("Events", "{title}: {value}")
    titles = _titles()
    known = {
        key: told for key, told in facts.items() if key not in _INNER and told not in (None, "")
    }
    places = {key: at for at, key in enumerate(titles)}
    ordered = sorted(known, key=lambda key: (places.get(key, len(places)), key))
    return "  ".join(
        told.format(title=_title(key, titles), value=_value(kind, key, known[key], names))
        for key in ordered
    )


def _title(key: str, titles: Mapping[str, str]) -> str:
    field, _, when = key.rpartition("_")
    changed = {
        "before": translate("Events", "{field} before"),
        "after": translate("Events", "{field} after"),
    }
    if key not in titles and when in changed:
        return changed[when].format(field=_fields().get(field, field))
    return titles.get(key, key)


def _value(kind: EventKind, key: str, value: object, names: Mapping[int, str]) -> str:
    if key in _PEOPLE:
        return names.get(value, f"#{value}") if isinstance(value, int) else str(value)
    words = _codes().get(key)
    if key == "reason":
        words = _reasons().get(kind, {})
    elif key in ("paper", "to") or (kind is EventKind.PRINTED and key == "what"):
        words = _papers()
    if words is not None:
        comma = translate("Events", ", ", "between particulars")
        return comma.join(words.get(code, code) for code in _several(str(value), words))
    return _moment(str(value))


def _several(value: str, words: Mapping[str, str]) -> list[str]:
    codes = value.replace(",", " ").split()
    # what somebody wrote stays whole; several codes are told apart
    return codes if codes and all(code in words for code in codes) else [value]


def _moment(value: str) -> str:
    try:
        if len(value) == len("2024-09-30"):
            return short_date(dt.date.fromisoformat(value))
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return value
    return day_and_time(in_japan(moment)) if moment.tzinfo is not None else value


def _titles() -> dict[str, str]:
    return _general_titles() | _paper_titles()


def _paper_titles() -> dict[str, str]:
    return {
        "paper": translate("Events", "Document"),
        "number": translate("Events", "Document number"),
        "yen": translate("Events", "Amount"),
        "copies": translate("Events", "Copies"),
        "count": translate("Events", "Number of notices"),
        "setting": translate("Events", "Setting"),
        "run": translate("Events", "Delivery"),
        "files": translate("Events", "Files"),
        "refused": translate("Events", "Refused lines"),
        "day": translate("Events", "Day"),
        "batch": translate("Events", "Batch"),
        "execute_on": translate("Events", "Day of the cut-off"),
        "in_spite_of": translate("Events", "In spite of"),
    }


def _general_titles() -> dict[str, str]:
    return {
        "staff": translate("Events", "Account"),
        "text": translate("Events", "Looked for"),
        "only": translate("Events", "Shown"),
        "channel": translate("Events", "Came by"),
        "topic": translate("Events", "Topic"),
        "speaker": translate("Events", "Speaker"),
        "method": translate("Events", "Known by"),
        "items": translate("Events", "Asked or shown"),
        "wrong": translate("Events", "Did not agree"),
        "result": translate("Events", "Result"),
        "in_writing": translate("Events", "In writing"),
        "source": translate("Events", "Ground"),
        "why": translate("Events", "Kind"),
        "call_back": translate("Events", "To call back"),
        "state": translate("Events", "State"),
        "fields": translate("Events", "Changed"),
        "role": translate("Events", "Role"),
        "password": translate("Events", "Password"),
        "way": translate("Events", "Way"),
        "reason": translate("Events", "Reason"),
        "supervisor": translate("Events", "Supervisor"),
        "follow_up_on": translate("Events", "Follow-up day"),
        "to": translate("Events", "Gone to"),
        "kinds": translate("Events", "Kinds of acts"),
        "since": translate("Events", "From when"),
        "from_on": translate("Events", "From when"),
        "to_on": translate("Events", "Until when"),
        "until": translate("Events", "Until when"),
        "kept_until": translate("Events", "Data kept until"),
        "faults": translate("Events", "Faults found"),
        "anchor": translate("Events", "Digits of the seal"),
        "what": translate("Events", "Contents"),
        "rows": translate("Events", "Rows"),
        "file": translate("Events", "File"),
        "years": translate("Events", "Years"),
        "receipt": translate("Events", "Receipt number"),
    }


def _codes() -> dict[str, dict[str, str]]:
    items = _words(CheckItem, contact_words.check_item)
    yes = {"1": translate("Events", "yes")}
    return {
        "only": _filters(),
        "channel": _words(Channel, contact_words.channel),
        "topic": _words(Topic, contact_words.topic),
        "speaker": _words(Speaker, contact_words.speaker),
        "method": _words(CheckMethod, contact_words.check_method),
        "items": items,
        "wrong": items,
        "result": _results(),
        "in_writing": yes,
        "call_back": yes,
        "kinds": _words(EventKind, event_words),
        "setting": setting_names(),
        "source": _words(ProtectionSource, contact_words.protection_source),
        "why": _words(HoldKind, contact_words.hold_kind),
        "state": {state: member_words.member_state(state).text for state in MemberState},
        "fields": _fields(),
        "role": _words(Role, labels.role_name),
        "password": _passwords(),
        "way": _ways(),
        "in_spite_of": {
            "debit_requested": labels.collection_state(CollectionState.REQUESTED),
            "payment_reported": contact_words.hold_kind(HoldKind.REPORTED_PAYMENT),
            "instalments": contact_words.hold_kind(HoldKind.INSTALMENTS),
        },
    }


def _reasons() -> dict[EventKind, dict[str, str]]:
    return {
        EventKind.CUSTOMER_OPENED: _openings(),
        EventKind.SIGN_IN_FAILED: _failures(),
        EventKind.MEMBER_REFUSED: _words(MemberRefusal, member_words.member_refusal),
        EventKind.MEMBER_SUSPENDED: _words(SuspensionReason, member_words.suspension_reason),
        EventKind.MEMBER_WITHDRAWN: _words(WithdrawalReason, member_words.withdrawal_reason),
    }


def _words(codes: type[_E], word: Callable[[_E], str]) -> dict[str, str]:
    return {code: word(code) for code in codes}


def _filters() -> dict[str, str]:
    return {
        "all": translate("Events", "all"),
        "in_use": translate("Events", "in use only"),
        "unpaid": translate("Events", "with unpaid bills"),
    }


def _results() -> dict[str, str]:
    return {
        "passed": translate("Events", "passed"),
        "failed": translate("Events", "failed"),
        "tried": translate("Events", "tried"),
    }


def _fields() -> dict[str, str]:
    return {
        "value": translate("Events", "value"),
        "email": translate("Events", "e-mail"),
        "mails_reading": translate("Events", "mail about readings"),
        "mails_billing": translate("Events", "mail about bills"),
        "mails_overdue": translate("Events", "mail about overdue bills"),
        "language": translate("Events", "language of mail"),
        "login_id": translate("Events", "login ID"),
        "answer": translate("Events", "secret question"),
        "question": translate("Events", "secret question"),
        "name": translate("Events", "name"),
        "name_latin": translate("Events", "name in Latin letters"),
        "role": translate("Events", "role"),
        "office": translate("Events", "office"),
    }


def _passwords() -> dict[str, str]:
    return {
        PasswordKind.INITIAL: translate("Events", "first one"),
        PasswordKind.ONE_TIME: translate("Events", "one-time"),
        PasswordKind.OWN: translate("Events", "chosen by its owner"),
    }


def _ways() -> dict[str, str]:
    return {
        "counter": translate("Events", "at the counter"),
        "mail": translate("Events", "by mail"),
        "post": translate("Events", "by post"),
        "handed_over": translate("Events", "handed over"),
    }


def _papers() -> dict[str, str]:
    return _words(PaperKind, paper_words.paper_kind) | _words(PaperWay, paper_words.paper_way)


def _openings() -> dict[str, str]:
    return {
        OpeningReason.SEARCHED: translate("Events", "from the search"),
        OpeningReason.NUMBER: translate("Events", "by a whole number"),
        OpeningReason.REOPENED: translate("Events", "opened again"),
        OpeningReason.PARKED: translate("Events", "parked before"),
        OpeningReason.FOLLOW_UP: translate("Events", "to follow up"),
        OpeningReason.PENDING_MEMBER: translate("Events", "to decide a registration"),
    }


def _failures() -> dict[str, str]:
    return {
        "unknown_id": translate("Events", "unknown ID"),
        "wrong_password": translate("Events", "wrong password"),
        "locked": translate("Events", "ID locked"),
        "outside_hours": translate("Events", "outside staff hours"),
        "password_expired": translate("Events", "password expired"),
    }
