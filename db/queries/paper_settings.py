"""What the bureau has set for its paper, and every setting with its count of changes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from db.errors import RuleBroken
from db.models import Setting
from db.rules.paper_setting_fields import SETTING_FIELDS
from db.rules.paper_settings import PaperSettings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PAPER = "paper."


@dataclass(frozen=True, slots=True)
class SettingFacts:
    """One setting as it is stored; ``version`` is 0 where nothing has been set yet."""

    name: str
    value: str
    version: int


def paper_settings(session: Session) -> PaperSettings:
    """What is set, or the usual where nothing is; raises RuleBroken ``setting.unreadable``."""
    names = {_PAPER + field.name: field for field in fields(PaperSettings)}
    rows = session.execute(
        select(Setting.name, Setting.value).where(Setting.name.in_(names)).limit(len(names))
    )
    usual = PaperSettings()
    read: dict[str, Any] = {}
    for name, value in rows:
        if value:
            own = names[name].name
            read[own] = _read(name, value, type(getattr(usual, own)))
    return PaperSettings(**read)


def setting_facts(session: Session) -> tuple[SettingFacts, ...]:
    """Every setting that an administrator may change, in the order of ``SETTING_FIELDS``."""
    rows = session.execute(
        select(Setting.name, Setting.value, Setting.version)
        .where(Setting.name.in_(SETTING_FIELDS))
        .limit(len(SETTING_FIELDS))
    )
    known = {name: SettingFacts(name, value, version) for name, value, version in rows}
    return tuple(known.get(name, SettingFacts(name, "", 0)) for name in SETTING_FIELDS)


def _read(name: str, value: str, sort: type[Any]) -> Any:
    field = SETTING_FIELDS[name]
    try:
        return sort(field.stored(field.shown(value)))
    except (ValueError, RuleBroken) as error:
        raise RuleBroken("setting.unreadable", name=name, value=value) from error
