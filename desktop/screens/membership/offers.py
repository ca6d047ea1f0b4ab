"""Which procedures a membership allows, and who may begin them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.member_words import MemberState, Procedure
from db.rules.permissions import Action, may
from desktop.permission_words import who_can

if TYPE_CHECKING:
    from db.queries.members import MemberFacts
    from db.rules.words import Role

translate = QCoreApplication.translate

_NEEDS = {
    Procedure.PASSWORD: Action.HAND_OVER_PASSWORD,
    Procedure.MEMBER_STATE: Action.SUSPEND_MEMBER,
    Procedure.DECIDE: Action.DECIDE_REGISTRATION,
}
_OF_STATE = {
    MemberState.PENDING: {Procedure.DECIDE},
    MemberState.ACTIVE: set(Procedure)
    - {Procedure.REGISTER, Procedure.DECIDE, Procedure.HOLD, Procedure.PROTECT},
    MemberState.SUSPENDED: {Procedure.MEMBER_STATE, Procedure.WITHDRAW},
}
_TWO = 2
OFFERED = (
    Procedure.REGISTER,
    Procedure.CHANGE,
    Procedure.RECOVER,
    Procedure.PASSWORD,
    Procedure.ADD_LOCATION,
    Procedure.REMOVE_LOCATION,
    Procedure.WITHDRAW,
    Procedure.MEMBER_STATE,
    Procedure.DECIDE,
)
"""The procedures of a membership; the place of each is its key on the card."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A procedure, and why it cannot be begun; nothing if it can."""

    procedure: Procedure
    obstacle: str


def offers(member: MemberFacts | None, role: Role) -> tuple[Offer, ...]:
    """Every procedure of a membership, with what stands against it."""
    return tuple(Offer(each, _obstacle(each, member, role)) for each in OFFERED)


def _obstacle(procedure: Procedure, member: MemberFacts | None, role: Role) -> str:
    needed = _NEEDS.get(procedure, Action.HANDLE_MEMBERSHIP)
    if not may(role, needed):
        return who_can(needed)
    nobody = {Procedure.REGISTER}
    if procedure in (_OF_STATE.get(member.state, nobody) if member else nobody):
        return _of_locations(procedure, member)
    if procedure is Procedure.DECIDE:
        return translate("Membership", "No registration waits for a decision.")
    if member is not None and member.state is MemberState.PENDING:
        return translate("Membership", "The registration waits for a decision first (key 9).")
    if procedure is Procedure.REGISTER:
        return translate("Membership", "This customer is a member already.")
    return translate("Membership", "Only for active members.")


def _of_locations(procedure: Procedure, member: MemberFacts | None) -> str:
    if (
        procedure is Procedure.REMOVE_LOCATION
        and member is not None
        and len(member.contracts) < _TWO
    ):
        return translate("Membership", "The only location: withdraw the membership instead.")
    return ""
