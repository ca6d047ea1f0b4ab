"""The fields of all settings in their groups, and what somebody else changed them to meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from db.errors import RuleBroken
from db.rules.paper_setting_fields import SETTING_FIELDS
from db.rules.paper_settings import PLACEHOLDER_COMPANY_CODE
from desktop import errors
from desktop.setting_words import NAMES, Group, group_hint, group_title, label
from desktop.widgets.card import Card
from desktop.widgets.field import TextField
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout

    from db.queries.paper_settings import SettingFacts

_WIDE = frozenset(
    {
        "bureau.address",
        "bureau.address_latin",
        "days.closed",
        "import.most_refused",
        "paper.places",
        "paper.places_latin",
    }
)
_LEFT = (Group.ISSUER, Group.HOURS, Group.PAYMENT)
_CODE = "paper.company_code"
# what is said below these needs more than half a card
_TALKATIVE = frozenset({_CODE, "paper.invoice_number", "bureau.phone"})


class SettingsForm(Translated, QWidget):
    """Shows what is set; what is typed over it stays until it is stored or dropped."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._facts: dict[str, SettingFacts] = {}
        self._now: dict[str, str] = {}  # what others changed under something typed
        self._broken: dict[str, RuleBroken] = {}
        self._heads = {
            group: (Label("", "h2", self), Paragraph("", "sub", self)) for group in Group
        }
        self.fields = {
            name: TextField(QLineEdit(), self, lines=2 if name in _TALKATIVE else 1)
            for group in Group
            for name in NAMES[group]
        }
        self._insides: dict[Group, QVBoxLayout] = {}
        cards = {group: self._card(group) for group in Group}
        left = column(*(cards[group] for group in _LEFT), gap=12)
        right = column(*(cards[group] for group in Group if group not in _LEFT), gap=12)
        left.addStretch(1)
        right.addStretch(1)
        whole = row(left, right, gap=12)
        for side in (0, 1):
            whole.setStretch(side, 1)
        self.setLayout(whole)
        for field in self.fields.values():
            field.edit.textEdited.connect(self._hear)
        self.retranslate()

    def show_facts(self, facts: Sequence[SettingFacts]) -> None:
        """Show what is set; a field that was typed into keeps it, and says what is set now."""
        for each in (one for one in facts if one.name in self.fields):
            edit, known = self.fields[each.name].edit, self._facts.get(each.name)
            typed = known is not None and edit.text() != _shown(known)
            if typed and known is not None and known.version != each.version:
                self._now[each.name] = _shown(each)
            if not typed or edit.text() == _shown(each):
                edit.setText(_shown(each))
                edit.setCursorPosition(0)
                self._now.pop(each.name, None)
            self._facts[each.name] = each
        self._check(told=False)

    def add_below(self, group: Group, layout: QLayout) -> None:
        """Put something more into a group's card."""
        self._insides[group].addLayout(layout)

    def edits(self, group: Group) -> list[QLineEdit]:
        """Where a group is typed into, in reading order."""
        return [self.fields[name].edit for name in NAMES[group]]

    def set_read_only(self) -> None:
        """Let everything be read, and nothing typed."""
        for field in self.fields.values():
            field.edit.setReadOnly(True)

    def changes(self) -> dict[str, str]:
        """What is typed otherwise than it is set, by the setting's name."""
        return {
            name: self.fields[name].text()
            for name, known in self._facts.items()
            if self.fields[name].text() != _shown(known)
        }

    def versions(self) -> dict[str, int]:
        """The counts of changes that the form was loaded with."""
        return {name: known.version for name, known in self._facts.items()}

    def accept(self) -> None:
        """What is typed is stored: what is set is shown next, whatever it became."""
        self._facts.clear()
        self._now.clear()

    def drop(self) -> None:
        """Forget what is typed."""
        for name, known in self._facts.items():
            self.fields[name].edit.setText(_shown(known))
        self._now.clear()
        self._check(told=False)
        self.edited.emit()

    def check(self) -> dict[str, str]:
        """Say at each field what is wrong with it; gives the sentences by name."""
        self._check(told=True)
        return {name: field.error() for name, field in self.fields.items() if field.error()}

    def shift(self) -> tuple[float, float] | None:
        """The shifts in millimetres as they are typed; None while they cannot be read."""
        stored = [_stored(name, self.fields[name].text()) for name in NAMES[Group.ENVELOPE]]
        x_mm, y_mm = (None if isinstance(each, RuleBroken) else float(each) for each in stored)
        return None if x_mm is None or y_mm is None else (x_mm, y_mm)

    def retranslate(self) -> None:
        for group, (title, hint) in self._heads.items():
            title.setText(group_title(group))
            hint.setText(group_hint(group))
        present = self.tr("now: {value}")
        for name, field in self.fields.items():
            words, hint_words = label(name)
            now = present.format(value=self._now[name]) if name in self._now else ""
            field.set_label(words, now or hint_words)
        self._show_problems()

    def _hear(self) -> None:
        told = {name for name, field in self.fields.items() if field.error()}
        self._check(told=True, only=told)
        self.edited.emit()

    def _check(self, *, told: bool, only: set[str] | None = None) -> None:
        self._broken = {}
        for name, text in self.changes().items():
            outcome = _stored(name, text)
            if told and isinstance(outcome, RuleBroken) and (only is None or name in only):
                self._broken[name] = outcome
        self.retranslate()

    def _show_problems(self) -> None:
        for name, field in self.fields.items():
            broken = self._broken.get(name)
            field.show_error("" if broken is None else self._sentence(broken))
        code = self.fields[_CODE]
        if code.text() == PLACEHOLDER_COMPANY_CODE and not code.error():
            code.show_notice(self.tr("Not a real code: slips are marked 見本"))
        elif code.notice():
            code.show_notice("")

    def _sentence(self, broken: RuleBroken) -> str:
        if broken.code == "text.missing":
            return self.tr("Type the name; it stands on every notice.")
        return errors.sentence(broken)

    def _card(self, group: Group) -> Card:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        at = 0
        for name in NAMES[group]:
            wide = name in _WIDE
            at += at % 2 if wide else 0
            place = (at // 2, at % 2, 1, 2 if wide else 1)
            grid.addWidget(self.fields[name], *place, Qt.AlignmentFlag.AlignTop)
            at += 2 if wide else 1
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        title, hint = self._heads[group]
        inside = column(title, hint, grid, gap=6, margins=(16, 12, 16, 10))
        self._insides[group] = inside
        return Card(inside, self)


def _shown(facts: SettingFacts) -> str:
    field = SETTING_FIELDS[facts.name]
    value = facts.value or field.usual
    try:
        return field.shown(value) if value else ""
    except ValueError:  # nobody can read it: it is shown as it is, to be mended
        return value


def _stored(name: str, text: str) -> str | RuleBroken:
    try:
        return SETTING_FIELDS[name].stored(text)
    except RuleBroken as broken:
        return broken
