"""Which of the contracts found are listed: by what the clerk chose, and by who asks."""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, or_, select, true

from db.models import Bill, Contract, Debt, Member, MemberContract
from db.queries.debts import TODAY, is_asked_for
from db.queries.protections import visible_to
from db.rules.member_words import MemberState

if TYPE_CHECKING:
    from sqlalchemy import Select

    from db.rules.words import Role


class SearchFilter(StrEnum):
    """Which of the contracts found are listed."""

    ALL = "all"
    IN_USE = "in_use"
    MEMBERS = "members"
    UNPAID = "unpaid"


@functools.cache
def listed(role: Role, only: SearchFilter) -> ColumnElement[bool]:
    """Which contracts such a list may show a role: the same object whenever it is asked for."""
    return and_(visible_to(role, Contract.customer_id), _filter(only))


def _filter(only: SearchFilter) -> ColumnElement[bool]:
    if only is SearchFilter.IN_USE:
        return or_(Contract.ended_on.is_(None), Contract.ended_on >= TODAY)
    if only is SearchFilter.MEMBERS:
        return _held_by_active_member()
    if only is SearchFilter.UNPAID:
        asked = select(Bill.id).join(Debt, Debt.bill_id == Bill.id).where(is_asked_for(TODAY))
        return _any(asked.where(Bill.contract_id == Contract.id))
    return true()


def _held_by_active_member() -> ColumnElement[bool]:
    held = select(MemberContract.id).join(Member, Member.id == MemberContract.member_id)
    active = (
        MemberContract.contract_id == Contract.id,
        MemberContract.held_from.is_not(None),
        MemberContract.held_to.is_(None),
        Member.state == MemberState.ACTIVE,
    )
    return _any(held.where(*active))


def _any(some: Select[int]) -> ColumnElement[bool]:
    """Whether there is one, looked up for each contract that was found.

    For EXISTS, PostgreSQL would first gather all bills or members of the city.
    """
    return some.correlate(Contract).limit(1).scalar_subquery().is_not(None)
