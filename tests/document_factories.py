"""Documents, batches and what belongs to them, for tests."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
import zlib

from db.models import Batch, Document, DocumentFile, Office
from db.rules.paper import BatchState, PaperKind, PaperLanguage
from tests.factories import add_office

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 1, 44, tzinfo=dt.UTC)


def _add(session, row):
    session.add(row)
    session.flush()
    return row.id


def add_document_file(session, data=b"%PDF-1.4 a page"):
    """A file as it was issued."""
    sha256 = hashlib.sha256(data).hexdigest()
    return _add(session, DocumentFile(sha256=sha256, size=len(data), content=zlib.compress(data)))


def add_document(
    session,
    customer_id=None,
    contract_id=None,
    *,
    issued_by,
    kind=PaperKind.PAYMENT_NOTICE,
    **facts,
):
    """A document that was issued; its number is one of its own unless given."""
    usual = {
        "number": f"T-{uuid.uuid4().hex[:12]}",
        "language": PaperLanguage.JA,
        "issued_on": TODAY,
        "issued_at": NOW,
    }
    whose = {"customer_id": customer_id, "contract_id": contract_id}
    return _add(session, Document(kind=kind, issued_by=issued_by, **whose, **(usual | facts)))


def add_batch(session, *, planned_by, kind=PaperKind.REMINDER, **facts):
    """A batch that was planned."""
    office = session.query(Office.id).limit(1).scalar() or add_office(session)
    usual = {
        "key": str(uuid.uuid4()),
        "state": BatchState.PLANNED,
        "office_id": office,
        "criteria": "{}",
        "issued_on": TODAY,
        "bundle_size": 500,
        "planned_at": NOW,
    }
    return _add(session, Batch(kind=kind, planned_by=planned_by, **(usual | facts)))
