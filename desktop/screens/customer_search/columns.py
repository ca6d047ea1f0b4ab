"""The columns of the list of finds, what was searched for marked in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.queries.search import MatchField
from db.queries.search_reasons import ReasonKind
from db.rules.payment_state import WORST_FIRST
from desktop import format as written
from desktop import labels
from desktop.format import LanguageCode
from desktop.screens.customer_search import words
from desktop.widgets.record_model import Column, Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from db.queries.search import SearchRow
    from desktop.i18n import Language
    from desktop.theme import Kind

translate = QCoreApplication.translate
Lines = tuple[tuple[Span, ...], ...]


def search_columns(
    language: Language, today: Callable[[], dt.date]
) -> tuple[Column[SearchRow], ...]:
    """Who, by which number, where, the phone masked, the contract, and what is unpaid."""
    return (
        _name_column(language),
        _number_column(),
        _place_column(language),
        _phone_column(),
        _contract_column(today),
        _state_column(),
    )


def _name_column(language: Language) -> Column[SearchRow]:
    return Column(
        key="name",
        title=lambda: translate("CustomerSearch", "Name"),
        text=lambda row: f"{row.name}  {row.kana}",
        sort=lambda row: (row.kana, row.name),
        room=22,
        lines=lambda row: _name_lines(row, language.code),
        plain=lambda row: row.name,
    )


def _number_column() -> Column[SearchRow]:
    return Column(
        key="number",
        title=lambda: translate("CustomerSearch", "Portal number"),
        text=lambda row: written.in_fours(row.portal_number),
        room=20,
        figures=True,
        lines=_number_lines,
        plain=lambda row: row.portal_number,
        weight=0.4,
    )


def _place_column(language: Language) -> Column[SearchRow]:
    return Column(
        key="place",
        title=lambda: translate("CustomerSearch", "Location"),
        text=lambda row: row.address,
        room=30,
        lines=lambda row: _place_lines(row, language.code),
        weight=1.4,
    )


def _phone_column() -> Column[SearchRow]:
    return Column(
        key="phone",
        title=lambda: translate("CustomerSearch", "Phone"),
        text=lambda row: row.phone_masked,
        room=14,
        figures=True,
        lines=_phone_lines,
        weight=0.4,
    )


def _contract_column(today: Callable[[], dt.date]) -> Column[SearchRow]:
    return Column(
        key="contract",
        title=lambda: translate("CustomerSearch", "Contract"),
        text=lambda row: contract_words(row, today()),
        sort=lambda row: row.ended_on or row.started_on,
        room=17,
        muted=lambda row: row.ended_on is not None and row.ended_on < today(),
        weight=0.3,
    )


def _state_column() -> Column[SearchRow]:
    return Column(
        key="state",
        title=lambda: translate("CustomerSearch", "Unpaid"),
        text=lambda row: labels.payment_state(row.state).text if row.state else "",
        sort=lambda row: WORST_FIRST.index(row.state) if row.state else None,
        room=16,
        chip=_chip,
        weight=0.3,
    )


def contract_words(row: SearchRow, today: dt.date) -> str:
    """Whether water is used under the contract: 使用中, 中止 2024/03."""
    if row.ended_on is not None:
        told = (
            translate("CustomerSearch", "Ended {month}")
            if row.ended_on < today
            else translate("CustomerSearch", "Ends {month}")
        )
        return told.format(month=f"{row.ended_on:%Y/%m}")
    if row.started_on > today:
        told = translate("CustomerSearch", "From {month}")
        return told.format(month=f"{row.started_on:%Y/%m}")
    return translate("CustomerSearch", "In use")


def _name_lines(row: SearchRow, code: LanguageCode) -> Lines:
    kana = Span(row.kana, "xs", muted=True, found=_found(row, MatchField.KANA))
    name = _found(row, MatchField.NAME)
    also = _reasons(row, ReasonKind.BORN_ON, ReasonKind.EMAIL)
    if code is LanguageCode.EN and row.latin_name:
        latin = Span(row.latin_name, bold=True, found=_found(row, MatchField.LATIN_NAME))
        return ((latin,), (*also, Span(row.name, "xs", found=name), Span("  ", "xs"), kana))
    return ((Span(row.name, bold=True, found=name),), (*also, kana))


def _number_lines(row: SearchRow) -> Lines:
    shown = Span(
        written.in_fours(row.portal_number), "figure", found=_found(row, MatchField.NUMBER)
    )
    own = _found(row, MatchField.CUSTOMER_NUMBER)
    if not own:
        also = _reasons(row, ReasonKind.METER, ReasonKind.PAYMENT)
        return ((shown,), also[:-1]) if also else ((shown,),)
    title = translate("CustomerSearch", "Customer number")
    number = Span(row.customer_number, "xs", muted=True, found=own)
    return ((shown,), (Span(f"{title} ", "xs", muted=True), number))


def _reasons(row: SearchRow, *kinds: ReasonKind) -> tuple[Span, ...]:
    """What the row was found by, marked: before what may be cut where there is little room."""
    spans: list[Span] = []
    for reason in row.reasons:
        if reason.kind in kinds:
            shown = words.reason(reason)
            found = ((0, len(shown)),)
            spans += (Span(shown, "xs", muted=True, found=found), Span("  ", "xs"))
    return tuple(spans)


def _place_lines(row: SearchRow, code: LanguageCode) -> Lines:
    found = _found(row, MatchField.ADDRESS)
    if code is LanguageCode.EN and row.address_latin:
        latin = Span(row.address_latin, found=_found(row, MatchField.ADDRESS_LATIN))
        return ((latin,), (Span(row.address, "xs", muted=True, found=found),))
    return ((Span(row.address, found=found),),)


def _phone_lines(row: SearchRow) -> Lines:
    phone = Span(row.phone_masked, "figure", muted=True, found=_found(row, MatchField.PHONE))
    return ((phone,),)


def _found(row: SearchRow, field: MatchField) -> tuple[tuple[int, int], ...]:
    return tuple((match.start, match.length) for match in row.matches if match.field is field)


def _chip(row: SearchRow) -> tuple[str, Kind, str] | None:
    if row.state is None:
        return None
    label = labels.payment_state(row.state)
    return label.text, label.kind, label.icon
