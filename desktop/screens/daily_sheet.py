"""Closing the day: the daily sheet is looked at, then sealed, numbered, and printed or saved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.commands.daily_sheets import IssuedSheet, issue_daily_sheet
from db.errors import RuleBroken
from db.queries.daily_sheet import KeptSheet, daily_sheet, sheets_of
from db.queries.documents import document_pdf
from db.queries.staff_accounts import office_of
from db.rules.paper import PaperKind, PaperLanguage, PaperWay
from db.rules.periods import in_japan
from db.rules.permissions import Action, may
from desktop import errors, paper_words
from desktop import format as written
from desktop.day_field import DayField
from desktop.format import LanguageCode
from desktop.issuer import issuer
from desktop.notices.catalogue import render_notices
from desktop.permission_words import who_can
from desktop.printing import FromFile, Paper, PaperOut
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.pdf_tools import PdfTools
from desktop.widgets.pdf_view import PdfView
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent
    from sqlalchemy.orm import Session

    from db.rules.daily_sheet import DailySheet
    from desktop.desk import Desk
    from desktop.notices.notice import Rendered

_LANGUAGES = tuple(PaperLanguage)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sheet as it would be issued now, and those that were issued for that day before."""

    day: dt.date
    data: bytes = field(repr=False)
    kept: tuple[KeptSheet, ...]


class DailySheetScreen(Translated, QWidget):
    """The sheet of the supervisor's own office; ``print`` and ``save`` issue it the first time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._may = may(desk.staff.role, Action.PRINT_DAILY_SHEET)
        self._draft: _Draft | None = None
        self._issued: IssuedSheet | None = None
        self._key, self._busy = "", False
        self._error: Exception | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self._title = Label("", "h1", self)
        self.before = Button("", ButtonKind.ICON, "chevron-left", self)
        self.day = DayField(desk, self)
        self.after = Button("", ButtonKind.ICON, "chevron-right", self)
        self.language = Segments("", len(_LANGUAGES), self)
        self.kept = Button("", ButtonKind.GHOST, "history", self)
        self.save_button = Button("", ButtonKind.PLAIN, "doc", self)
        self.print_button = Button("", ButtonKind.PRIMARY, "print", self)
        self.banner = Banner(Kind.INFO, "", self)
        self.view = PdfView(desk.tasks, self)
        self.tools = PdfTools(self.view, self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.refusal = Placeholder("lock", self)
        self.out = PaperOut(desk, self)
        self.day.set_day(desk.today)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Draw the sheet of the day typed as it would be issued now."""
        wrong = self._problem()
        self.day.show_error("" if wrong is None else errors.sentence(wrong))
        if not self._may or wrong is not None:
            return
        self._key = self._desk.new_key()
        self._draft = self._issued = self._error = None
        day = self.day.day() or self._desk.today
        work = partial(_drawn, desk=self._desk, day=day, language=self._language())
        self._desk.tasks.read(self, work, self._show, self._fail)
        self.retranslate()

    def print(self) -> None:
        """F10: issue the sheet if it is only looked at yet, and print it."""
        self._let_out(PaperWay.PRINTER)

    def save(self) -> None:
        """Issue the sheet if it is only looked at yet, and ask where to save it."""
        self._let_out(PaperWay.FILE)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Daily sheet"))
        self._title.setText(self.tr("Daily sheet"))
        self.day.set_label(self.tr("Day"))
        self.before.set_text(self.tr("Day before"))
        self.after.set_text(self.tr("Day after"))
        self.language.set_name(self.tr("Language of the sheet"))
        self.language.set_labels([paper_words.paper_language(each) for each in _LANGUAGES])
        self.save_button.set_text(self.tr("Save as PDF"))
        self.print_button.set_text(self.tr("Print") + "  F10")
        self.refusal.say(
            self.tr("Your role does not close the day"), who_can(Action.PRINT_DAILY_SHEET)
        )
        if self._error is not None:
            self.problem.say(self.tr("The sheet cannot be shown"), errors.sentence(self._error))
        self._say_state()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # so that F10 prints what is seen

    def _build(self) -> None:
        choice = row(self.before, self.day, self.after, 12, self.language, self.kept, STRETCH)
        beside: tuple[QWidget, ...] = (self.before, self.after, self.language, self.kept)
        for each in beside:
            choice.setAlignment(each, Qt.AlignmentFlag.AlignVCenter)
        choice.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = column(choice, self.banner, self.view, gap=8)
        whole.setStretch(2, 1)
        self._body = QStackedWidget(self)
        for part in (clear_box(whole), self.problem, self.refusal):
            self._body.addWidget(part)
        self._body.setCurrentIndex(0 if self._may else 2)
        for button in (self.save_button, self.print_button):
            button.setVisible(self._may)
        head = row(self._title, STRETCH, self.save_button, self.print_button, gap=10)
        page = column(head, self._body, gap=10, margins=(20, 12, 20, 12))
        page.setStretch(1, 1)
        self.setLayout(page)

    def _connect(self) -> None:
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.day.edit.returnPressed.connect(self.reload)
        self.language.chosen.connect(self.reload)
        self.kept.clicked.connect(self._show_kept)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print)

    def _problem(self) -> RuleBroken | None:
        wrong, today = self.day.problem(), self._desk.today
        if wrong is None and (self.day.day() or today) > today:
            return RuleBroken("daily_sheet.not_yet")
        return wrong

    def _language(self) -> PaperLanguage:
        return _LANGUAGES[self.language.current()]

    def _go_back(self) -> None:
        self._go(-1)

    def _go_on(self) -> None:
        self._go(1)

    def _go(self, days: int) -> None:
        if self.day.problem() is None:
            day = (self.day.day() or self._desk.today) + dt.timedelta(days=days)
            self.day.set_day(min(day, self._desk.today))
            self.reload()

    def _show(self, draft: _Draft) -> None:
        self._draft = draft
        self._body.setCurrentIndex(0)
        self.view.show_pdf(draft.data)
        self._say_state()

    def _fail(self, error: Exception) -> None:
        self._error = error
        self._body.setCurrentWidget(self.problem)
        self.retranslate()

    def _show_kept(self) -> None:
        if self._draft is not None and self._draft.kept:
            work = partial(_opened, kept=self._draft.kept[0])
            self._desk.tasks.read(self, work, self._take_issued, self._tell)

    def _let_out(self, way: PaperWay) -> None:
        if self._draft is None or self._busy:
            return
        if self._issued is not None:
            self._out(way)
            return
        self._busy = True
        self._say_state()
        desk = self._desk
        work = partial(
            issue_daily_sheet,
            day=self._draft.day,
            render=partial(_render, language=self._language()),
            language=self._language(),
            issuer=issuer(desk),
            key=self._key,
            by=desk.actor,
            now=desk.now,
        )
        desk.tasks.write(self, work, partial(self._let_issued_out, way), self._tell)

    def _let_issued_out(self, way: PaperWay, issued: IssuedSheet) -> None:
        self._take_issued(issued)
        self._out(way)

    def _take_issued(self, issued: IssuedSheet) -> None:
        self._issued, self._busy = issued, False
        self.view.show_pdf(issued.data)
        self._say_state()

    def _out(self, way: PaperWay) -> None:
        issued = self._issued
        if issued is None:
            return
        title = paper_words.paper_kind(PaperKind.DAILY_SHEET)
        kept = FromFile(issued.document_id, None)
        paper = Paper(PaperKind.DAILY_SHEET, issued.number, None, title, issued.data, document=kept)
        (self.out.print if way is PaperWay.PRINTER else self.out.save)(paper)

    def _tell(self, error: Exception) -> None:
        self._busy = False
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))
        self._say_state()

    def _say_state(self) -> None:
        draft, issued = self._draft, self._issued
        for button in (self.save_button, self.print_button):
            button.setEnabled(draft is not None and not self._busy)
        day = None if self.day.problem() else self.day.day()
        self.after.setEnabled(day is not None and day < self._desk.today)
        newest = draft.kept[0] if draft is not None and draft.kept else None
        self.kept.setVisible(newest is not None and issued is None)
        if newest is not None:
            told = self.tr("Show {number}, issued at {time} by {name}")
            at = written.time_of_day(in_japan(newest.issued_at))
            words = told.format(number=newest.number, time=at, name=newest.issued_by)
            self.kept.set_text(words)
        if issued is not None:
            sealed = self.tr("Issued as {number}. Print or save it as often as needed.")
            self.banner.say(sealed.format(number=issued.number))
        else:
            self.banner.say(
                self.tr("A draft. Printing or saving seals the record of acts and numbers it.")
            )


def _drawn(session: Session, *, desk: Desk, day: dt.date, language: PaperLanguage) -> _Draft:
    office_id = office_of(session, desk.staff.id)
    facts = daily_sheet(session, office_id, day, issuer=issuer(desk), now=desk.now)
    rendered = _render((facts,), language=language)
    return _Draft(day, rendered.data, sheets_of(session, office_id, day))


def _opened(session: Session, *, kept: KeptSheet) -> IssuedSheet:
    stored = document_pdf(session, kept.document_id)
    return IssuedSheet(kept.document_id, kept.number, stored.data)


def _render(facts: Sequence[DailySheet], *, language: PaperLanguage) -> Rendered:
    return render_notices(facts, LanguageCode(language.value))
