"""One document of each sort that commands act on, and what each of them is called with."""

from __future__ import annotations

from db.commands import daily_sheets, documents, paper_register
from db.models import PrintEvent
from db.rules.notice_facts import Wanted
from db.rules.paper import PaperKind, PaperLanguage, PaperWay
from tests.db.document_desk import ISSUER, render
from tests.document_factories import add_document
from tests.factories import add_bill


class Papers:
    """An unpaid bill, a paper in the post, and one that was printed."""

    def __init__(self, session, desk):
        self.contract_id = desk.contract_id
        self.bill_id = add_bill(session, desk.contract_id)
        whose = (desk.customer_id, desk.contract_id)
        mailed = {"mailed_on": desk.clock().date()}
        self.document_id = add_document(session, *whose, issued_by=desk.staff_id, **mailed)
        left = PrintEvent(
            document_id=self.document_id,
            at=desk.clock(),
            staff_id=desk.staff_id,
            desk="窓口3",
            way=PaperWay.PRINTER,
        )
        session.add(left)
        session.flush()
        self.print_event_id = left.id


def of_documents(w, key):
    """What the commands of documents are called with."""
    papers, contact = w.papers, {"contact_id": w.desk.contact_id}
    wanted = Wanted(PaperKind.REISSUED_SLIP, papers.contract_id, bill_ids=(papers.bill_id,))
    drawn = {"render": render, "language": PaperLanguage.JA, "issuer": ISSUER, "key": key}
    letter = {"customer_id": w.desk.customer_id, "language": PaperLanguage.JA, "pages": 1}
    this, version = (papers.document_id,), {"version": 1}
    printed = {"printer": "counter", "copies": 1}
    return {
        daily_sheets.issue_daily_sheet: ((w.now.date(),), drawn),
        documents.issue: ((wanted,), contact | drawn),
        documents.record_view: (this, contact),
        documents.record_print: ((*this, PaperWay.PRINTER), contact | printed),
        documents.record_failure: ((papers.print_event_id, "紙詰まり"), {}),
        documents.mark_mailed: (this, version),
        documents.mark_returned: (this, version),
        paper_register.register_paper: ((PaperKind.LOGIN_LETTER, "20240918-1"), letter),
    }
