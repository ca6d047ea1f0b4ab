"""What may be written into the fields of a membership: made tidy first, judged afterwards.

What a keyboard or a copied text brings along is put right (full width, hiragana in a reading,
brackets in a phone number); refused is only what would still be wrong then. Names and addresses
stay as they are registered, but for the spaces around them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import jaconv

from db.errors import RuleBroken
from db.rules.field_text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST_TYPED: Final = 1000
_KANA: Final = re.compile(r"(?=.*[ァ-ヺ])[ァ-ヺー・() -]+")
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−⁃─━ー〜~", "-"))
_PHONE: Final = re.compile(r"0[0-9]*(?:-[0-9]+)*")
_LOCAL: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN: Final = re.compile(rf"(?:{_LABEL}\.)+(?![0-9]+\Z){_LABEL}")
_LONGEST_LOCAL: Final = 64
_LOGIN_ID: Final = re.compile(r"[a-z0-9]+")
_SHORTEST_LOGIN_ID: Final = 6


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field of a membership: how many characters are stored, and whether it may be empty."""

    name: str
    most: int
    required: bool


FIELDS: Final = {
    rule.name: rule
    for rule in (
        FieldRule("name", 100, required=True),
        FieldRule("kana", 200, required=True),
        FieldRule("phone", 20, required=True),
        FieldRule("postal_code", 7, required=True),
        FieldRule("address", 200, required=True),
        FieldRule("email", 254, required=True),
        FieldRule("login_id", 20, required=True),
        FieldRule("secret_answer", 24, required=True),
    )
}
"""Every typed field of a membership but the password, in the order of the form."""


class Typed(Protocol):
    """What a form holds that is judged here; commands' ``Registration`` does."""

    @property
    def name(self) -> str: ...
    @property
    def kana(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def postal_code(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def login_id(self) -> str: ...


def name(text: str) -> str:
    """A name as registered; raises ``text.…``."""
    return _kept("name", text)


def kana(text: str) -> str:
    """A reading in full-width katakana; raises ``text.…`` and ``kana.malformed``."""
    plain = _folded("kana", text)
    reading = jaconv.hira2kata(re.sub(r"[‐‑‒–—―−]", "ー", plain))
    return _judged("kana", " ".join(reading.split()), _KANA)


def phone(text: str) -> str:
    """Ten or eleven digits from 0 on, with the hyphens typed; +81 is dialled as 0 at home.

    Raises ``text.…`` and ``phone.malformed``.
    """
    plain = _folded("phone", text).translate(_DASHES)
    plain = re.sub(r"^\+81[\s-]*(?:\(0\)|0)?", "0", plain)
    plain = re.sub(r"[\s().-]+", "-", plain).strip("-")
    _judged("phone", plain, _PHONE)
    if not 10 <= len(plain.replace("-", "")) <= 11 or len(plain) > FIELDS["phone"].most:
        raise RuleBroken("phone.malformed", field="phone")
    return plain


def email(text: str) -> str:
    """An address a mail can be sent to, its domain in small letters.

    Raises ``text.…``, ``email.malformed``, and ``email.not_ascii`` for names in other scripts,
    which mail servers on the way may refuse.
    """
    plain = _folded("email", text)
    if not plain.isascii():
        raise RuleBroken("email.not_ascii", field="email")
    if not is_email(plain):
        raise RuleBroken("email.malformed", field="email")
    local, _, domain = plain.rpartition("@")
    return f"{local}@{domain.lower()}"


def is_email(text: str) -> bool:
    """Whether a mail can be sent to an address just as it stands."""
    local, _, domain = text.rpartition("@")
    fits = len(local) <= _LONGEST_LOCAL and _LOCAL.fullmatch(local)
    return bool(fits and _DOMAIN.fullmatch(domain))


def login_id(text: str) -> str:
    """A login ID: 6 to 20 small letters and digits, not digits alone.

    Raises ``text.…``, ``login_id.malformed``, ``login_id.length`` and ``login_id.no_letter``.
    """
    plain = _judged("login_id", _folded("login_id", text).lower(), _LOGIN_ID)
    most = FIELDS["login_id"].most
    if not _SHORTEST_LOGIN_ID <= len(plain) <= most:
        raise RuleBroken("login_id.length", field="login_id", least=_SHORTEST_LOGIN_ID, most=most)
    if plain.isdigit():
        raise RuleBroken("login_id.no_letter", field="login_id")
    return plain


def postal_code(text: str) -> str:
    """Seven digits, typed with or without 〒 and hyphen; raises ``text.…``, ``postal_code.…``."""
    plain = _folded("postal_code", text).translate(_DASHES)
    return _judged("postal_code", re.sub(r"^〒\s*|[\s-]", "", plain), re.compile(r"[0-9]{7}"))


def address(text: str) -> str:
    """An address as registered; raises ``text.…``."""
    return _kept("address", text)


_JUDGES: Final[dict[str, Callable[[str], str]]] = {
    "name": name,
    "kana": kana,
    "phone": phone,
    "postal_code": postal_code,
    "address": address,
    "email": email,
    "login_id": login_id,
}


def tidy(form: Typed) -> dict[str, str]:
    """All of a form's fields as they are stored; raises what is wrong with the first bad one."""
    return {field: judge(getattr(form, field)) for field, judge in _JUDGES.items()}


def problems_of(form: Typed) -> dict[str, RuleBroken]:
    """What is wrong with each field of a form, all at once, for the summary above it."""
    found: dict[str, RuleBroken] = {}
    for field, judge in _JUDGES.items():
        try:
            judge(getattr(form, field))
        except RuleBroken as problem:
            found[field] = problem
    return found


def _kept(field: str, text: str) -> str:
    tidy = clean(field, text.strip(), FIELDS[field].most)
    return tidy if tidy else _missing(field)


def _folded(field: str, text: str) -> str:
    # what cannot be seen is refused before folding could hide it; length counts afterwards
    seen = clean(field, text.strip(), _LONGEST_TYPED)
    plain = unicodedata.normalize("NFKC", seen).strip()
    return clean(field, plain, max(FIELDS[field].most, 40)) if plain else _missing(field)


def _judged(field: str, text: str, allowed: re.Pattern[str]) -> str:
    if not allowed.fullmatch(text):
        raise RuleBroken(f"{field}.malformed", field=field)
    return text


def _missing(field: str) -> str:
    raise RuleBroken("text.missing", field=field)
