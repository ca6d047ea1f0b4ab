"""The fields of an account, with what somebody else changed it to meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QWidget

from db.commands.staff import NewStaff, StaffChanges
from db.rules.permissions import Action, may
from db.rules.words import Role
from desktop.format import LanguageCode
from desktop.labels import role_name
from desktop.permission_words import who_can
from desktop.screens.staff_accounts.checks import account_problems
from desktop.widgets.combo import ComboField
from desktop.widgets.field import TextField
from desktop.widgets.layouts import column
from desktop.widgets.translated import Translated
from desktop.widgets.typed_text import CodeEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.staff_accounts import OfficeLine, StaffLine
    from desktop.desk import Desk
    from desktop.widgets.field import Field


class AccountFields(Translated, QWidget):
    """ID, names, role and office; what the role at the desk may not give is seen, but rests."""

    edited = Signal()

    def __init__(
        self,
        desk: Desk,
        offices: Sequence[OfficeLine],
        line: StaffLine | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._offices = offices
        self._may_manage = may(desk.staff.role, Action.MANAGE_STAFF)
        self.line = line
        self.login_id = TextField(CodeEdit(), self)
        self.name = TextField(QLineEdit(), self)
        self.name_latin = TextField(QLineEdit(), self)
        self.role: ComboField[Role] = ComboField(self)
        self.office: ComboField[int] = ComboField(self)
        self.setLayout(column(*self.by_name().values(), gap=4))
        for field in (self.login_id, self.name, self.name_latin):
            field.edit.textEdited.connect(self.edited)
        for choice in (self.role, self.office):
            choice.chosen.connect(self.edited)
        self.retranslate()
        self._fill()
        self._restrict()

    def by_name(self) -> dict[str, Field]:
        """The fields as errors name them, in reading order."""
        return {
            "login_id": self.login_id,
            "name": self.name,
            "name_latin": self.name_latin,
            "role": self.role,
            "office": self.office,
        }

    def begin(self) -> None:
        """Put the cursor into the first field that can be typed into."""
        (self.name if self.line else self.login_id).edit.setFocus()

    def problems(self) -> dict[str, str]:
        """What is wrong with what is typed, in sentences by field."""
        return account_problems(self.login_id.text(), self.name.text(), self.name_latin.text())

    def typed(self) -> NewStaff | StaffChanges:
        """What is to be stored."""
        name, latin = self.name.text(), self.name_latin.text()
        role, office_id = self.role.value() or Role.COUNTER, self.office.value() or 0
        if self.line is not None:
            return StaffChanges(name, latin, role, office_id)
        codes = {each.office_id: each.code for each in self._offices}
        return NewStaff(self.login_id.text(), name, latin, role, codes.get(office_id, ""))

    def retranslate(self) -> None:
        self._offer_choices()
        self.login_id.set_label(self.tr("ID"), self.tr("letters, digits and . _ -"))
        self.name.set_label(self.tr("Full name"), self._now(self.name, "name"))
        latin = self._now(self.name_latin, "name_latin")
        self.name_latin.set_label(self.tr("Name in Latin letters"), latin)
        self.role.set_label(self.tr("Role"), self._now_chosen(self.role, "role"))
        self.office.set_label(self.tr("Workplace"), self._now_chosen(self.office, "office_id"))
        self._explain()

    def _now(self, field: TextField, name: str) -> str:
        present = getattr(self.line, name, "")
        return self._present(present) if present and present != field.text() else ""

    def _now_chosen(self, field: ComboField[Role] | ComboField[int], name: str) -> str:
        present = getattr(self.line, name, None)
        if present is None or field.value() in (None, present):
            return ""
        values: list[object] = list(field.values())
        known = present in values
        return self._present(field.all_words()[values.index(present)]) if known else ""

    def _present(self, words: str) -> str:
        return self.tr("now: {value}").format(value=words)

    def _fill(self) -> None:
        line = self.line
        if line is not None:
            self.login_id.edit.setText(line.login_id)
            self.name.edit.setText(line.name)
            self.name_latin.edit.setText(line.name_latin)
            self.role.choose(line.role)
            self.office.choose(line.office_id)
            self.login_id.edit.setReadOnly(True)
            self.login_id.edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.retranslate()

    def _is_own(self) -> bool:
        return self.line is not None and self.line.staff_id == self._desk.staff.id

    def _restrict(self) -> None:
        self.role.setEnabled(not self._is_own())
        self.office.setEnabled(self._may_manage)
        items = self.role.combo.model()
        if isinstance(items, QStandardItemModel):
            items.item(list(Role).index(Role.ADMIN)).setEnabled(self._may_manage)

    def _explain(self) -> None:
        own = self.tr("Nobody changes their own role.")
        admin = who_can(Action.MANAGE_STAFF)
        if not self._may_manage:
            self.office.setToolTip(admin)
            self.role.combo.setItemData(
                list(Role).index(Role.ADMIN), admin, Qt.ItemDataRole.ToolTipRole
            )
        self.role.setToolTip(own if self._is_own() else "")

    def _offer_choices(self) -> None:
        self.role.set_choices([(role, role_name(role)) for role in Role])
        japanese = self._desk.language.code is LanguageCode.JA
        self.office.set_choices(
            [(o.office_id, o.name if japanese else o.name_latin) for o in self._offices]
        )
        self._restrict()
