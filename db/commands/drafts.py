"""Keeping what is typed into a form until it is sent off or its contact ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select

from db.commands.own_contact import own_contact
from db.errors import RuleBroken
from db.models import Draft

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.member_words import Procedure

_LONGEST: Final = 20_000
_SECRETS: Final = ("password", "answer")


def keep_draft(
    session: Session,
    contact_id: int,
    *,
    form: Procedure,
    content: dict[str, str],
    by: Actor,
    now: dt.datetime,
) -> None:
    """Keep the fields of a form as they stand, in place of what was kept before.

    Fields whose name ends in password or answer are not kept: a draft holds no secrets. Raises
    ``draft.too_long`` and as ``own_contact``.
    """
    contact = own_contact(session, contact_id, by=by, now=now)
    text = _text(content)
    this = select(Draft).where(Draft.contact_id == contact.id, Draft.form == form)
    draft = session.scalar(this)
    if draft is None:
        session.add(Draft(contact_id=contact.id, form=form, content=text, saved_at=now))
    else:
        draft.content, draft.saved_at = text, now


def drop_draft(
    session: Session, contact_id: int, *, form: Procedure, by: Actor, now: dt.datetime
) -> None:
    """Forget what was typed into a form, if anything was; raises as ``own_contact``."""
    contact = own_contact(session, contact_id, by=by, now=now)
    session.execute(delete(Draft).where(Draft.contact_id == contact.id, Draft.form == form))


def _text(content: dict[str, str]) -> str:
    kept = {name: value for name, value in content.items() if not name.endswith(_SECRETS)}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    # half of a surrogate pair, pasted from elsewhere, is kept in JSON's own spelling of it
    text = text.encode("utf-8", "backslashreplace").decode()
    if len(text) > _LONGEST:
        raise RuleBroken("draft.too_long", most=_LONGEST)
    return text
