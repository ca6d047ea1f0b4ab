"""What a bureau may set: how each setting is typed, and what of it may be stored."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.rules.backup_rule import MOST_KEPT, Keep, read_time
from db.rules.field_text import clean, filled
from db.rules.import_facts import MOST_REFUSED_SETTING, most_refused
from db.rules.paper_settings import PaperSettings
from db.rules.postal import tidy_postal_code
from db.rules.service_hours import parse_hours

if TYPE_CHECKING:
    from collections.abc import Callable

_BETWEEN: Final = re.compile(r"[\s‐‑‒–—―−ー-]+")
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))
_PHONE: Final = re.compile(r"\+?[0-9][0-9() -]{3,18}[0-9]", re.ASCII)
_INVOICE_DIGITS: Final = 13
_MOST_MM: Final = 20
_MOST_PERCENT: Final = 30
_HUNDRED: Final = 100
_KEPT: Final = ("daily", "weekly", "monthly")
_USUAL: Final = {
    "hours.portal": "7:00-26:00",
    "hours.staff": "0:00-24:00",
    "desk.lock_minutes": "10",
    MOST_REFUSED_SETTING: "0",
    **{f"backup.keep_{each}": str(count) for each, count in asdict(Keep()).items()},
}


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting by its name; ``stored`` makes of what is typed what is kept, or refuses it.

    ``stored`` raises RuleBroken with the setting's name as ``field``; ``shown`` is its way back.
    ``usual`` is what holds, in its stored form, where nothing is set.
    """

    name: str
    stored: Callable[[str], str]
    shown: Callable[[str], str] = str
    usual: str = ""


def valid_invoice_number(digits: str) -> bool:
    """Whether thirteen digits are a corporate number (法人番号) by their check digit.

    The first digit is 9 less the rest, of modulus 9, of the others weighted 1 and 2 in turn from
    the right (法人番号の指定等に関する省令).
    """
    weighted = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits[1:])))
    return int(digits[0]) == 9 - sum(weighted) % 9


def _folded(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).translate(_DASHES).strip()


def _company_code(name: str, typed: str) -> str:
    code = _BETWEEN.sub("", _folded(typed))
    if not re.fullmatch(r"[0-9]{6}", code):
        raise RuleBroken("setting.company_code", field=name)
    return code


def _invoice_number(name: str, typed: str) -> str:
    digits = _BETWEEN.sub("", _folded(typed)).upper().removeprefix("T")
    if not digits:
        return ""
    if not re.fullmatch(rf"[0-9]{{{_INVOICE_DIGITS}}}", digits) or not valid_invoice_number(digits):
        raise RuleBroken("setting.invoice_number", field=name)
    return f"T{digits}"


def _decimal(typed: str) -> Decimal | None:
    text = _folded(typed).replace("+", "")
    return Decimal(text) if re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,4})?", text) else None


def _millimetres(name: str, typed: str) -> str:
    value = _decimal(typed)
    if value is None or abs(value) > _MOST_MM or value * 2 % 1:
        raise RuleBroken("setting.millimetres", field=name, low=-_MOST_MM, high=_MOST_MM)
    return f"{float(value) or 0:g}"


def _percent(name: str, typed: str) -> str:
    value = _decimal(typed)
    if value is None or not 0 <= value <= _MOST_PERCENT or value * _HUNDRED % 1:
        raise RuleBroken("setting.percent", field=name, high=_MOST_PERCENT)
    return str(int(value * _HUNDRED))


def percent_of(hundredths: str) -> str:
    """A stored rate as one reads it: 1460 is 14.6."""
    return f"{int(hundredths) / _HUNDRED:g}"


def _whole(name: str, low: int, high: int, typed: str) -> str:
    value = _decimal(typed)
    if value is None or value % 1 or not low <= value <= high:
        raise RuleBroken("setting.whole_number", field=name, low=low, high=high)
    return str(int(value))


def _phone(name: str, typed: str) -> str:
    phone = _folded(typed)
    if phone and not _PHONE.fullmatch(phone):
        raise RuleBroken("setting.phone", field=name)
    return phone


def _postal_code(name: str, typed: str) -> str:
    code = tidy_postal_code(typed)
    if typed.strip() and not code:
        raise RuleBroken("setting.postal_code", field=name)
    return code


def _hours(name: str, typed: str) -> str:
    try:
        return parse_hours(typed).text
    except RuleBroken as error:
        raise RuleBroken("setting.hours", field=name) from error


def _days(name: str, typed: str) -> str:
    days = re.split(r"[\s,、]+", _folded(typed).replace("/", "-"))
    try:
        known = {dt.date.fromisoformat(day) for day in days if day}
    except ValueError as error:
        raise RuleBroken("setting.closed_days", field=name) from error
    return " ".join(day.isoformat() for day in sorted(known))


def _clock_time(name: str, typed: str) -> str:
    if not typed.strip():
        return ""
    try:
        return f"{read_time(typed):%H:%M}"
    except RuleBroken as error:
        raise RuleBroken("setting.time", field=name) from error


def _refused_lines(name: str, typed: str) -> str:
    try:
        return most_refused(_folded(typed))
    except RuleBroken as error:
        raise RuleBroken(error.code, field=name, **error.facts) from error


def _text(name: str, longest: int, typed: str) -> str:
    return clean(name, typed.strip(), longest)


def _name(name: str, longest: int, typed: str) -> str:
    return filled(name, typed, longest)


def _fields() -> tuple[SettingField, ...]:
    steps = ("reminder", "demand", "warning")
    days = ("slip_days", "execution_days", *(f"{each}_days" for each in steps))
    after = (f"{each}_after_days" for each in steps)
    wholes = {f"paper.{each}": (1, 90) for each in (*days, *after)}
    wholes |= {"paper.reminder_fee_yen": (0, 1000), "paper.bundle_size": (1, 5000)}
    wholes |= {"desk.lock_minutes": (1, 60)}
    rates = ("paper.interest_rate", "paper.interest_rate_first_month")
    subjects = ("subject_water", "subject_sewerage")
    return (
        *(_field("bureau." + each, _name, 60) for each in ("name", "name_latin")),
        _field("bureau.phone", _phone),
        _field("bureau.postal_code", _postal_code),
        *(_field("bureau." + each, _text, 120) for each in ("address", "address_latin")),
        _field("paper.company_code", _company_code),
        _field("paper.invoice_number", _invoice_number),
        *(
            _field(f"paper.{each}{latin}", _text, 40)
            for each in subjects
            for latin in ("", "_latin")
        ),
        *(_field("paper.places" + latin, _text, 100) for latin in ("", "_latin")),
        *(_field(f"paper.window_{axis}_mm", _millimetres) for axis in "xy"),
        *(_field(name, _whole, *between) for name, between in wholes.items()),
        *(replace(_field(rate, _percent), shown=percent_of) for rate in rates),
        *(_field("hours." + each, _hours) for each in ("portal", "staff")),
        _field("days.closed", _days),
        _field(MOST_REFUSED_SETTING, _refused_lines),
        _field("backup.folder", _text, 1000),
        _field("backup.time", _clock_time),
        *(_field(f"backup.keep_{each}", _whole, 1, MOST_KEPT) for each in _KEPT),
    )


def _field(name: str, store: Callable[..., str], *limits: int) -> SettingField:
    usual = _USUAL.get(name, "") or _usual_paper(name.removeprefix("paper."))
    return SettingField(name, partial(store, name, *limits), usual=usual)


def _usual_paper(name: str) -> str:
    value = getattr(PaperSettings(), name, "")
    return f"{value:g}" if isinstance(value, float) else str(value)


SETTING_FIELDS: Final = {field.name: field for field in _fields()}
"""Every setting that an administrator changes in the program, by its name."""
