"""Whom one may believe to be whom (本人確認): what to ask, whether it suffices, what it opens.

The policy is the bureau's, after the rules of 大阪市 and 見附市: at the counter and by post a
document, on the phone name, place and a fact that only a bill or the bank book tells, else a call
back to the number on file. Days of birth and meter numbers are known to too many and never count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from db.rules.contact_words import Channel, CheckItem, CheckMethod, CheckResult, Disclosure, Speaker
from db.rules.search_text import fold_text, number_key

DOCUMENTS: Final = (
    CheckItem.MY_NUMBER_CARD,
    CheckItem.DRIVING_LICENCE,
    CheckItem.PASSPORT,
    CheckItem.RESIDENCE_CARD,
    CheckItem.DISABILITY_CERTIFICATE,
)
"""Documents with a photo: one of them is enough."""

LESSER_DOCUMENTS: Final = (CheckItem.HEALTH_CERTIFICATE, CheckItem.EMPLOYEE_CARD)
"""Documents without an official photo: it takes two of them."""

QUESTIONS: Final = (
    CheckItem.NAME,
    CheckItem.PLACE,
    CheckItem.CUSTOMER_NUMBER,
    CheckItem.DEBIT_BANK,
    CheckItem.LAST_AMOUNT,
)
"""What may be asked on the phone."""

TYPED: Final = (CheckItem.CUSTOMER_NUMBER, CheckItem.DEBIT_BANK, CheckItem.LAST_AMOUNT)
"""What the program compares itself with what is on file."""

_PAPERS: Final = {
    Speaker.AGENT: (CheckItem.POWER_OF_ATTORNEY,),
    Speaker.GUARDIAN: (CheckItem.GUARDIANSHIP_CERTIFICATE,),
    Speaker.HEIR: (CheckItem.FAMILY_REGISTER,),
    Speaker.EMPLOYEE: (CheckItem.EMPLOYEE_CARD,),
}
_ALL_PAPERS: Final = frozenset(item for papers in _PAPERS.values() for item in papers)
_COUNTS: Final = {
    CheckMethod.DOCUMENT: frozenset((*DOCUMENTS, *LESSER_DOCUMENTS)) | _ALL_PAPERS,
    CheckMethod.QUESTIONS: frozenset(QUESTIONS),
    CheckMethod.CALL_BACK: frozenset((*QUESTIONS, CheckItem.CALLED_BACK)),
    CheckMethod.OVERRIDE: frozenset[CheckItem](),
}
# the number on file is the user's own: it reaches nobody else
_REACHED_BY_PHONE: Final = (Speaker.USER, Speaker.CO_RESIDENT, Speaker.EMPLOYEE)

_AS_THE_USER: Final = frozenset({Disclosure.BILLS, Disclosure.CONTACT_DETAILS, Disclosure.METER})
_MAY_BE_TOLD: Final = {
    Speaker.USER: _AS_THE_USER | {Disclosure.MEMBERSHIP},
    Speaker.ADDRESSEE: frozenset({Disclosure.BILLS}),
    Speaker.ACCOUNT_HOLDER: frozenset({Disclosure.BILLS}),
    Speaker.OWNER: frozenset({Disclosure.METER}),
    Speaker.MANAGER: frozenset({Disclosure.BILLS, Disclosure.METER}),
    Speaker.CO_RESIDENT: _AS_THE_USER,
    Speaker.AGENT: _AS_THE_USER | {Disclosure.MEMBERSHIP},
    Speaker.GUARDIAN: _AS_THE_USER | {Disclosure.MEMBERSHIP},
    Speaker.HEIR: _AS_THE_USER | {Disclosure.MEMBERSHIP},
    Speaker.EMPLOYEE: _AS_THE_USER | {Disclosure.MEMBERSHIP},
    Speaker.THIRD_PARTY: frozenset[Disclosure](),
}


@dataclass(frozen=True, slots=True)
class OnFile:
    """What is on file to ask for; every contract has a customer number."""

    has_phone: bool
    has_bank: bool
    has_last_amount: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """What makes a speaker known: all of ``required`` and ``papers``, and one of ``one_of``.

    Two of ``two_of`` stand in for one of ``one_of``. ``impossible`` is a code for why nothing
    would do here; its sentence is that of the rule ``identity.<code>``.
    """

    method: CheckMethod
    required: tuple[CheckItem, ...] = ()
    one_of: tuple[CheckItem, ...] = ()
    papers: tuple[CheckItem, ...] = ()
    impossible: str | None = None
    two_of: tuple[CheckItem, ...] = ()


def papers_for(speaker: Speaker) -> tuple[CheckItem, ...]:
    """What shows that a representative may speak, besides a document of their own."""
    return _PAPERS.get(speaker, ())


def may_be_told(speaker: Speaker) -> frozenset[Disclosure]:
    """What somebody who was identified as that may be told or may have changed."""
    return _MAY_BE_TOLD[speaker]


def what_to_ask(channel: Channel, speaker: Speaker, *, on_file: OnFile, protected: bool) -> Asking:
    """What to ask for or be shown, by how the speaker comes and who they say they are."""
    on_the_phone = channel is Channel.PHONE
    method = CheckMethod.QUESTIONS if on_the_phone else CheckMethod.DOCUMENT
    why = impossible(channel, speaker, protected=protected)
    if why is not None:
        return Asking(method, impossible=why)
    if not on_the_phone:
        papers = papers_for(speaker)
        lesser = tuple(item for item in LESSER_DOCUMENTS if item not in papers)
        two = lesser if len(lesser) > 1 else ()
        return Asking(method, one_of=DOCUMENTS, papers=papers, two_of=two)
    return _asking_by_phone(speaker, on_file)


def impossible(channel: Channel, speaker: Speaker, *, protected: bool) -> str | None:
    """The code for why nobody can be known so, None where they can."""
    if speaker is Speaker.THIRD_PARTY:
        return "third_party_in_writing"
    if channel is Channel.OFFICE:
        return "nobody_speaks"
    if protected and speaker is not Speaker.USER:
        return "no_agents_when_protected"
    if protected and channel is Channel.PHONE:
        return "no_phone_when_protected"
    shown_only = papers_for(speaker) and speaker is not Speaker.EMPLOYEE
    return "papers_not_by_phone" if shown_only and channel is Channel.PHONE else None


def _asking_by_phone(speaker: Speaker, on_file: OnFile) -> Asking:
    both = (CheckItem.NAME, CheckItem.PLACE)
    if speaker is Speaker.EMPLOYEE:  # nobody sees their card: the company is called back
        if not on_file.has_phone:
            return Asking(CheckMethod.CALL_BACK, impossible="papers_not_by_phone")
        return Asking(CheckMethod.CALL_BACK, required=(*both, CheckItem.CALLED_BACK))
    known = {
        CheckItem.CUSTOMER_NUMBER: True,
        CheckItem.DEBIT_BANK: on_file.has_bank,
        CheckItem.LAST_AMOUNT: on_file.has_last_amount,
        CheckItem.CALLED_BACK: on_file.has_phone and speaker in _REACHED_BY_PHONE,
    }
    one_of = tuple(item for item, there in known.items() if there)
    return Asking(CheckMethod.QUESTIONS, required=both, one_of=one_of)


def counting(method: CheckMethod, given: frozenset[CheckItem]) -> frozenset[CheckItem]:
    """Of what was given, what counts where one is known by this method."""
    return given & _COUNTS[method]


def missing(asking: Asking, given: frozenset[CheckItem]) -> tuple[CheckItem, ...]:
    """What is still wanting; all of ``one_of`` while none of them was given."""
    wanting = [item for item in (*asking.required, *asking.papers) if item not in given]
    pair = asking.two_of and given.issuperset(asking.two_of)
    if asking.one_of and given.isdisjoint(asking.one_of) and not pair:
        wanting += asking.one_of
    return tuple(wanting)


def evaluate(asking: Asking, given: frozenset[CheckItem]) -> CheckResult:
    """Whether what was given makes the speaker known."""
    if asking.impossible is not None or missing(asking, given):
        return CheckResult.FAILED
    return CheckResult.PASSED


def same_name(typed: str, on_file: str) -> bool:
    """Whether two names are one, in whatever kanji, kana or spacing they are written."""
    return _same(fold_text(typed), fold_text(on_file))


def same_place(typed: str, on_file: str) -> bool:
    """Whether two addresses are one place; 石川県金沢市 may be left out of either."""
    return _same(_without_city(fold_text(typed)), _without_city(fold_text(on_file)))


def same_number(typed: str, on_file: str) -> bool:
    """Whether two numbers are one, full-width or parted by hyphens as they may be."""
    return _same(number_key(typed), number_key(on_file))


def same_amount(typed: int | None, on_file: int | None) -> bool:
    """Whether the amount said is that of the bill, in yen."""
    return typed is not None and typed == on_file


def same_bank(typed: str, on_file: str) -> bool:
    """Whether two names are of one bank; 北国 says 北國銀行, 金沢信金 says 金沢信用金庫."""
    return _same(_bank_key(typed), _bank_key(on_file))


def _same(typed: str, on_file: str) -> bool:
    return bool(typed) and typed == on_file


def _without_city(key: str) -> str:
    return re.sub("^(?:石川県)?(?:金沢市)?", "", key)


def _bank_key(bank: str) -> str:
    key = fold_text(bank)
    for long, short in (("信用金庫", "信金"), ("農業協同組合", "農協"), ("労働金庫", "労金")):
        key = key.replace(long, short)
    return key.removesuffix("銀行")
