"""The words on paper: ``resources/notices``, one file a paper and language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import resources
from db.rules.era import year_of_era
from db.rules.periods import day_in_japan, in_japan
from db.rules.words import Account
from desktop.format import LanguageCode

if TYPE_CHECKING:
    import datetime as dt
    from enum import StrEnum

    from db.rules.issuer import Issuer
    from db.rules.paper_settings import PaperSettings
    from db.rules.words import CustomerKind

_NOTICES: Final = Path(resources.__file__).parent / "notices"
_COMMON: Final = "common"
_POSTAL_DIGITS: Final = 7


@dataclass(frozen=True)
class Words:
    """What one paper says in one language; a word nobody wrote raises KeyError."""

    language: LanguageCode
    table: dict[str, Any]

    def __call__(self, section: str, key: str, **facts: object) -> str:
        """The words under ``key``, with their gaps filled."""
        text: str = self.table[section][key]
        return text.format_map(facts) if facts else text

    def code(self, value: StrEnum) -> str:
        """The words for a code."""
        return self(type(value).__name__, value.value)

    def date(self, day: dt.date) -> str:
        """A date in both ways of counting years: 令和6年（2024年）9月18日, 18 September 2024."""
        return self._dated(day, "common", "reign")

    def month(self, month: dt.date) -> str:
        """A month in both ways of counting years: 令和6年（2024年）9月."""
        return self._dated(month, "common_month", "reign_month")

    def short_date(self, day: dt.date) -> str:
        """A date for a narrow column: 令和6(2024)年9月18日, 18 Sep 2024."""
        return self._dated(day, "common_short", self._narrow("reign_short"))

    def short_month(self, month: dt.date) -> str:
        """A month for a narrow column: 令和6(2024)年9月, Sep 2024."""
        return self._dated(month, "common_short_month", self._narrow("reign_short_month"))

    def _narrow(self, of_a_reign: str) -> str:
        # a reader of English has no use for the reign's year where there is hardly room for it
        english = self.language is LanguageCode.EN
        return of_a_reign.replace("reign", "common") if english else of_a_reign

    def _dated(self, day: dt.date, common: str, of_a_reign: str) -> str:
        reign = year_of_era(day)
        name: str = self.table["dates"]["months"][day.month - 1]
        abbreviated: str = self.table["dates"]["short_months"][day.month - 1]
        facts = {"year": day.year, "month": name, "short": abbreviated, "day": day.day}
        if reign is None:
            return self("dates", common, **facts)
        of_reign = self("dates", "first_year") if reign.year == 1 else str(reign.year)
        return self("dates", of_a_reign, era=self.code(reign.era), of_reign=of_reign, **facts)

    def list(self, section: str, key: str) -> tuple[str, ...]:
        """The sentences under ``key``."""
        return tuple(self.table[section][key])

    def day(self, instant: dt.datetime) -> str:
        """The day of an aware instant at the counter."""
        return self.date(day_in_japan(instant))

    def moment(self, instant: dt.datetime) -> str:
        """An aware instant as the clock at the counter showed it, with its date."""
        local = in_japan(instant)
        return f"{self.date(local.date())} {local.hour}:{local:%M}"

    def addressed(self, name: str, kind: CustomerKind) -> str:
        """A customer's name as paper addresses them: 様, for a company 御中."""
        return self("address", kind.value, name=name)

    def issuer(self, issuer: Issuer) -> str:
        """The bureau and its office in one line."""
        bureau = self._chosen(issuer.bureau, issuer.bureau_latin)
        office = self._chosen(issuer.office, issuer.office_latin)
        return self("address", "of").join(part for part in (bureau, office) if part)

    def defendant(self, issuer: Issuer) -> str:
        """The public body the bureau belongs to, whom one sues over its decisions."""
        return self._chosen(issuer.defendant, issuer.defendant_latin)

    def staff(self, issuer: Issuer) -> str:
        """Who served the customer."""
        return self._chosen(issuer.staff, issuer.staff_latin)

    def subject(self, account: Account, settings: PaperSettings) -> str:
        """To which revenue account (歳入科目) a charge goes."""
        subjects = {
            Account.WATER: (settings.subject_water, settings.subject_water_latin),
            Account.SEWERAGE: (settings.subject_sewerage, settings.subject_sewerage_latin),
        }
        return self._chosen(*subjects[account])

    def places(self, settings: PaperSettings) -> str:
        """Where is paid (納入場所) besides shops."""
        return self._chosen(settings.places, settings.places_latin)

    def whereabouts(self, issuer: Issuer) -> tuple[str, ...]:
        """Who to ask, where they are and their phone, a line each; what is not set is left out."""
        address = self._chosen(issuer.address, issuer.address_latin)
        place = " ".join(part for part in (self.postal_code(issuer.postal_code), address) if part)
        phone = self("contact", "phone", phone=issuer.phone) if issuer.phone else ""
        return tuple(line for line in (self.issuer(issuer), place, phone) if line)

    def postal_code(self, code: str) -> str:
        """A postal code as an envelope bears it, however it was typed: 〒920-8577."""
        digits = "".join(letter for letter in code if letter.isdecimal())
        if len(digits) != _POSTAL_DIGITS:
            return f"〒{code}" if code else ""
        return f"〒{digits[:3]}-{digits[3:]}"

    def _chosen(self, japanese: str, latin: str) -> str:
        return latin if latin and self.language is LanguageCode.EN else japanese


@cache
def words(paper: str, language: LanguageCode) -> Words:
    """The words of one paper, and those that all papers share."""
    return Words(language, _read(_COMMON, language) | _read(paper, language))


def _read(paper: str, language: LanguageCode) -> dict[str, Any]:
    return tomllib.loads((_NOTICES / f"{paper}.{language}.toml").read_text("utf-8"))
