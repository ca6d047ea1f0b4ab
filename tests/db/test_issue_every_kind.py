"""Every kind of notice can be issued to somebody in the town, and is kept with what it is about."""

from __future__ import annotations

import datetime as dt
import shutil
import uuid

import pytest
from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.documents import issue
from db.demo.town import LEAST_CUSTOMERS, fill
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.models import Contract, Document, DocumentDebt, Staff
from db.queries.notice_catalogue import FILLERS
from db.rules.document_numbers import ASKING_TO_PAY
from db.rules.notice_facts import Wanted
from db.rules.paper import PaperKind, PaperLanguage
from db.rules.words import Role
from tests.db.document_desk import ISSUER, render

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 1, 44, tzinfo=dt.UTC)
WITHOUT_MONTH = {PaperKind.SET_OFF, PaperKind.DEBIT_STARTED}


@pytest.fixture(scope="module")
def town(sqlite_template, tmp_path_factory):
    """The smallest town, with a supervisor at work."""
    file = tmp_path_factory.mktemp("town") / "town.db"
    shutil.copyfile(sqlite_template, file)
    database = Database(open_engine(f"sqlite:///{file}"))
    fill(database, customers=LEAST_CUSTOMERS, as_of=TODAY)
    yield database
    database.dispose()


@pytest.fixture(scope="module")
def supervisor(town):
    with town.reading() as session:
        return Actor(session.scalar(select(Staff.id).where(Staff.role == Role.SUPERVISOR)), "窓口9")


def issued_to_somebody(town, supervisor, kind):
    """Issue a notice of a kind to the first contract that there is one to write about."""
    with town.reading() as session:
        contract_ids = session.scalars(select(Contract.id).order_by(Contract.id)).all()
    drawn = {"render": render, "language": PaperLanguage.JA, "issuer": ISSUER}
    who = {"contact_id": None, "by": supervisor, "now": NOW}
    for contract_id in contract_ids:
        wanted = Wanted(kind, contract_id, purpose="住宅ローンの審査")
        try:
            with town.writing() as session:
                return issue(session, wanted, key=str(uuid.uuid4()), **drawn, **who)
        except RuleBroken as broken:
            if broken.code != "notice.nothing":
                raise
    raise AssertionError("nobody could be written to")


@pytest.mark.parametrize("kind", sorted(set(FILLERS) - {PaperKind.CUTOFF_EXECUTION}))
def test_it_is_issued_and_kept(town, supervisor, kind):
    issued = issued_to_somebody(town, supervisor, kind)
    with town.reading() as session:
        document = session.get_one(Document, issued.document_id)
        this = DocumentDebt.document_id == document.id
        debts = session.scalars(select(DocumentDebt).where(this)).all()
    assert (document.kind, document.number) == (kind, issued.number)
    assert document.file_id is not None
    whole = sum(debt.yen + debt.fee_yen + debt.interest_yen for debt in debts)
    assert bool(debts) is (kind in ASKING_TO_PAY)
    if kind in ASKING_TO_PAY:
        assert (document.yen, document.limit_on is not None) == (whole, True)
    assert (document.month is None) is (kind in WITHOUT_MONTH)


def test_nobodys_water_is_cut_off_undecided(town, supervisor):
    with pytest.raises(AssertionError, match="nobody could be written to"):
        issued_to_somebody(town, supervisor, PaperKind.CUTOFF_EXECUTION)
