"""A small district with debts, and what a batch of notices about it is called with."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from functools import partial

import pytest
from sqlalchemy import func, select

from db.commands import batches
from db.commands.audit import Actor
from db.commands.batch_items import issue_next
from db.errors import RuleBroken
from db.models import Bill
from db.queries.batch_candidates import batch_candidates
from db.rules.batch_criteria import BatchCriteria
from db.rules.issuer import Issuer
from db.rules.paper import PaperKind
from db.rules.words import Role
from tests.factories import (
    add_bill,
    add_contract,
    add_customer,
    add_location,
    add_setting,
    add_staff,
)

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 1, 44, tzinfo=dt.UTC)
MONTH = dt.date(2024, 7, 1)  # due on 28 July: to be reminded of since 17 August
ISSUER = Issuer("金沢市企業局", "Kanazawa City", "料金センター", "Billing centre", "佐藤", "Sato")
CRITERIA = BatchCriteria(kind=PaperKind.REMINDER, issued_on=TODAY)


@dataclass(frozen=True)
class File:
    """A file of notices of one page each."""

    data: bytes
    first_pages: tuple
    pages: tuple


def typed(notices):
    """Put the numbers of notices where a printer would put their pages."""
    numbers = "\n".join(notice.head.number for notice in notices)
    count = len(notices)
    return File(f"%PDF {numbers}".encode(), tuple(range(1, count + 1)), (1,) * count)


def owing(session, name="山田 花子", *, postal_code="9200853", address=None, **more):
    """A contract whose bill of July nobody paid."""
    customer_id = add_customer(session, name)
    place = {"postal_code": postal_code}
    location_id = add_location(session, address or "金沢市本町1丁目2番3号", **place)
    whose = {name: more.pop(name) for name in ("ended_on", "payment_method") if name in more}
    contract_id = add_contract(session, customer_id, location_id, **whose)
    add_bill(session, contract_id, more.pop("month", MONTH), **more)
    return contract_id


def bill_of(session, contract_id):
    """The one bill of a contract."""
    return session.scalar(select(Bill.id).where(Bill.contract_id == contract_id))


def supervisor_of(database, **more):
    """A supervisor who runs batches at a desk."""
    with database.writing() as session:
        return Actor(add_staff(session, role=Role.SUPERVISOR, **more), "窓口9")


class Office:
    """Acts as a supervisor does, each act in a transaction of its own."""

    def __init__(self, database, *, bundle_size=2):
        self.database = database
        self.by = supervisor_of(database)
        with database.writing() as session:
            add_setting(session, "paper.bundle_size", str(bundle_size))

    def put(self, *things, **more):
        """Put contracts that owe into the town; gives their ids."""
        with self.database.writing() as session:
            return [owing(session, thing, **more) for thing in things]

    def dry_run(self, criteria=CRITERIA):
        """Look whom the criteria choose."""
        with self.database.reading() as session:
            return batch_candidates(session, criteria, TODAY)

    def act(self, command, *given, now=NOW, **named):
        """Carry out a command."""
        with self.database.writing() as session:
            return command(session, *given, by=self.by, now=now, **named)

    def plan(self, criteria=CRITERIA, key=None):
        """Plan a batch."""
        return self.act(batches.plan, criteria, key=key or str(uuid.uuid4()))

    def begin(self, criteria=CRITERIA):
        """Plan a batch and start it."""
        batch_id = self.plan(criteria)
        self.act(batches.start, batch_id)
        return batch_id

    def issue(self, batch_id, count=2, render=typed):
        """Issue the next bundle."""
        return self.act(partial(issue_next, count=count, render=render, issuer=ISSUER), batch_id)

    def refused(self, command, *given, **named):
        """With which code a command is refused."""
        with pytest.raises(RuleBroken) as broken:
            self.act(command, *given, **named)
        return broken.value.code

    def count(self, table, **which):
        """How many rows there are."""
        with self.database.reading() as session:
            return session.scalar(select(func.count()).select_from(table).filter_by(**which))

    def issue_all(self, batch_id):
        """Issue what waits, and close the batch."""
        while self.issue(batch_id).waiting:
            pass
        return self.act(batches.finish, batch_id)
