"""What the fictional town's bureau issued on paper: numbered, posted, and never of the future."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
from collections import defaultdict

import pytest
from sqlalchemy import func, select, text

from db.commands.number_series import next_number
from db.demo.town import LEAST_CUSTOMERS, fill
from db.engine import Database, open_engine
from db.models import Contract, Debt, Document, DocumentDebt, NumberSeries, Protection
from db.queries.documents import documents_of
from db.rules.document_numbers import document_number, series_of
from db.rules.paper import DUNNING, PaperKind
from db.rules.words import Account

TODAY = dt.date(2024, 9, 18)
HANAKO = "1702445800312296"
EXPECTED = (
    {  # what an SQL condition must find at least once in every town
        "seen": "document WHERE seen_at IS NOT NULL",
        "not on the portal": "document WHERE published_on IS NULL",
        "came back": "document d JOIN hold h ON h.customer_id = d.customer_id "
        "WHERE d.returned_on = h.from_on AND h.kind = 'returned_mail'",
        "fee": "document_debt WHERE fee_yen > 0",
        "not reminded of": "debt d JOIN bill b ON b.id = d.bill_id WHERE d.due_on < '2024-08-25' "
        "AND b.month >= '2024-06-01' AND d.collection IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM payment WHERE debt_id = d.id) "
        "AND NOT EXISTS (SELECT 1 FROM document_debt a JOIN document p ON p.id = a.document_id "
        "WHERE a.debt_id = d.id AND p.kind = 'reminder')",
    }
    | {
        kind.value: f"document WHERE kind = '{kind.value}'"
        for kind in (PaperKind.READING_NOTICE, PaperKind.PAYMENT_NOTICE, *DUNNING[:3])
    }
)


@pytest.fixture(scope="module")
def town(sqlite_template, tmp_path_factory):
    """The smallest town: that both databases get the same one is shown elsewhere."""
    file = tmp_path_factory.mktemp("town") / "town.db"
    shutil.copyfile(sqlite_template, file)
    database = Database(open_engine(f"sqlite:///{file}"))
    fill(database, customers=LEAST_CUSTOMERS, as_of=TODAY)
    yield database
    database.dispose()


@pytest.fixture(scope="module")
def papers(town):
    """Every document, the first one first."""
    with town.reading() as session:
        return session.scalars(select(Document).order_by(Document.id)).all()


@pytest.mark.parametrize("what", EXPECTED)
def test_every_kind_of_paper_is_there(town, what):
    with town.reading() as session:
        assert session.scalar(text(f"SELECT count(*) FROM {EXPECTED[what]}"))


def test_papers_are_numbered_in_order_without_gaps_and_the_next_goes_on(town, papers):
    counts = defaultdict(int)
    for paper in papers:
        series = series_of(paper.kind, paper.issued_on)
        counts[series] += 1
        assert paper.number == document_number(paper.kind, paper.issued_on, counts[series])
    with town.reading() as session:
        assert dict(session.execute(select(NumberSeries.name, NumberSeries.last)).all()) == counts
        last = counts[series_of(PaperKind.REMINDER, TODAY)]
        expected = document_number(PaperKind.REMINDER, TODAY, last + 1)
        assert next_number(session, PaperKind.REMINDER, TODAY) == expected


def test_nothing_was_issued_or_seen_in_the_future(papers):
    assert [paper.issued_on for paper in papers] == sorted(paper.issued_on for paper in papers)
    morning = dt.datetime(2024, 9, 17, 21, 10, tzinfo=dt.UTC)
    for paper in papers:
        assert paper.issued_on <= TODAY
        assert paper.issued_at == dt.datetime.combine(paper.issued_on, dt.time(), tzinfo=dt.UTC)
        if paper.seen_at is not None:
            assert paper.published_on < paper.seen_at.date() + dt.timedelta(days=1)
            assert paper.seen_at < morning


def test_a_paper_asks_for_what_its_debts_come_to(town, papers):
    asked = DocumentDebt.yen + DocumentDebt.fee_yen + DocumentDebt.interest_yen
    wholes = select(DocumentDebt.document_id, func.sum(asked)).group_by(DocumentDebt.document_id)
    with town.reading() as session:
        yen = dict(session.execute(wholes).all())
    for paper in papers:
        asks = paper.kind is not PaperKind.READING_NOTICE
        assert yen.get(paper.id) == (paper.yen if asks else None)
        assert (paper.limit_on is not None) is asks


def test_each_step_of_dunning_came_after_the_limit_of_the_one_before(town):
    steps = (
        select(DocumentDebt.debt_id, Document.kind, Document.issued_on, Document.limit_on)
        .join(Document, Document.id == DocumentDebt.document_id)
        .where(Document.kind.in_(DUNNING))
        .order_by(DocumentDebt.debt_id, Document.issued_on)
    )
    taken = defaultdict(list)
    with town.reading() as session:
        for debt_id, *step in session.execute(steps).all():
            taken[debt_id].append(step)
        accounts = dict(session.execute(select(Debt.id, Debt.account)).all())
    for debt_id, each in taken.items():
        kinds = [kind for kind, _, _ in each]
        assert kinds == list(DUNNING[: len(kinds)])
        assert accounts[debt_id] is Account.WATER or PaperKind.CUTOFF_WARNING not in kinds
        for (_, _, limit_on), (_, issued_on, _) in itertools.pairwise(each):
            assert issued_on > limit_on


def test_no_paper_of_a_protected_customer_is_on_the_portal(town, papers):
    with town.reading() as session:
        protected = set(session.scalars(select(Protection.customer_id)))
    shown = {paper.customer_id for paper in papers if paper.published_on}
    assert protected
    assert not protected & shown


def test_the_tours_customer_finds_a_year_of_papers_and_none_has_a_file(town):
    with town.reading() as session:
        this = select(Contract.customer_id, Contract.id).where(Contract.portal_number == HANAKO)
        found = documents_of(session, *session.execute(this).one())
    assert found[0].kind is PaperKind.PAYMENT_NOTICE
    assert (found[0].yen, found[0].month) == (5509, dt.date(2024, 9, 1))
    assert len(found) >= 12
    assert not any(each.kept for each in found)
