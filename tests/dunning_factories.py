"""Steps of dunning that were taken, for tests."""

from __future__ import annotations

import datetime as dt

from db.models import Bill, Contract, CutoffDecision, Debt, DocumentDebt
from db.rules.paper import PaperKind
from db.rules.words import Account
from tests.document_factories import add_document


def add_step(session, bill_id, kind=PaperKind.REMINDER, *, by, issued_on, days=20, **more):
    """A notice that dunned a bill's debts, or of the two of a cut-off only its water."""
    accounts = more.pop("accounts", None) or (
        (Account.WATER,) if kind.startswith("cutoff") else tuple(Account)
    )
    fee_yen = more.pop("fee_yen", 0)
    contract = session.get(Contract, session.get(Bill, bill_id).contract_id)
    usual = {"issued_on": issued_on, "limit_on": issued_on + dt.timedelta(days=days)}
    document_id = add_document(
        session, contract.customer_id, contract.id, issued_by=by, kind=kind, **(usual | more)
    )
    debts = session.query(Debt).filter(Debt.bill_id == bill_id, Debt.account.in_(accounts))
    for debt in debts:
        fee = fee_yen if debt.account is Account.SEWERAGE else 0
        asked = {"yen": debt.yen, "fee_yen": fee}
        session.add(DocumentDebt(document_id=document_id, debt_id=debt.id, **asked))
    session.flush()
    return document_id


def add_decision(session, warning_id, contract_id, *, by, decided_on, execute_on=None):
    """What was decided about a warning: to cut off on a day, or not to."""
    decision = CutoffDecision(
        contract_id=contract_id,
        warning_id=warning_id,
        approved=int(execute_on is not None),
        reason="",
        decided_by=by,
        decided_on=decided_on,
        execute_on=execute_on,
    )
    session.add(decision)
    session.flush()
    return decision.id
