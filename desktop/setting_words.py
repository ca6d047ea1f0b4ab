"""What each setting is called, with a word on how it is typed, and what its group is about."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Group(StrEnum):
    """What belongs together on the screen, in reading order."""

    ISSUER = "issuer"
    HOURS = "hours"
    PAYMENT = "payment"
    NUMBERS = "numbers"
    ENVELOPE = "envelope"
    DAYS = "days"
    DELIVERY = "delivery"


NAMES: Final = {
    Group.ISSUER: (
        "bureau.name",
        "bureau.name_latin",
        "bureau.postal_code",
        "bureau.phone",
        "bureau.address",
        "bureau.address_latin",
    ),
    Group.HOURS: ("hours.portal", "hours.staff", "desk.lock_minutes", "days.closed"),
    Group.PAYMENT: (
        "paper.subject_water",
        "paper.subject_water_latin",
        "paper.subject_sewerage",
        "paper.subject_sewerage_latin",
        "paper.places",
        "paper.places_latin",
    ),
    Group.NUMBERS: ("paper.company_code", "paper.invoice_number"),
    Group.ENVELOPE: ("paper.window_x_mm", "paper.window_y_mm"),
    Group.DAYS: (
        "paper.slip_days",
        "paper.bundle_size",
        "paper.reminder_after_days",
        "paper.reminder_days",
        "paper.demand_after_days",
        "paper.demand_days",
        "paper.warning_after_days",
        "paper.warning_days",
        "paper.execution_days",
        "paper.reminder_fee_yen",
        "paper.interest_rate_first_month",
        "paper.interest_rate",
    ),
    Group.DELIVERY: ("import.most_refused",),
}
"""The settings of each group, in reading order."""

BACKUPS: Final = (
    "backup.folder",
    "backup.time",
    "backup.keep_daily",
    "backup.keep_weekly",
    "backup.keep_monthly",
)
"""The settings of backups, which have a screen of their own."""


def group_title(group: Group) -> str:
    """What a group is called."""
    return {
        Group.ISSUER: translate("PaperSettings", "Issuer"),
        Group.NUMBERS: translate("PaperSettings", "Numbers"),
        Group.ENVELOPE: translate("PaperSettings", "Envelope"),
        Group.HOURS: translate("PaperSettings", "Hours and days"),
        Group.PAYMENT: translate("PaperSettings", "Payment notices and slips"),
        Group.DAYS: translate("PaperSettings", "Limits, fees and batches"),
        Group.DELIVERY: translate("PaperSettings", "The billing host's files"),
    }[group]


def group_hint(group: Group) -> str:
    """What there is to know of a group."""
    return {
        Group.ISSUER: translate(
            "PaperSettings", "On every notice; desks follow at the next sign-in."
        ),
        Group.NUMBERS: translate(
            "PaperSettings",
            "Without the bureau's own company code every slip is a specimen (見本).",
        ),
        Group.ENVELOPE: translate(
            "PaperSettings",
            "How far the address moves: + is right and down. The sheet shows what is typed here.",
        ),
        Group.HOURS: translate("PaperSettings", "Desks follow at the next sign-in."),
        Group.PAYMENT: translate("PaperSettings", "What is left empty goes back to the usual."),
        Group.DAYS: translate(
            "PaperSettings", "Limits that fall on closed days move to the next working day."
        ),
        Group.DELIVERY: translate(
            "PaperSettings", "If more lines are refused, nothing of a delivery is stored."
        ),
    }[group]


def label(name: str) -> tuple[str, str]:
    """What a setting is called, and how it is typed."""
    groups = (_bureau, _payment, _numbers, _limits, _charges, _deliveries, _backups)
    return next(words[name] for words in (group() for group in groups) if name in words)


def setting_names() -> dict[str, str]:
    """What every setting is called, by its name in the database."""
    groups = (*NAMES.values(), BACKUPS)
    return {name: label(name)[0] for group in groups for name in group}


def _bureau() -> dict[str, tuple[str, str]]:
    clock = translate("PaperSettings", "such as 7:00-26:00")
    days = translate("PaperSettings", "besides weekends, holidays: 2024-12-30 2024-12-31")
    return {
        "bureau.name": (translate("PaperSettings", "Bureau"), ""),
        "bureau.name_latin": (translate("PaperSettings", "Bureau in Latin letters"), ""),
        "bureau.postal_code": (translate("PaperSettings", "Postal code"), ""),
        "bureau.phone": (translate("PaperSettings", "Phone"), ""),
        "bureau.address": (translate("PaperSettings", "Address"), ""),
        "bureau.address_latin": (translate("PaperSettings", "Address in Latin letters"), ""),
        "hours.portal": (translate("PaperSettings", "Portal open"), clock),
        "hours.staff": (translate("PaperSettings", "Staff sign-in"), clock),
        "desk.lock_minutes": (translate("PaperSettings", "Lock after (minutes)"), ""),
        "days.closed": (translate("PaperSettings", "Closed days"), days),
    }


def _payment() -> dict[str, tuple[str, str]]:
    besides = translate("PaperSettings", "besides convenience stores")
    return {
        "paper.subject_water": (translate("PaperSettings", "Account of water"), ""),
        "paper.subject_water_latin": (
            translate("PaperSettings", "Account of water, in English"),
            "",
        ),
        "paper.subject_sewerage": (translate("PaperSettings", "Account of sewerage"), ""),
        "paper.subject_sewerage_latin": (
            translate("PaperSettings", "Account of sewerage, in English"),
            "",
        ),
        "paper.places": (translate("PaperSettings", "Where to pay"), besides),
        "paper.places_latin": (translate("PaperSettings", "Where to pay, in English"), besides),
    }


def _numbers() -> dict[str, tuple[str, str]]:
    code = translate("PaperSettings", "six digits")
    number = translate("PaperSettings", "T + 13 digits")
    return {
        "paper.company_code": (translate("PaperSettings", "Company code"), code),
        "paper.invoice_number": (translate("PaperSettings", "Invoice number"), number),
        "paper.window_x_mm": (translate("PaperSettings", "Across (mm)"), ""),
        "paper.window_y_mm": (translate("PaperSettings", "Down (mm)"), ""),
    }


def _limits() -> dict[str, tuple[str, str]]:
    return {
        "paper.slip_days": (translate("PaperSettings", "Slip valid (days)"), ""),
        "paper.reminder_after_days": (
            translate("PaperSettings", "Days to reminder"),
            translate("PaperSettings", "from due date"),
        ),
        "paper.reminder_days": (translate("PaperSettings", "Its limit (days)"), ""),
        "paper.demand_after_days": (
            translate("PaperSettings", "Days to demand"),
            translate("PaperSettings", "from last limit"),
        ),
        "paper.demand_days": (translate("PaperSettings", "Its limit (days)"), ""),
        "paper.warning_after_days": (
            translate("PaperSettings", "Days to warning"),
            translate("PaperSettings", "from last limit"),
        ),
        "paper.warning_days": (translate("PaperSettings", "Its limit (days)"), ""),
        "paper.execution_days": (
            translate("PaperSettings", "Cut-off after decision (days)"),
            "",
        ),
    }


def _charges() -> dict[str, tuple[str, str]]:
    only = translate("PaperSettings", "sewerage")
    return {
        "paper.reminder_fee_yen": (translate("PaperSettings", "Reminder fee (yen)"), only),
        "paper.interest_rate_first_month": (
            translate("PaperSettings", "Interest, month 1 (%)"),
            only,
        ),
        "paper.interest_rate": (translate("PaperSettings", "Interest, then (%)"), only),
        "paper.bundle_size": (translate("PaperSettings", "Notices in a bundle"), ""),
    }


def _deliveries() -> dict[str, tuple[str, str]]:
    return {
        "import.most_refused": (
            translate("PaperSettings", "Refused lines at most"),
            translate("PaperSettings", "such as 0, 20 or 0.5%"),
        )
    }


def _backups() -> dict[str, tuple[str, str]]:
    return {
        "backup.folder": (
            translate("PaperSettings", "Folder for backups"),
            translate("PaperSettings", "best on another disk"),
        ),
        "backup.time": (
            translate("PaperSettings", "Daily at"),
            translate("PaperSettings", "such as 2:30"),
        ),
        "backup.keep_daily": (translate("PaperSettings", "Days kept"), ""),
        "backup.keep_weekly": (translate("PaperSettings", "Weeks kept"), ""),
        "backup.keep_monthly": (translate("PaperSettings", "Months kept"), ""),
    }
