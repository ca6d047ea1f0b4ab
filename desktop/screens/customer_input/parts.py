"""What a customer types, in two parts: a new password twice, the answer to their question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db.errors import RuleBroken
from db.rules.member_passwords import REUSED, TOO_MANY_BYTES, member_problems
from db.rules.member_words import SecretQuestion
from db.rules.passwords import Problem
from db.rules.secret_answer import MOST, judged
from desktop.both_languages import japanese
from desktop.widgets.check_line import CheckLine, CheckState
from desktop.widgets.field import Field, PasswordField, TextField
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent

_CONTEXT = "CustomerInput"
_SAME = "same"
_SAME_PLACE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
# what breaks each line of the rules, in their order on the screen
_RULES: tuple[tuple[str, frozenset[str]], ...] = (
    (
        str(QT_TRANSLATE_NOOP("CustomerInput", "8 to 64 characters (up to 24 in Japanese)")),
        frozenset({Problem.TOO_SHORT, Problem.TOO_LONG, Problem.UNREADABLE, TOO_MANY_BYTES}),
    ),
    (
        str(QT_TRANSLATE_NOOP("CustomerInput", "Not your login ID")),
        frozenset({Problem.IS_LOGIN_ID}),
    ),
    (
        str(QT_TRANSLATE_NOOP("CustomerInput", "Not easy to guess")),
        frozenset({Problem.COMMON, Problem.PREDICTABLE}),
    ),
    (
        str(QT_TRANSLATE_NOOP("CustomerInput", "Not one of your last five passwords")),
        frozenset({REUSED}),
    ),
    (str(QT_TRANSLATE_NOOP("CustomerInput", "Typed the same way twice")), frozenset({_SAME})),
)
_QUESTIONS: dict[SecretQuestion, str] = {
    SecretQuestion.FIRST_PET: str(
        QT_TRANSLATE_NOOP("CustomerInput", "What was your first pet's name?")
    ),
    SecretQuestion.MOTHERS_BIRTHPLACE: str(
        QT_TRANSLATE_NOOP("CustomerInput", "Where was your mother born?")
    ),
    SecretQuestion.FIRST_SCHOOL: str(
        QT_TRANSLATE_NOOP("CustomerInput", "What is the name of your first school?")
    ),
    SecretQuestion.FAVOURITE_FOOD: str(
        QT_TRANSLATE_NOOP("CustomerInput", "What is your favourite food?")
    ),
    SecretQuestion.CHILDHOOD_FRIEND: str(
        QT_TRANSLATE_NOOP("CustomerInput", "What is your childhood friend's name?")
    ),
}


def both(text: str, gap: str = "\n") -> str:
    """A marked text in Japanese, then in English."""
    first = japanese(_CONTEXT, text)
    return text if first == text else f"{first}{gap}{text}"


def _label(field: Field, text: str) -> None:
    first = japanese(_CONTEXT, text)
    field.set_label(first, "" if first == text else text)


class PasswordPart(QWidget):
    """A new password and once more, with the rules ticked off."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._login_id = ""
        self._tried = False
        self._refused: frozenset[str] = frozenset()
        self.new = PasswordField(self)
        self.again = PasswordField(self)
        self.rules = [CheckLine(self) for _ in _RULES]
        self.setLayout(column(self.new, self.again, column(*self.rules, gap=2), gap=4))
        for field in (self.new, self.again):
            field.edit.textChanged.connect(self._look)

    def begin(self, login_id: str) -> None:
        """Ask for the password of that login ID."""
        self._login_id = login_id
        self.clear()
        for field, label in zip((self.new, self.again), _PASSWORD_LABELS, strict=True):
            _label(field, label)
        for line, (words, _) in zip(self.rules, _RULES, strict=True):
            line.say(both(words, " / "))

    def clear(self) -> None:
        """Forget what was typed."""
        self._tried, self._refused = False, frozenset()
        for field in (self.new, self.again):
            field.edit.setText("")  # not clear(), which Ctrl+Z undoes

    def password(self) -> str:
        """What was typed."""
        return self.new.text()

    def started(self) -> bool:
        """Whether anything is typed."""
        return bool(self.new.text() or self.again.text())

    def fits(self) -> bool:
        """Whether it keeps all rules that can be judged here."""
        return self.started() and not self._found()

    def judge(self) -> bool:
        """Show what is wrong from now on; whether nothing is."""
        self._tried = True
        self._look()
        return self.fits()

    def refuse(self, codes: Iterable[str]) -> None:
        """Show what only the database knew: it was used before."""
        self.clear()
        self._tried, self._refused = True, frozenset(codes)
        self._look()

    def edits(self) -> tuple[QLineEdit, ...]:
        """What is typed into, in order."""
        return (self.new.edit, self.again.edit)

    def _found(self) -> frozenset[str]:
        found = frozenset(member_problems(self.new.text(), self._login_id))
        return found if self.new.text() == self.again.text() else found | {_SAME}

    def _look(self) -> None:
        if self.started():
            self._refused = frozenset()
        found = self._found() | self._refused if self.started() else self._refused
        for line, (_, codes) in zip(self.rules, _RULES, strict=True):
            line.show_state(self._state(found, codes))
        self.changed.emit()

    def _state(self, found: frozenset[str], codes: frozenset[str]) -> CheckState:
        if found & codes:
            return CheckState.BROKEN if self._tried else CheckState.OPEN
        known = self.started() and REUSED not in codes
        return CheckState.KEPT if known else CheckState.OPEN


class _AnswerEdit(QLineEdit):
    """Readable while it is typed, since Japanese cannot be typed blindly; dots once it is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _SAME_PLACE:
            # who comes back types it anew: it is never shown again
            self.setText("")  # not clear(), which Ctrl+Z undoes
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _SAME_PLACE:
            self.setEchoMode(QLineEdit.EchoMode.Password)


class AnswerPart(QWidget):
    """The secret question and its answer, in whatever script."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.question = Paragraph("", "h3", self)
        self.answer = TextField(_AnswerEdit(), self)
        self.setLayout(column(self.question, self.answer, gap=4))
        self.answer.edit.textChanged.connect(self._look)

    def begin(self, question: SecretQuestion | None) -> None:
        """Ask that question."""
        self.clear()
        self.question.setText(both(_QUESTIONS[question]) if question else "")
        _label(self.answer, _ANSWER_LABEL)

    def clear(self) -> None:
        """Forget what was typed."""
        self.answer.edit.setText("")  # not clear(), which Ctrl+Z undoes
        self.answer.show_error("")

    def started(self) -> bool:
        """Whether anything is typed."""
        return bool(self.answer.text())

    def fits(self) -> bool:
        """Whether this may be an answer."""
        try:
            judged(self.answer.text())
        except RuleBroken:
            return False
        return True

    def judge(self) -> bool:
        """Show whether something is wrong; whether nothing is."""
        good = self.fits()
        self.answer.show_error("" if good else both(_ANSWER_HELP, " / ").format(most=MOST))
        return good

    def edits(self) -> tuple[QLineEdit, ...]:
        """What is typed into."""
        return (self.answer.edit,)

    def _look(self) -> None:
        if self.answer.error():
            self.answer.show_error("")
        self.changed.emit()


_PASSWORD_LABELS: tuple[str, str] = (
    str(QT_TRANSLATE_NOOP("CustomerInput", "New password")),
    str(QT_TRANSLATE_NOOP("CustomerInput", "New password once more")),
)
_ANSWER_LABEL = str(QT_TRANSLATE_NOOP("CustomerInput", "Your answer"))
_ANSWER_HELP = str(QT_TRANSLATE_NOOP("CustomerInput", "Type 1 to {most} letters"))
