"""The words for the codes of the water bureau: the only such table.

Every function gives its words in the language of the moment, so ask again when it changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.words import (
    Account,
    CollectionState,
    CustomerKind,
    MeterStatus,
    PartyRole,
    PaymentMethod,
    PaymentState,
    Role,
    UsageClass,
)
from desktop.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ChipWords:
    """What a chip shows: never by colour alone."""

    text: str
    kind: Kind
    icon: str


def payment_state(state: PaymentState) -> ChipWords:
    """お支払状況; red only for what is past its due date."""
    return {
        PaymentState.NOT_DUE: ChipWords(translate("Labels", "Not due"), Kind.INFO, "clock"),
        PaymentState.OVERDUE: ChipWords(translate("Labels", "Overdue"), Kind.ERR, "warn"),
        PaymentState.PART_PAID: ChipWords(translate("Labels", "Part paid"), Kind.WARN, "yen"),
        PaymentState.PAID: ChipWords(translate("Labels", "Paid"), Kind.OK, "check"),
        PaymentState.CORRECTED: ChipWords(translate("Labels", "Corrected"), Kind.MUTE, "pencil"),
    }[state]


def collection_state(state: CollectionState) -> str:
    """収納の動き: what is moving without having come in."""
    return {
        CollectionState.PLANNED: translate("Labels", "Debit planned"),
        CollectionState.REQUESTED: translate("Labels", "Debit requested"),
        CollectionState.DEBITED: translate("Labels", "Debited"),
        CollectionState.FAILED: translate("Labels", "Debit failed"),
        CollectionState.REPORTED: translate("Labels", "Payment reported, not confirmed yet"),
        CollectionState.INSTALMENTS: translate("Labels", "Paying by instalments"),
        CollectionState.WRITTEN_OFF: translate("Labels", "Written off"),
    }[state]


def meter_status(code: int) -> str:
    """水道検針状況: what the meter reader found, by the code on the reading notice."""
    words: Mapping[int, str] = {
        MeterStatus.ABSENT: translate("Labels", "Meter indoors, nobody at home"),
        MeterStatus.UNDER_VEHICLE: translate("Labels", "Under a vehicle or the like"),
        MeterStatus.NOT_TURNING: translate("Labels", "Not turning, or slow"),
        MeterStatus.FOGGED: translate("Labels", "Glass fogged"),
        MeterStatus.UNUSUAL: translate("Labels", "Far more or less than before"),
        MeterStatus.LEAK: translate("Labels", "Leak"),
        MeterStatus.BURIED: translate("Labels", "Buried or not found"),
        MeterStatus.SNOW: translate("Labels", "Under snow"),
        MeterStatus.UNREADABLE: translate("Labels", "Not readable"),
    }
    return words[code]


def role_name(role: Role) -> str:
    """What a staff member is."""
    return {
        Role.COUNTER: translate("Labels", "Counter"),
        Role.PHONE: translate("Labels", "Phone"),
        Role.SUPERVISOR: translate("Labels", "Supervisor"),
        Role.ADMIN: translate("Labels", "Administrator"),
    }[role]


def party_role(role: PartyRole) -> str:
    """What somebody is for a contract."""
    return {
        PartyRole.USER: translate("Labels", "User"),
        PartyRole.ADDRESSEE: translate("Labels", "Addressee"),
        PartyRole.ACCOUNT_HOLDER: translate("Labels", "Account holder"),
        PartyRole.OWNER: translate("Labels", "Owner of the installation"),
        PartyRole.MANAGER: translate("Labels", "Manager"),
    }[role]


def usage_class(kind: UsageClass) -> str:
    """用途."""
    return {
        UsageClass.HOUSEHOLD: translate("Labels", "Household"),
        UsageClass.BUSINESS: translate("Labels", "Business"),
    }[kind]


def payment_method(method: PaymentMethod) -> str:
    """How a contract is paid."""
    return {
        PaymentMethod.SLIP: translate("Labels", "Pays by slip"),
        PaymentMethod.DEBIT: translate("Labels", "Direct debit"),
    }[method]


def account(kind: Account) -> str:
    """Which of the two debts."""
    return {
        Account.WATER: translate("Labels", "Water charge"),
        Account.SEWERAGE: translate("Labels", "Sewerage charge"),
    }[kind]


def addressed(name: str, kind: CustomerKind) -> str:
    """A customer's name as one speaks to them: 様, for a company 御中; in English no title."""
    if kind is CustomerKind.COMPANY:
        return translate("Labels", "{name}", "a company").format(name=name)
    return translate("Labels", "{name}", "a person").format(name=name)
