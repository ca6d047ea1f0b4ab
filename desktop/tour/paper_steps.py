"""The tour's paper: what a clerk issues for one customer, and what supervisors see to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from db.rules.paper import PaperKind
from desktop.paper_words import paper_kind

if TYPE_CHECKING:
    from desktop.tour.guide import Guide, Steps

NO_PRINTER: Final = "窓口プリンター"
"""The printer that the tour's desk remembers: no computer has it, so the tour uses no paper."""

BATCH_FOLDER: Final = "一括発行"
"""Where the tour's batch goes, inside the folder that the tour works in."""

_ALT: Final = Qt.KeyboardModifier.AltModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_PAPERS: Final = (PaperKind.CERTIFICATE, PaperKind.STATEMENT)
_REASON: Final = "催告と訪問に応じなかったため"


def papers(guide: Guide) -> Steps:
    """Issue a slip anew for the customer being served, look at others, and say what is new."""
    yield from guide.press(Qt.Key.Key_1, _ALT)
    yield from guide.press(Qt.Key.Key_F10)
    guide.take("slip")
    yield from _issue_and_save(guide)
    yield from guide.press(Qt.Key.Key_F7)
    guide.take("documents")
    yield from guide.press(Qt.Key.Key_I, _CONTROL)
    for kind in _PAPERS:
        form = guide.main.work.rooms.documents.form
        yield from guide.choose(form.kind.combo, paper_kind(kind))
        guide.take(kind.value)
    yield from guide.press(Qt.Key.Key_Escape)
    yield from guide.press(Qt.Key.Key_N, _ALT)
    guide.take("announcements")
    yield from guide.press(Qt.Key.Key_0, _ALT)
    yield from guide.press(Qt.Key.Key_F, _CONTROL)
    yield from guide.write("口座振替")
    guide.take("faq")
    yield from guide.press(Qt.Key.Key_1, _ALT)


def papers_of_supervisors(guide: Guide) -> Steps:
    """Announce something, issue a batch, decide on a cut-off, and close the day."""
    yield from guide.press(Qt.Key.Key_N, _ALT)
    yield from guide.press(Qt.Key.Key_Insert)
    guide.take("announcement-form")
    yield from guide.press(Qt.Key.Key_Escape)
    yield from _batch(guide)
    yield from _decision(guide)
    yield from guide.trigger(guide.main.actions_.daily_sheet)
    guide.take("daily-sheet")


def settings_of_paper(guide: Guide) -> Steps:
    """See what an administrator sets once for all paper."""
    yield from guide.trigger(guide.main.actions_.settings)
    guide.take("paper-settings")


def _issue_and_save(guide: Guide) -> Steps:
    documents = guide.main.work.rooms.documents
    yield from guide.press(Qt.Key.Key_F10)
    guide.take("slip-issued")
    yield from guide.tab_to(documents.options.save)
    yield from guide.press(Qt.Key.Key_Return)
    yield from guide.write(str(guide.folder / "slip.pdf"))
    yield from guide.press(Qt.Key.Key_Return)
    guide.main.banners.hide()


def _batch(guide: Guide) -> Steps:
    yield from guide.trigger(guide.main.actions_.batches)
    batches = guide.main.work.common.batches
    form = batches.new.form
    yield from guide.choose(form.kind.combo, paper_kind(PaperKind.REMINDER))
    guide.take("batch-criteria")
    yield from guide.press(Qt.Key.Key_F12)
    yield from guide.tab_to(batches.new.plan.folder.edit)
    yield from guide.write(BATCH_FOLDER)
    guide.take("batch-plan")
    yield from guide.press(Qt.Key.Key_F12)
    guide.take("batch-result")


def _decision(guide: Guide) -> Steps:
    batches = guide.main.work.common.batches
    yield from guide.tab_to(batches.part.button(batches.part.current()))
    yield from guide.press(Qt.Key.Key_Right)
    guide.take("batches-earlier")
    yield from guide.press(Qt.Key.Key_Right)
    yield from guide.tab_to(batches.decisions.day.edit)
    yield from guide.write("R6.10.1")
    yield from guide.tab_to(batches.decisions.reason.edit)
    yield from guide.write(_REASON)
    yield from guide.press(Qt.Key.Key_F12)
    guide.take("cutoff-decisions")
