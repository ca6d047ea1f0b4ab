"""Changing what the bureau sets once for all its desks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db.commands.audit import record
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Setting
from db.rules.paper_setting_fields import SETTING_FIELDS
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor


def change_settings(
    session: Session,
    changes: Mapping[str, str],
    *,
    versions: Mapping[str, int],
    by: Actor,
    now: dt.datetime,
) -> tuple[str, ...]:
    """Store what was typed for each name, all or nothing; gives the names that changed.

    ``versions`` are those the form was loaded with, 0 where nothing had been set. Raises
    ``permission.denied``, ``setting.unknown``, ``record.changed``, and what the field of a
    setting raises.
    """
    allow(session, by, Action.MANAGE_SETTINGS, now)
    wanted = {name: _stored(name, typed) for name, typed in changes.items()}
    rows = _present(session, wanted)
    changed = []
    for name, value in wanted.items():
        row = rows.get(name)
        if (row.version if row else 0) != versions.get(name, 0):
            raise RuleBroken("record.changed")
        before = row.value if row else ""
        if before != value:
            _put(session, row, name=name, value=value)
            told: dict[str, Any] = {"value_before": before, "value_after": value}
            record(session, EventKind.SETTING_CHANGED, by=by, now=now, setting=name, **told)
            changed.append(name)
    return tuple(changed)


def _present(session: Session, names: Mapping[str, str]) -> dict[str, Setting]:
    question = select(Setting).where(Setting.name.in_(names)).limit(len(SETTING_FIELDS))
    return {row.name: row for row in session.scalars(question.with_for_update())}


def _put(session: Session, row: Setting | None, *, name: str, value: str) -> None:
    if row is not None:
        row.value = value
        return
    try:
        with session.begin_nested():
            session.add(Setting(name=name, value=value))
    except IntegrityError as error:  # at another counter somebody was faster
        raise RuleBroken("record.changed") from error


def _stored(name: str, typed: str) -> str:
    field = SETTING_FIELDS.get(name)
    if field is None:
        raise RuleBroken("setting.unknown", name=name)
    return field.stored(typed)
