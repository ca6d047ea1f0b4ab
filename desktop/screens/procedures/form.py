"""What a procedure gives the frame: its fields, what it reads, what it does.

A form is a ``ProcedureForm`` with its widgets laid out in it. It

* sets ``procedure`` (whose drafts and repetitions these are) and ``needs`` (what the identity
  check must allow; None for office work that discloses nothing);
* registers its fields in reading order: ``self.email = self.add("email", TextField(EmailEdit()))``.
  The key is the one that ``RuleBroken(…, field=key)`` names, and the one drafts keep it under.
  What is added is kept in drafts; a ``PasswordField`` never is;
* answers the methods below. ``load`` and what ``act`` gives run on another thread: they use
  ``self.desk`` and ``self.case``, which never change there, and no widget.

The frame does the rest: identity, drafts, checking, errors, repeating, the receipt.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.rules.contact_words import Disclosure
from desktop.widgets.choices import ChoicesField
from desktop.widgets.combo import ComboField
from desktop.widgets.field import Field, PasswordField, TextField
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.engine import Database
    from db.rules.control_copy import Line, NextStep
    from db.rules.member_words import Procedure
    from desktop.case import Case
    from desktop.customer_asks import CustomerGave, Typing
    from desktop.desk import Desk

F = TypeVar("F", bound=Field)
Work = Callable[["Database"], object]
Problem = Exception | str


@dataclass(frozen=True, slots=True)
class Checked:
    """A line of the check page: what is entered, and what it was before if it changes."""

    label: str
    value: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What the last page and the control copy tell: the receipt, what was done, what comes next.

    ``lines`` are the paper's; a form without them has no paper.
    """

    receipt: str
    headline: str
    next_steps: tuple[NextStep, ...] = ()
    lines: tuple[Line, ...] = ()
    terms_version: str = ""


class ProcedureForm(Translated, QWidget):
    """One procedure's fields and acts, carried through the four steps by a ProcedureFrame."""

    changed = Signal()
    customer_wanted = Signal(object)  # CustomerAsk
    refused = Signal(object)  # Mapping[str, Problem]: what must be put right before going on

    procedure: ClassVar[Procedure]
    needs: ClassVar[Disclosure | None] = Disclosure.MEMBERSHIP

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.desk = desk
        self.case = case
        self.fields: dict[str, Field] = {}

    def add(self, key: str, field: F) -> F:
        """Register a field, in reading order, and hear of its changes."""
        self.fields[key] = field
        if isinstance(field, TextField):
            field.edit.textChanged.connect(self.changed)
        elif isinstance(field, (ComboField, ChoicesField)):
            field.chosen.connect(self.changed)
        return field

    @abstractmethod
    def title(self) -> str:
        """What the procedure is called."""

    def consent(self) -> str:
        """What the clerk ticks after explaining it; nothing when nothing is to be agreed."""
        return ""

    def load(self, database: Database) -> Any:
        """Fetch what the form shows; a RuleBroken from here says why there is nothing to do."""

    def fill(self, facts: Any) -> None:
        """Show what ``load`` fetched; called again when it was changed at another counter."""

    def problems(self) -> Mapping[str, Problem]:
        """Everything wrong with what is typed, by field: a RuleBroken, or the words themselves."""
        return {}

    @abstractmethod
    def summary(self) -> Sequence[Checked]:
        """The lines of the check page, as the clerk reads them out."""

    @abstractmethod
    def act(self, key: str) -> Work:
        """The work to be done on another thread, harmless to repeat under the same ``key``."""

    @abstractmethod
    def done(self, outcome: Any) -> Done:
        """What the last page tells of what ``act`` gave; asked once, when it is done."""

    def first_focus(self) -> QWidget | None:
        """Where typing begins: the first empty field, unless the form knows better."""
        empty = (f for f in self.fields.values() if isinstance(f, TextField) and not f.text())
        chosen = next(empty, None) or next(iter(self.fields.values()), None)
        return chosen.editor if chosen else None

    def ask_customer(self) -> None:
        """F9: have the customer type what staff must not see, where the form wants that."""

    def customer_is(self, state: Typing) -> None:
        """How far the customer is in their own window."""

    def customer_gave(self, gave: CustomerGave) -> None:
        """What came of the customer's own typing."""

    def content(self) -> dict[str, str]:
        """What a draft keeps; add to it what is no field, and never a secret."""
        return {key: _text(field) for key, field in self.fields.items() if _is_kept(field)}

    def restore(self, content: Mapping[str, str]) -> None:
        """Type what a draft kept; keys that are not there stay as they are."""
        for key, field in self.fields.items():
            if key in content:
                _set_text(field, content[key])

    def label(self, key: str) -> str:
        """What a kept value is called; add to it what is no field."""
        field = self.fields.get(key)
        return field.editor.accessibleName() if field else ""

    def words(self, key: str, value: str) -> str:
        """A kept value as one reads it, to tell what another counter changed."""
        field = self.fields.get(key)
        if isinstance(field, ComboField):
            return _words(field, value)
        return _all_words(field, value) if isinstance(field, ChoicesField) else value

    def writing(self, command: Callable[..., object], *args: object, **kwargs: object) -> Work:
        """A command as work in one transaction; ``by`` and ``now`` are added."""
        desk = self.desk

        def work(database: Database) -> object:
            with database.writing() as session:
                return command(session, *args, **kwargs, by=desk.actor, now=desk.now)

        return work


def _is_kept(field: Field) -> bool:
    return isinstance(field, (TextField, ComboField, ChoicesField)) and not isinstance(
        field, PasswordField
    )


def _text(field: Field) -> str:
    if isinstance(field, TextField):
        return field.text()
    if isinstance(field, ChoicesField):
        return ",".join(str(value) for value in field.taken())
    return str(field.value()) if isinstance(field, ComboField) else ""


def _set_text(field: Field, text: str) -> None:
    if isinstance(field, TextField) and _is_kept(field):
        field.edit.setText(text)
    elif isinstance(field, ChoicesField):
        taken = text.split(",")
        field.take(value for value in field.values() if str(value) in taken)
    elif isinstance(field, ComboField):
        same = (value for value in field.values() if str(value) == text)
        field.choose(next(same, None))


def _words(field: ComboField[Any], value: str) -> str:
    known = dict(zip(map(str, field.values()), field.all_words(), strict=True))
    return known.get(value, value)


def _all_words(field: ChoicesField[Any], value: str) -> str:
    pairs = zip(field.values(), field.ticks, strict=True)
    taken = value.split(",")
    return " / ".join(tick.accessibleName() for each, tick in pairs if str(each) in taken)
