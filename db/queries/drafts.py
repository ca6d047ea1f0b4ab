"""What a clerk has typed into forms and not sent off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.models import Draft

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.rules.member_words import Procedure


def drafts_of(session: Session, contact_id: int) -> dict[Procedure, dict[str, str]]:
    """The drafts of a contact by their forms, each with its fields."""
    statement = select(Draft.form, Draft.content).where(Draft.contact_id == contact_id)
    found = session.execute(statement.order_by(Draft.id).limit(len(Draft.form.type.kind)))
    return {form: json.loads(content) for form, content in found}
