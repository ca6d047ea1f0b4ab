"""The batches that commands act on, one in each state, and a warning to be decided on."""

from __future__ import annotations

import datetime as dt

from db.commands import batch_items, batches, cutoff_decisions
from db.models import Contract, DocumentDebt
from db.rules.batch_criteria import criteria_text
from db.rules.paper import BatchState, PaperKind
from tests.batch_help import CRITERIA, ISSUER, MONTH, bill_of, owing, typed
from tests.document_factories import add_batch, add_document
from tests.factories import debt_of


class Batched:
    """A contract that owes, and the batches about it."""

    def __init__(self, session, staff_id):
        contract_id = owing(session, month=MONTH)
        customer_id = session.get_one(Contract, contract_id).customer_id
        facts = {"planned_by": staff_id, "criteria": criteria_text(CRITERIA)}
        self.ids = {state: add_batch(session, state=state, **facts) for state in BatchState}
        limit = {"kind": PaperKind.CUTOFF_WARNING, "limit_on": dt.date(2024, 9, 17)}
        warning = add_document(session, customer_id, contract_id, issued_by=staff_id, **limit)
        water = debt_of(session, bill_of(session, contract_id))
        session.add(DocumentDebt(document_id=warning, debt_id=water, yen=2799))
        session.flush()
        self.warning_id = warning


def of_batches(w, key):
    """What the commands of batches are called with."""
    ids = w.batched.ids
    decision = {"approved": True, "execute_on": dt.date(2024, 9, 30), "reason": "分納不履行"}
    made = {"count": 1, "render": typed, "issuer": ISSUER}
    return {
        batches.plan: ((CRITERIA,), {"key": key}),
        batches.start: ((ids[BatchState.PLANNED],), {}),
        batches.resume: ((ids[BatchState.CANCELLED],), {}),
        batches.cancel: ((ids[BatchState.RUNNING],), {}),
        batches.finish: ((ids[BatchState.RUNNING],), {}),
        batch_items.issue_next: ((ids[BatchState.RUNNING],), made),
        cutoff_decisions.decide: ((w.batched.warning_id,), decision),
    }
