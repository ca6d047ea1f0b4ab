"""The frame that carries every procedure through its four steps.

1 identity check · 2 input · 3 check page · 4 done, with the control copy. Whoever writes a
procedure writes a ``ProcedureForm`` (form.py says what it answers) and nothing of what stands here:

    frame = ProcedureFrame(desk, RegisterForm(desk, case))

Make a new frame for each opening and delete it when ``closed`` comes: the key against repetition
is made with it, and the draft brings back what was typed. ``set_case`` after the identity check.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QKeyCombination, Signal

from db.errors import RuleBroken
from db.queries.drafts import drafts_of
from desktop.screens.procedures import form_keys
from desktop.screens.procedures.blocked import is_known
from desktop.screens.procedures.drafts import DraftKeeper
from desktop.screens.procedures.frame_view import FrameView, Step
from desktop.screens.procedures.input_page import CONSENT, said
from desktop.screens.procedures.receipt_paper import ReceiptPaper
from desktop.screens.procedures.stored import Stored

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from db.engine import Database
    from desktop.case import Case
    from desktop.customer_asks import CustomerGave, Typing
    from desktop.desk import Desk
    from desktop.screens.procedures.form import Problem, ProcedureForm

    Loaded = tuple[Any, dict[str, str] | None]

__all__ = ["ProcedureFrame", "Step"]


class ProcedureFrame(FrameView):
    """One procedure for one customer, from knowing them to the receipt in their hand."""

    done = Signal(object)  # Done
    closed = Signal()
    identity_wanted = Signal()
    customer_wanted = Signal(object)  # CustomerAsk
    step_changed = Signal(object)  # Step

    def __init__(self, desk: Desk, form: ProcedureForm, parent: QWidget | None = None) -> None:
        super().__init__(form, parent)
        self._desk = desk
        self._key = desk.new_key()
        self._loaded = self._busy = self._tried = False
        self._refused: dict[str, tuple[Exception, str]] = {}
        self.paper = ReceiptPaper(desk, self.last)
        self._stored = Stored(form, self.input.banners, self)
        self._drafts = DraftKeeper(desk, form.case.contact.contact_id, form.procedure, self)
        self._connect()
        self.retranslate()
        self._begin()

    def set_case(self, case: Case) -> None:
        """The contact as it is now, such as after the identity check."""
        self.form.case = case
        if self._step is Step.IDENTITY:
            self._begin()

    def proceed(self) -> None:
        """F12: from the form to the check page, from there do it; nothing once it is done."""
        if self._busy or not self._loaded:
            return
        if self._step is Step.INPUT:
            self._check()
        elif self._step is Step.CHECK:
            self._carry_out()

    def go_back(self) -> None:
        """Esc: from the check page to the form; else leave, the draft is kept."""
        if self._busy:
            return
        if self._step is Step.CHECK:
            self._go_to(Step.INPUT)
        else:
            self._leave()

    def customer_is(self, state: Typing) -> None:
        """How far the customer is in their own window."""
        self.form.customer_is(state)

    def customer_gave(self, gave: CustomerGave) -> None:
        """What came of the customer's own typing."""
        self.form.customer_gave(gave)
        self._look_again()
        if self._step is Step.CHECK:
            self.check.show_lines(self.form.summary())

    def retranslate(self) -> None:
        super().retranslate()
        if self._step is Step.CHECK:
            self.check.show_lines(self.form.summary())
        self._look_again()

    def wants(self, key: QKeyCombination) -> bool:
        return super().wants(key) or (key == form_keys.F5 and self._stored.is_stale)

    def hideEvent(self, event: QHideEvent) -> None:
        self._drafts.flush()  # whoever goes elsewhere loses nothing, however fast
        super().hideEvent(event)

    def _connect(self) -> None:
        self.keys.pressed.connect(self._press)
        self.keys.entered.connect(self.input.show_whole)
        self.blocked.identity_wanted.connect(self.identity_wanted)
        self.blocked.retry_wanted.connect(self._begin)
        self.blocked.back_wanted.connect(self.go_back)
        self.form.changed.connect(self._take_change)
        self.form.customer_wanted.connect(self.customer_wanted)
        self.form.refused.connect(self._refuse)
        self.input.consent.toggled.connect(self._look_again)
        for page in (self.input, self.check):
            page.go_wanted.connect(self.proceed)
            page.back_wanted.connect(self.go_back)
        self.last.back_wanted.connect(self.go_back)
        self._stored.reloaded.connect(self._go_on_reloaded)
        self._stored.discarded.connect(self._say_discarded)
        self._drafts.kept.connect(self.input.say_kept)
        self._drafts.failed.connect(self.input.say_not_kept)

    def _press(self, key: QKeyCombination) -> None:
        does: dict[QKeyCombination, Callable[[], object]] = {
            form_keys.F4: self.blocked.ask_identity,
            form_keys.F5: self._stored.reload if self._stored.is_stale else self.blocked.retry,
            form_keys.F9: self.form.ask_customer,
            form_keys.F10: self.last.print.click,
            form_keys.SAVE: self.last.save.click,
            form_keys.F12: self.proceed,
            form_keys.ESC: self.go_back,
            form_keys.NEXT_ERROR: self.input.summary.to_next,
        }
        does[key]()

    def _go_to(self, step: Step) -> None:
        self.show_page(step)
        self.step_changed.emit(step)
        self.take_focus()

    def _begin(self) -> None:
        self.show_page(Step.IDENTITY)
        if not is_known(self.form.case.identity, self.form.needs):
            self.blocked.ask(self.form.case.identity)
            self.take_focus()
            return
        self.blocked.wait()
        self.skeleton.start(self.tr("Fetching what is on file…"))
        work = partial(_fetch, self._desk.database, self.form)
        self._desk.tasks.run(self, work, self._show_loaded, self._block)

    def _block(self, error: Exception) -> None:
        self.skeleton.stop()
        self.blocked.tell(error)
        self._go_to(Step.IDENTITY)

    def _show_loaded(self, loaded: Loaded) -> None:
        self.skeleton.stop()
        facts, draft = loaded
        self._loaded = False
        self._stored.begin(facts)
        self.input.retranslate()
        if draft is not None:
            self._drafts.found(draft)
            self._stored.bring_back(draft)
        self._loaded = True
        self.keys.watch(self.input)
        self._go_to(Step.INPUT)

    def _say_discarded(self) -> None:
        self.input.set_note(self.tr("Draft discarded"))
        self.take_focus()

    def _take_change(self) -> None:
        if not self._loaded or self._stored.filling:
            return
        content = self.form.content()
        if content == self._stored.shown:
            self._drafts.drop()
        else:
            self._drafts.keep(content)
        self._refused = {
            key: (error, typed)
            for key, (error, typed) in self._refused.items()
            if content.get(key, typed) == typed
        }
        self._look_again()

    def _problems(self) -> dict[str, Problem]:
        found: dict[str, Problem] = {key: error for key, (error, _) in self._refused.items()}
        found |= self.form.problems()
        if not self.input.agreed():
            found[CONSENT] = self.tr("Explain this and set the tick")
        return found

    def _look_again(self) -> None:
        if self._tried:
            self.input.show_problems(self._problems())

    def _refuse(self, problems: Mapping[str, Problem]) -> None:
        self.input.show_problems(problems)
        self.input.to_faults()

    def _check(self) -> None:
        typing = self.focusWidget()
        if typing is not None:
            typing.clearFocus()  # fields tidy themselves when they are left
        self._tried = True
        problems = self._problems()
        self.input.show_problems(problems)
        if problems:
            self.input.to_faults()
            return
        self.check.banners.clear()
        self.check.show_lines(self.form.summary())
        self._go_to(Step.CHECK)

    def _leave(self) -> None:
        self._drafts.flush()
        if self._drafts.busy:
            self._busy = True
            self._drafts.idle.connect(self.closed)
        else:
            self.closed.emit()

    def _carry_out(self) -> None:
        self._set_busy(True)
        self.check.banners.clear()
        self.input.forget_refusal()
        work = partial(self.form.act(self._key), self._desk.database)
        self._desk.tasks.run(self, work, self._show_done, self._take_failure)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.check.set_busy(busy)

    def _take_failure(self, error: Exception) -> None:
        self._set_busy(False)
        code = error.code if isinstance(error, RuleBroken) else ""
        field = error.facts.get("field") if isinstance(error, RuleBroken) else None
        if not isinstance(error, RuleBroken):
            self.check.banners.add(said(error))
            self.take_focus()
        elif code.startswith("identity."):
            self.blocked.ask(self.form.case.identity)
            self._go_to(Step.IDENTITY)
        elif code == "record.changed":
            self._compare()
        elif isinstance(field, str) and field in self.form.fields:
            self._refused[field] = (error, self.form.content().get(field, ""))
            self._go_to(Step.INPUT)
            self._look_again()
            self.input.to_faults()
        else:
            self._go_to(Step.INPUT)
            self.input.refuse(error)

    def _compare(self) -> None:
        self._go_to(Step.INPUT)
        again = partial(self.form.load, self._desk.database)
        self._desk.tasks.run(self, again, self._stored.tell, self._block)

    def _go_on_reloaded(self) -> None:
        self._take_change()
        self.take_focus()

    def _show_done(self, outcome: Any) -> None:
        self._set_busy(False)
        self._drafts.end()
        self.settling.start()
        done = self.form.done(outcome)
        self.last.show_done(done)
        self.paper.of(self.form, done)
        self._go_to(Step.DONE)
        self.done.emit(done)


def _fetch(database: Database, form: ProcedureForm) -> Loaded:
    facts = form.load(database)
    with database.reading() as session:
        drafts = drafts_of(session, form.case.contact.contact_id)
    return facts, drafts.get(form.procedure)
