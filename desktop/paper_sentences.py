"""What is said when paper cannot be issued, shown or printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

_MONTH: Final = "{month}"
_MONTH_OF_FACTS: Final = "{month:%Y-%m}"


def paper_sentences() -> dict[str, str]:
    """The sentences for the codes of printing, documents and slips."""
    slips = {code: told.replace(_MONTH, _MONTH_OF_FACTS) for code, told in slip_sentences().items()}
    return _printer_sentences() | _document_sentences() | slips


def _printer_sentences() -> dict[str, str]:
    return {
        "printer.none": QCoreApplication.translate(
            "Errors",
            "No printer is set up on this desk. The paper is kept: "
            "set one up, or save it as a file.",
        ),
        "printer.gone": QCoreApplication.translate(
            "Errors",
            "The printer {name} is not there. The paper is kept: switch it on, or choose another.",
        ),
        "printer.refused": QCoreApplication.translate(
            "Errors",
            "The printer {name} did not take the paper. The paper is kept: "
            "look at the printer, then try again.",
        ),
    }


def _document_sentences() -> dict[str, str]:
    return {
        "pdf.damaged": QCoreApplication.translate(
            "Errors", "The file of this paper is damaged: nothing was printed or saved of it."
        ),
        "document.gone": QCoreApplication.translate(
            "Errors", "This document is no longer in the database. Refresh the list with F5."
        ),
        "document.not_kept": QCoreApplication.translate(
            "Errors", "The paper itself is not kept here. Ask the office that issued it."
        ),
        "document.damaged": QCoreApplication.translate(
            "Errors",
            "What is stored of this document is not what was issued. "
            "Do not use it, and tell the administrator its number.",
        ),
        "document.not_mailed": QCoreApplication.translate(
            "Errors", "This document was never posted. Refresh the list with F5."
        ),
        "notice.nothing": QCoreApplication.translate(
            "Errors", "There is nothing to write about here. Choose another document."
        ),
        "notice.no_such_kind": QCoreApplication.translate(
            "Errors", "This kind of document is not issued one by one. Choose another."
        ),
        "bill.other_customer": QCoreApplication.translate(
            "Errors", "One of the bills is another customer's. Open the customer anew with F2."
        ),
        "slip.too_many_reissues": QCoreApplication.translate(
            "Errors",
            "A slip for these bills was issued anew nine times already. "
            "Print one of those from the list again.",
        ),
    }


def slip_sentences() -> dict[str, str]:
    """What speaks against asking for a bill again, of which months, and what to do."""
    return {
        "slip.debit_requested": QCoreApplication.translate(
            "Errors",
            "A debit of {month} is under way: with a slip it may be paid twice. "
            "Better wait for the bank.",
        ),
        "slip.payment_reported": QCoreApplication.translate(
            "Errors",
            "A payment of {month} is reported, not confirmed yet. Ask first whether it is paid.",
        ),
        "slip.instalments": QCoreApplication.translate(
            "Errors",
            "{month} is paid by instalments: the slip asks for the whole rest. "
            "Ask first whether that is wanted.",
        ),
        "slip.dispute": QCoreApplication.translate(
            "Errors", "The customer disputes {month}. Read the note of the hold first."
        ),
        "slip.extinguished": QCoreApplication.translate(
            "Errors", "The sewerage of {month} is extinguished by time: it is not on the slip."
        ),
    }
