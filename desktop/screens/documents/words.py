"""What is said of a document: what it is, how it stands, when it was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.paper import PaperKind
from db.rules.periods import in_japan
from desktop import format as written
from desktop.labels import ChipWords
from desktop.paper_words import paper_kind
from desktop.theme import Kind

if TYPE_CHECKING:
    import datetime as dt

    from db.queries.documents import DocumentFacts
    from desktop.format import LanguageCode

translate = QCoreApplication.translate


def title_of(kind: PaperKind, month: dt.date | None, code: LanguageCode) -> str:
    """What a paper is and of which month: 納付書（再発行）2024年09月分."""
    if month is None:
        return paper_kind(kind)
    told = translate("Documents", "{month} {paper}")
    return told.format(paper=paper_kind(kind), month=written.month(month, code))


def document_title(document: DocumentFacts, code: LanguageCode) -> str:
    """What a document is and of which month."""
    return title_of(document.kind, document.month, code)


def state_of(document: DocumentFacts) -> ChipWords:
    """How far a document came: what happened last to it."""
    if document.returned_on is not None:
        return ChipWords(translate("Documents", "Came back"), Kind.ERR, "arrow-left")
    if document.seen_at is not None:
        return ChipWords(translate("Documents", "Seen"), Kind.MUTE, "eye")
    if document.mailed_on is not None:
        return ChipWords(translate("Documents", "Posted"), Kind.MUTE, "inbox")
    if document.printed_at is not None:
        return ChipWords(translate("Documents", "Printed"), Kind.OK, "print")
    if document.kind is PaperKind.READING_NOTICE:
        return ChipWords(translate("Documents", "Left at the place"), Kind.MUTE, "home")
    return ChipWords(translate("Documents", "Not sent"), Kind.WARN, "clock")


def told_of(document: DocumentFacts, code: LanguageCode) -> str:
    """Everything that the list shows of a document, as a screen reader says it."""
    parts = [
        document_title(document, code),
        written.short_date(document.issued_on),
        document.number,
        state_of(document).text,
    ]
    if document.published_on is not None:
        parts.append(on_portal())
    return ", ".join(parts)


def on_portal() -> str:
    """That the customer sees a document themselves."""
    return translate("Documents", "The customer sees it on the portal")


def printed_before(document: DocumentFacts, today: dt.date) -> str:
    """When a document was printed last, and how often then; nothing for one that never was."""
    if document.printed_at is None:
        return ""
    at = in_japan(document.printed_at)
    told = written.time_of_day(at)
    if at.date() != today:
        told = f"{written.short_date(at.date())} {told}"
    copies = document.printed_copies
    counted = QCoreApplication.translate("Documents", "copies: %n", "", copies)
    words = translate("Documents", "Already printed at {time}: {copies}.")
    return words.format(time=told, copies=counted)


def not_kept(document: DocumentFacts) -> tuple[str, str]:
    """That the paper itself is not here, and who has it."""
    fact = translate("Documents", "The paper itself is not kept here")
    if document.kind is PaperKind.LOGIN_LETTER:
        hint = translate(
            "Documents", "It held a password for the customer alone. A new letter can be issued."
        )
    else:
        hint = translate("Documents", "The billing host issued it and keeps it.")
    return fact, hint
