"""The sheet of a contract: its facts, its parties, who lived there, which meters hung there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from db.rules.alerts import EXCHANGE_NOTICE_DAYS
from desktop import format as written
from desktop import labels
from desktop.theme import Kind
from desktop.widgets.card import Rule
from desktop.widgets.chip import Chip
from desktop.widgets.labels import ElidedLabel, Label, Paragraph
from desktop.widgets.layouts import clear_box, column, row

if TYPE_CHECKING:
    import datetime as dt

    from db.queries.contracts import ContractDetails, MeterLine, OccupantLine, PartyLine
    from db.queries.customers import ContractChoice
    from desktop.i18n import Language

translate = QCoreApplication.translate
_NAME_WIDTH, _SERIAL_WIDTH = 116, 84


def contract_sheet(
    details: ContractDetails,
    contract: ContractChoice | None,
    *,
    today: dt.date,
    language: Language,
) -> QWidget:
    """A sheet to scroll with the four parts of a contract, under headings."""
    sheet = QWidget()
    sheet.setObjectName("clear")
    body = column(gap=6, margins=(16, 10, 12, 12))
    sheet.setLayout(body)
    if contract is not None:
        _head(body, translate("Contract", "Contract"), ruled=False)
        body.addLayout(_facts(contract, language))
    _head(body, translate("Contract", "Parties"))
    for party in details.parties:
        body.addWidget(_party(party))
    _head(body, translate("Contract", "Occupants of this location"))
    for occupant in details.occupants:
        body.addWidget(_occupant(occupant))
    _head(body, translate("Contract", "Meters"))
    for meter in details.meters:
        body.addWidget(_meter(meter, today))
    if not details.meters:
        body.addWidget(Label(translate("Contract", "No meter hangs here."), "sub"))
    body.addStretch(1)
    return sheet


def _head(body: QVBoxLayout, title: str, *, ruled: bool = True) -> None:
    if ruled:
        body.addSpacing(4)
        body.addWidget(Rule())
        body.addSpacing(2)
    body.addWidget(Label(title, "h2"))


def _facts(contract: ContractChoice, language: Language) -> QGridLayout:
    address = contract.address_latin if language.code == "en" else None
    since = written.short_date(contract.started_on)
    facts = [
        (translate("Contract", "Customer number"), contract.customer_number, "figure"),
        (translate("Contract", "Location"), address or contract.address, "body"),
        (translate("Contract", "Use"), labels.usage_class(contract.usage_class), "body"),
        (translate("Contract", "Payment"), labels.payment_method(contract.payment_method), "body"),
        (translate("Contract", "In use since"), since, "figure"),
    ]
    if contract.ended_on is not None:
        ended = written.short_date(contract.ended_on)
        facts.append((translate("Contract", "Ended on"), ended, "figure"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    grid.setColumnMinimumWidth(0, _NAME_WIDTH)
    grid.setColumnStretch(1, 1)
    for line, (name, value, role) in enumerate(facts):
        grid.addWidget(Label(name, "sub"), line, 0)
        shown = Paragraph(value) if role == "body" else Label(value, role, selectable=True)
        grid.addWidget(shown, line, 1)
    return grid


def _party(party: PartyLine) -> QWidget:
    reach = "  ".join(filter(None, (party.phone_masked, party.address or "")))
    lines = [ElidedLabel(reach, "xs")] if reach else []
    period = Paragraph(_period(party.started_on, party.ended_on), "xs")
    role = ElidedLabel(labels.party_role(party.role), "sub")
    role.setFixedWidth(_NAME_WIDTH)
    name, kana = ElidedLabel(party.name), ElidedLabel(party.kana, "xs")
    return _two_columns(role, name, kana, *lines, period)


def _occupant(occupant: OccupantLine) -> QWidget:
    name = ElidedLabel(occupant.name, "h3" if occupant.is_this else "body")
    who = row(name, gap=8)
    if occupant.is_this:
        who.addWidget(Chip(translate("Contract", "This customer"), Kind.INFO, "user"))
    who.addStretch(1)
    return clear_box(
        column(who, Label(_period(occupant.started_on, occupant.ended_on), "xs"), gap=0)
    )


def _meter(meter: MeterLine, today: dt.date) -> QWidget:
    bore = translate("Contract", "Bore {mm} mm").format(mm=meter.bore_mm)
    hung = translate("Contract", "Installed {day}")
    installed = hung.format(day=written.short_date(meter.installed_on))
    if meter.removed_on is not None:
        gone = translate("Contract", "Removed {day}")
        last = Label(gone.format(day=written.short_date(meter.removed_on)), "xs")
    else:
        due = translate("Contract", "Exchange due {day}")
        soon = (meter.exchange_due_on - today).days <= EXCHANGE_NOTICE_DAYS
        day = written.short_date(meter.exchange_due_on)
        last = Label(due.format(day=day), "warn" if soon else "xs")
    serial = ElidedLabel(meter.serial, "figure", selectable=True)
    serial.setFixedWidth(_SERIAL_WIDTH)
    return _two_columns(serial, Label(bore), Label(installed, "xs"), last)


def _two_columns(name: QWidget, *lines: QWidget) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 4)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    grid.addWidget(name, 0, 0)
    for number, line in enumerate(lines):
        grid.addWidget(line, number, 1)
    return clear_box(grid)


def _period(start: dt.date, end: dt.date | None) -> str:
    return f"{written.short_date(start)} – {written.short_date(end) if end else ''}".rstrip()
