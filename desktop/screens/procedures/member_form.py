"""What the procedures for somebody who is a member already have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from db.errors import RuleBroken
from db.queries.members import MemberFacts, member_of
from db.rules.control_copy import Field, Line
from db.rules.member_states import require_state
from db.rules.member_words import MemberState
from desktop.screens.procedures.form import ProcedureForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db.engine import Database
    from db.rules.control_copy import Value
    from desktop.case import Case
    from desktop.desk import Desk


class MemberForm(ProcedureForm):
    """A procedure of the customer's membership, which has to stand in one of ``states``."""

    states: ClassVar[tuple[MemberState, ...]] = (MemberState.ACTIVE,)

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self._member: MemberFacts | None = None

    @property
    def member(self) -> MemberFacts:
        """The membership as it was when the form was filled in."""
        if self._member is None:
            raise RuntimeError("the form is not filled in yet")
        return self._member

    def load(self, database: Database) -> Any:
        with database.reading() as session:
            member = member_of(session, self.case.head.customer_id)
        if member is None:
            raise RuleBroken("member.none")
        require_state(member.state, self.states)
        return member

    def fill(self, facts: Any) -> None:
        self._member = facts

    def of_contact(self, key: str) -> dict[str, object]:
        """By which contact, and by which key, an act is remembered."""
        return {"contact_id": self.case.contact.contact_id, "key": key}


def entered(field: Field, value: Value | None) -> Line:
    """A line of the control copy for what was entered, not changed."""
    return Line(field, None, value)
