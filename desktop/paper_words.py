"""The words for the codes of paper: what it is, how it left, how a batch of it stands.

As in ``desktop.labels``: each function gives its words in the language of the moment.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.rules.paper import BatchState, Exclusion, ItemState, PaperKind, PaperLanguage, PaperWay
from desktop.labels import ChipWords
from desktop.theme import Kind

translate = QCoreApplication.translate


def paper_kind(kind: PaperKind) -> str:
    """What a paper is: 督促状."""
    return {
        PaperKind.PAYMENT_NOTICE: translate("Papers", "Payment notice"),
        PaperKind.REISSUED_SLIP: translate("Papers", "Payment slip (reissued)"),
        PaperKind.REMINDER: translate("Papers", "Reminder"),
        PaperKind.DEMAND: translate("Papers", "Demand"),
        PaperKind.CUTOFF_WARNING: translate("Papers", "Cut-off warning"),
        PaperKind.CUTOFF_EXECUTION: translate("Papers", "Notice of a cut-off"),
        PaperKind.READING_NOTICE: translate("Papers", "Reading notice"),
        PaperKind.CERTIFICATE: translate("Papers", "Payment certificate"),
        PaperKind.DEBIT_STARTED: translate("Papers", "Direct debit started"),
        PaperKind.DEBIT_FAILED: translate("Papers", "Direct debit failed"),
        PaperKind.REFUND: translate("Papers", "Refund"),
        PaperKind.SET_OFF: translate("Papers", "Set-off"),
        PaperKind.REDUCTION: translate("Papers", "Reduction granted"),
        PaperKind.FINAL_SETTLEMENT: translate("Papers", "Final settlement"),
        PaperKind.STATEMENT: translate("Papers", "Usage and payment statement"),
        PaperKind.LOGIN_LETTER: translate("Papers", "Login information letter"),
        PaperKind.CONTROL_COPY: translate("Papers", "Control copy"),
        PaperKind.DAILY_SHEET: translate("Papers", "Daily sheet"),
    }[kind]


def paper_way(way: PaperWay) -> str:
    """By which way a paper left."""
    return {
        PaperWay.PRINTER: translate("Papers", "a printer"),
        PaperWay.FILE: translate("Papers", "a file"),
        PaperWay.BUNDLE: translate("Papers", "a batch's file"),
    }[way]


def paper_language(language: PaperLanguage) -> str:
    """The language of a paper, in that language."""
    return {PaperLanguage.JA: "日本語", PaperLanguage.EN: "English"}[language]


def batch_state(state: BatchState) -> ChipWords:
    """How a batch stands."""
    return {
        BatchState.PLANNED: ChipWords(translate("Papers", "Planned"), Kind.INFO, "clock"),
        BatchState.RUNNING: ChipWords(translate("Papers", "Running"), Kind.INFO, "refresh"),
        BatchState.CANCELLED: ChipWords(translate("Papers", "Stopped"), Kind.WARN, "warn"),
        BatchState.DONE: ChipWords(translate("Papers", "Done"), Kind.OK, "check"),
    }[state]


def item_state(state: ItemState) -> str:
    """What became of one notice of a batch."""
    return {
        ItemState.WAITING: translate("Papers", "Waiting"),
        ItemState.ISSUED: translate("Papers", "Issued"),
        ItemState.LEFT_OUT: translate("Papers", "Left out"),
    }[state]


def exclusion(why: Exclusion) -> str:
    """Why a batch leaves something out."""
    return {
        Exclusion.PROTECTED: translate("Papers", "Protected customer"),
        Exclusion.INSTALMENTS: translate("Papers", "Paying by instalments"),
        Exclusion.DEBIT_REQUESTED: translate("Papers", "Debit requested"),
        Exclusion.REPORTED_PAYMENT: translate("Papers", "Payment only reported"),
        Exclusion.RETURNED_MAIL: translate("Papers", "Mail came back"),
        Exclusion.EXTINGUISHED: translate("Papers", "Debt extinguished"),
        Exclusion.DISPUTE: translate("Papers", "In dispute"),
        Exclusion.ALREADY_SENT: translate("Papers", "Sent already"),
        Exclusion.STEP_NOT_REACHED: translate("Papers", "Step before is not over"),
        Exclusion.NOT_DECIDED: translate("Papers", "Not decided"),
        Exclusion.BELOW_MINIMUM: translate("Papers", "Below the minimum"),
        Exclusion.NO_ADDRESS: translate("Papers", "No address to write to"),
        Exclusion.PAID_MEANWHILE: translate("Papers", "Paid meanwhile"),
    }[why]
