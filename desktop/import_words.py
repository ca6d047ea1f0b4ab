"""The words around the billing host's files: kinds, how a delivery ended, why a line was refused.

As in ``desktop.labels``: each function gives its words in the language of the moment.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.import_words import Fault, FileKind, ImportState
from desktop.theme import Kind

if TYPE_CHECKING:
    from db.rules.import_facts import Refusal

translate = QCoreApplication.translate


def file_kind(kind: FileKind) -> str:
    """What the lines of a file are."""
    return {
        FileKind.CUSTOMERS: translate("HostFiles", "Customers"),
        FileKind.LOCATIONS: translate("HostFiles", "Places of use"),
        FileKind.METERS: translate("HostFiles", "Meters"),
        FileKind.CONTRACTS: translate("HostFiles", "Contracts"),
        FileKind.PARTIES: translate("HostFiles", "Parties"),
        FileKind.READINGS: translate("HostFiles", "Readings"),
        FileKind.BILLS: translate("HostFiles", "Bills"),
        FileKind.PAYMENTS: translate("HostFiles", "Payments"),
        FileKind.DEBITS: translate("HostFiles", "Debit results"),
        FileKind.OVERPAYMENTS: translate("HostFiles", "Overpayments"),
    }[kind]


def import_state(state: ImportState) -> tuple[str, Kind, str]:
    """How a delivery ended: its words, their kind and their picture."""
    return {
        ImportState.STORED: (translate("HostFiles", "Stored"), Kind.OK, "check"),
        ImportState.REFUSED: (translate("HostFiles", "Refused"), Kind.ERR, "circle-x"),
        ImportState.CANCELLED: (translate("HostFiles", "Cancelled"), Kind.WARN, "x"),
        ImportState.CAME_BEFORE: (translate("HostFiles", "Came before"), Kind.MUTE, "history"),
    }[state]


def problem(code: str) -> str:
    """What is wrong with a file before anything is read of it, and the cure."""
    return {
        "empty": translate("HostFiles", "Empty: have the host send it again"),
        "unknown_name": translate("HostFiles", "No layout for this name: leave it out"),
        "wrong_header": translate("HostFiles", "Its header is another file's: check it"),
        "unreadable": translate("HostFiles", "Cannot be read: check the right to it"),
    }[code]


def refusal(of: Refusal) -> str:
    """Why a line was refused, and what would have been right."""
    words = _in_language(translate("HostFiles", "is missing"))[of.reason]
    return words.format(value=of.value, expected=of.expected)


@cache
def _in_language(_sign: str) -> dict[Fault, str]:
    """Worded once for each language: a list may have a hundred thousand lines."""
    return _of_form() | _of_values() | _of_others() | _of_sums() | _of_files()


def _of_form() -> dict[Fault, str]:
    return {
        Fault.FIELDS: translate("HostFiles", "{value} fields instead of {expected}"),
        Fault.MARK: translate("HostFiles", "no record begins with this mark"),
        Fault.QUOTE: translate("HostFiles", "a quotation mark without an end"),
        Fault.WIDTH: translate("HostFiles", "{value} bytes long instead of {expected}"),
        Fault.BYTES: translate("HostFiles", "bytes that are no text, at byte {expected}"),
        Fault.GAIJI: translate("HostFiles", "gaiji.toml does not list the character {expected}"),
        Fault.CONTROL: translate("HostFiles", "a character that cannot be seen: {expected}"),
    }


def _of_values() -> dict[Fault, str]:
    return {
        Fault.MISSING: translate("HostFiles", "is missing"),
        Fault.TOO_LONG: translate("HostFiles", "longer than {expected} characters"),
        Fault.TOO_SHORT: translate("HostFiles", "shorter than {expected} characters"),
        Fault.NUMBER: translate("HostFiles", "no number"),
        Fault.RANGE: translate("HostFiles", "out of range: {expected}"),
        Fault.DAY: translate("HostFiles", "no day written {expected}"),
        Fault.FUTURE: translate("HostFiles", "lies ahead"),
        Fault.CODE: translate("HostFiles", "none of the codes {expected}"),
        Fault.MAIL: translate("HostFiles", "no address that mail can be sent to"),
    }


def _of_others() -> dict[Fault, str]:
    return {
        Fault.DUPLICATE: translate("HostFiles", "came before, in {expected}"),
        Fault.UNKNOWN: translate("HostFiles", "refers to nothing that is known"),
        Fault.REFUSED_BEFORE: translate("HostFiles", "refers to a line that was refused"),
        Fault.ORDER: translate("HostFiles", "before {expected}"),
        Fault.OVERLAP: translate("HostFiles", "what was before ended on {expected}"),
        Fault.ELSEWHERE: translate("HostFiles", "hangs at another place"),
        Fault.NOT_THERE: translate("HostFiles", "no such meter or contract was there then"),
        Fault.DROPPED: translate("HostFiles", "the bill had {expected} before"),
        Fault.CONFIRMED: translate("HostFiles", "empty, but confirmed on {expected} before"),
    }


def _of_sums() -> dict[Fault, str]:
    return {
        Fault.USAGE: translate("HostFiles", "the meter's values give {expected}"),
        Fault.TOTAL: translate("HostFiles", "the parts add up to {expected}"),
        Fault.TAX: translate("HostFiles", "the tariff gives {expected} of tax"),
        Fault.PRICE: translate("HostFiles", "the tariff gives {expected}"),
        Fault.TARIFF: translate("HostFiles", "no tariff file describes it"),
        Fault.TOO_MUCH: translate("HostFiles", "more than there is: {expected}"),
    }


def _of_files() -> dict[Fault, str]:
    return {
        Fault.TRAILER_MISSING: translate("HostFiles", "no trailer record: the file was cut off"),
        Fault.AFTER_TRAILER: translate("HostFiles", "records follow the trailer in line {value}"),
        Fault.ROWS: translate("HostFiles", "the trailer counts {value} records, not {expected}"),
        Fault.SUM_YEN: translate("HostFiles", "the trailer says {value} yen, not {expected}"),
        Fault.SUM_M3: translate("HostFiles", "the trailer says {value} m³, not {expected}"),
        Fault.TOO_MANY: translate("HostFiles", "too many were refused: reading stopped there"),
    }
