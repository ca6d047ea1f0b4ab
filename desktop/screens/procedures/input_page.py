"""The second step: the form, what is wrong with it above, what to do with it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QSizePolicy, QWidget

from desktop.errors import sentence
from desktop.format import time_of_day
from desktop.theme import Kind
from desktop.widgets.banner import Banner, BannerStack
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Rule
from desktop.widgets.error_summary import ErrorSummary, Fault
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from desktop.screens.procedures.form import Problem, ProcedureForm

CONSENT = "consent"
_AROUND = 36


def said(error: Exception) -> Banner:
    """A bar with the sentence for an error."""
    return Banner(Kind.ERR, sentence(error), closable=True)


class InputPage(Translated, QWidget):
    """A form that scrolls between its errors and a foot that stays."""

    go_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, form: ProcedureForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._form = form
        self._missing_consent = ""
        self._refusal: Banner | None = None
        self.banners = BannerStack(self)
        self.summary = ErrorSummary(self)
        self.area = QScrollArea(self)
        self._build_area()  # before what stands below it: so Tab goes on
        self.consent = QCheckBox(self)
        self.consent_error = Label("", "err", self)
        self.note = ElidedLabel("", "sub", self)
        self.cancel = Button("", ButtonKind.PLAIN, parent=self)
        self.go = Button("", ButtonKind.PRIMARY, parent=self)
        self._build()
        self.go.clicked.connect(self.go_wanted)
        self.cancel.clicked.connect(self.back_wanted)
        self.retranslate()

    def agreed(self) -> bool:
        """Whether the customer agreed, or there is nothing to agree to."""
        return not self._form.consent() or self.consent.isChecked()

    def show_problems(self, problems: Mapping[str, Problem]) -> None:
        """Say what is wrong at each field, and the same words in the summary."""
        told = {key: _words(problem) for key, problem in problems.items()}
        for key, field in self._form.fields.items():
            if field.error() != told.get(key, ""):
                field.show_error(told.get(key, ""))
        self._missing_consent = told.get(CONSENT, "")
        self.consent_error.setText(self._missing_consent)
        self.consent_error.setVisible(bool(self._missing_consent))
        faults = [
            Fault(field.editor.accessibleName(), told[key], field.editor)
            for key, field in self._form.fields.items()
            if key in told
        ]
        if self._missing_consent:
            faults.append(Fault(self.tr("Consent"), self._missing_consent, self.consent))
        self.summary.show_faults(faults)

    def to_faults(self) -> None:
        """Go to the summary; to the tick alone if that is all that is missing."""
        faults = self.summary.faults()
        if len(faults) == 1 and faults[0].at is self.consent:
            self.consent.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.summary.take_focus()
            self.area.verticalScrollBar().setValue(0)

    def show_whole(self, part: QWidget) -> None:
        """Scroll so that a part of the form can be seen, with what is said above and below it."""
        if self._form.isAncestorOf(part):
            self.area.ensureWidgetVisible(part, 0, _AROUND)

    def set_note(self, words: str, *, warns: bool = False) -> None:
        """Say beside the buttons what became of the draft."""
        self.note.set_role("warn" if warns else "sub")
        self.note.setText(words)

    def say_kept(self, at: dt.datetime) -> None:
        """The draft was kept."""
        self.set_note(self.tr("Draft kept {time}").format(time=time_of_day(at)))

    def say_not_kept(self, error: Exception) -> None:
        """The draft could not be kept."""
        self.set_note(sentence(error), warns=True)

    def refuse(self, error: Exception) -> None:
        """Say above the form why it was not carried out, where no field is to blame."""
        self.forget_refusal()
        self._refusal = said(error)
        self.banners.add(self._refusal)

    def forget_refusal(self) -> None:
        """It is tried again."""
        if self._refusal is not None:
            self.banners.remove(self._refusal)
        self._refusal = None

    def retranslate(self) -> None:
        self.cancel.set_text(self.tr("Cancel") + "  Esc")
        self.go.set_text(self.tr("Check") + "  F12")
        consent = self._form.consent()
        self.consent.setText(consent.replace("&", "&&"))
        self.consent.setVisible(bool(consent))

    def _build_area(self) -> None:
        inside = column(self.banners, self.summary, self._form, STRETCH, gap=8)
        inside.setContentsMargins(20, 12, 20, 12)
        self.area.setWidget(clear_box(inside))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.viewport().setObjectName("clear")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _build(self) -> None:
        self.consent_error.hide()
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        agreement = column(self.consent, self.consent_error, gap=0)
        foot = row(agreement, self.note, self.cancel, self.go, gap=10)
        foot.setContentsMargins(20, 8, 20, 10)
        whole = column(self.area, Rule(self), foot, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)


def _words(problem: Problem) -> str:
    return sentence(problem) if isinstance(problem, Exception) else problem
