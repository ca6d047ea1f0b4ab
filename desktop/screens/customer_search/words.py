"""What the search says of its own outcome, and what else to try."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.queries.search_filters import SearchFilter
from db.queries.search_reasons import ReasonKind
from db.rules.search_terms import SearchProblem
from desktop import format as written

if TYPE_CHECKING:
    from db.queries.search import Found
    from db.queries.search_reasons import Reason
    from db.rules.search_terms import Query
    from desktop.screens.customer_search.finder import Answer

translate = QCoreApplication.translate
_LAST_DIGITS = 4


def combining() -> str:
    """How words work together."""
    return translate(
        "CustomerSearch",
        "Words with spaces between them all have to match (for example: Yamada Honmachi, or "
        "Yamada 4821 by the phone).",
    )


def beginning() -> tuple[str, str]:
    """What may be searched for, before anything is."""
    fact = translate("CustomerSearch", "Type what the customer says into the box above")
    hint = translate(
        "CustomerSearch",
        "Name or reading, location, phone, date of birth, e-mail, portal number of 16 digits, "
        "customer number, meter number or payment number.",
    )
    return fact, hint


def count(found: Found) -> str:
    """How many contracts were found, whether all of them are listed or not."""
    total = found.total
    if found.uncounted:
        return translate("CustomerSearch", "more than %n", "", total)
    return translate("CustomerSearch", "%n found", "", total)


def reason(found_by: Reason) -> str:
    """What a contract was found by, where no column shows it."""
    shown = found_by.shown
    if isinstance(shown, dt.date):
        return translate("CustomerSearch", "Born {day}").format(day=written.short_date(shown))
    if found_by.kind is ReasonKind.EMAIL:
        return translate("CustomerSearch", "E-mail {address}").format(address=shown)
    if found_by.kind is ReasonKind.METER:
        return translate("CustomerSearch", "Meter number {number}").format(number=shown)
    number = written.in_fours(shown)
    return translate("CustomerSearch", "Payment number {number}").format(number=number)


def caution(found: Found) -> str:
    """What the clerk must know of the list: that it was cut, or the text was; or nothing."""
    told = []
    if found.shortened:
        told.append(
            translate(
                "CustomerSearch",
                "The text is too long: only its first 100 characters and 10 words were used.",
            )
        )
    if found.more:
        shown = len(found.rows)
        told.append(
            translate(
                "CustomerSearch",
                "Only the first %n are listed. "
                "Add the street or the last four digits of the phone to narrow it.",
                "",
                shown,
            )
        )
    return "\n".join(told)


def nothing(answer: Answer) -> tuple[str, str]:
    """Why nothing is listed, and what to try."""
    problem = answer.query.problem
    if problem is SearchProblem.TYPE_MORE:
        return (
            translate("CustomerSearch", "Type one more character"),
            translate("CustomerSearch", "A single kanji can be searched for as it is."),
        )
    if problem is not None:
        return (
            translate("CustomerSearch", "Symbols alone cannot be searched for"),
            translate("CustomerSearch", "Add a name, a street or a number."),
        )
    fact = translate("CustomerSearch", "Nothing found for “{text}”")
    return fact.format(text=answer.query.text), "\n".join(_advice(answer))


def _advice(answer: Answer) -> list[str]:
    advice = []
    if answer.question.only is not SearchFilter.ALL:
        advice.append(translate("CustomerSearch", "The filter leaves some out: try with all."))
    if len(answer.query.terms) > 1:
        advice.append(
            translate("CustomerSearch", "All words have to match: try with one of them fewer.")
        )
    advice += _advice_by_kind(answer.query)
    other = translate("CustomerSearch", "Try with the name, the street or another number.")
    return advice or [other]


def _advice_by_kind(query: Query) -> list[str]:
    advice = []
    if any(term.complete for term in query.terms):
        advice.append(
            translate(
                "CustomerSearch",
                "Compare all 16 digits with the notice, or search by name and street instead.",
            )
        )
    elif any(len(term.number) > _LAST_DIGITS for term in query.terms):
        advice.append(
            translate(
                "CustomerSearch", "Try with only the last four digits, or with the name instead."
            )
        )
    if any(term.email for term in query.terms):
        advice.append(
            translate(
                "CustomerSearch",
                "Type the e-mail address from its beginning, as the customer or member gave it.",
            )
        )
    words = [term.forms[0] for term in query.terms if not term.number and not term.email]
    if any(re.fullmatch("[ァ-ヺー]+", word) for word in words):
        advice.append(
            translate("CustomerSearch", "Try with the beginning of the reading, or with kanji.")
        )
    if any(re.search("[々\u3400-\u9fff\U00020000-\U0003ffff]", word) for word in words):
        advice.append(
            translate("CustomerSearch", "Try with the reading in kana: the kanji may differ.")
        )
    if any(re.search("[a-z]", word) for word in words):
        advice.append(
            translate("CustomerSearch", "Try with kana: not all names have Latin letters.")
        )
    return advice
