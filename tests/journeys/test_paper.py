"""Paper by the hundred and by post, and what is announced: each by whoever does it, by keyboard."""

from __future__ import annotations

import csv
import datetime as dt
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from db.engine import Database, open_engine
from db.models import (
    AnnouncementSeen,
    AuditEvent,
    Batch,
    BatchItem,
    CutoffDecision,
    DocumentDebt,
)
from db.rules.contact_words import CheckItem
from db.rules.paper import BatchState, ItemState, PaperKind
from db.rules.words import EventKind
from desktop import paper_words
from desktop.event_words import event_words
from tests.desktop.paper_help import text_of
from tests.factories import add_setting
from tests.journeys import at_desk
from tests.journeys.at_desk import (
    ALT,
    DOWN,
    ENTER,
    ESC,
    F10,
    F12,
    HANAKO,
    SPACE,
    reading,
)

RIGHT, INSERT = Qt.Key.Key_Right, Qt.Key.Key_Insert
TODAY = dt.date(2024, 9, 18)
BATCH_ACTS = [kind for kind in EventKind if kind.name.startswith("BATCH_")]
LEAK = {
    "title": "漏水のお知らせ",
    "body": "付近で漏水を修理しています。",
    "title_en": "Leak near you",
    "body_en": "A leak near you is being mended.",
}


def go_to(clerk, place):
    """Go to a place of the list at the left: with Tab, the arrows, and Space."""
    clerk.tab_to(clerk.main.nav)
    clerk.press(Qt.Key.Key_Up, times=len(clerk.main.nav.entries()))
    for _ in clerk.main.nav.entries():
        if QApplication.focusWidget().accessibleName() == place.text().replace("&&", "&"):
            break
        clerk.press(DOWN)
    clerk.press(SPACE)
    assert place.isChecked()


@pytest.fixture
def small_bundles(sqlite_town_url):
    database = Database(open_engine(sqlite_town_url))
    with database.writing() as session:
        add_setting(session, "paper.bundle_size", "1")
    database.dispose()


class Supervisor:
    """A supervisor in the room of batches."""

    def __init__(self, clerk, url):
        self.clerk, self.url = clerk, url
        clerk.sign_in("kantoku")
        clerk.main.toast.hide()
        go_to(clerk, clerk.main.actions_.batches)
        self.room = clerk.work.common.batches

    def look(self, kind):
        at_desk.choose(self.clerk, self.room.new.form.kind.combo, paper_words.paper_kind(kind))
        self.clerk.press(F12)
        return self.room.new.plan

    def into(self, folder):
        folder.mkdir(exist_ok=True)
        field = self.room.new.plan.folder.edit
        self.clerk.tab_to(field)
        field.selectAll()
        self.clerk.write(str(folder))

    def turn(self, part):
        self.clerk.tab_to(self.room.part)
        self.clerk.press(RIGHT, times=part)

    def kept(self):
        """The newest batch: its state, how many are wanted and issued, and the yen asked for."""
        with reading(self.url) as session:
            batch = session.scalars(select(Batch).order_by(Batch.id.desc()).limit(1)).one()
            wanted = BatchItem.batch_id == batch.id, BatchItem.state != ItemState.LEFT_OUT
            items = session.scalar(select(func.count()).where(*wanted))
            papers = select(BatchItem.document_id).where(*wanted)
            paper = DocumentDebt.document_id
            asked = select(func.sum(DocumentDebt.yen), func.count(paper.distinct()))
            yen, issued = session.execute(asked.where(paper.in_(papers))).one()
            return batch.state, items, issued, yen or 0


@pytest.fixture
def supervisor(request, start, sqlite_town_url, small_bundles):
    return Supervisor(start(sqlite_town_url, request.param), sqlite_town_url)


def yen_listed(folder):
    """What the control list says the notices ask for, fees and interest apart."""
    (file,) = folder.glob("*.csv")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in list(csv.reader(lines))[1:] if row[1]]
    return sum(int(water) + int(sewerage) for water, sewerage in (row[8:10] for row in rows))


@pytest.mark.parametrize("supervisor", ["en"], indirect=True)
def test_a_batch_is_stopped_gone_on_with_and_right_to_the_yen(supervisor, tmp_path):
    clerk, room = supervisor.clerk, supervisor.room
    planned = supervisor.look(PaperKind.REMINDER).found.total
    supervisor.into(tmp_path / "out")
    clerk.step(F12)
    clerk.until(lambda: any((tmp_path / "out").glob("*.pdf")))
    clerk.step(ESC)
    clerk.wait()
    state, wanted, issued, _ = supervisor.kept()
    assert (state, wanted) == (BatchState.CANCELLED, planned.notices)
    assert 0 < issued < wanted
    assert room.new.run.stopped.isVisible()
    assert room.new.run.resume.hasFocus()
    clerk.press(ENTER)
    assert room.new.run.done.isVisible()
    assert supervisor.kept() == (BatchState.DONE, wanted, wanted, planned.yen)
    assert yen_listed(tmp_path / "out") == planned.yen
    papers = [text_of(file.read_bytes()) for file in sorted((tmp_path / "out").glob("*.pdf"))]
    assert len(papers) == wanted + 1
    assert f"{planned.yen:,}" in papers[-1]

    clerk.press(ENTER)
    assert supervisor.look(PaperKind.REMINDER).nothing.isVisible()
    assert not clerk.main.actions_.commit.isEnabled()
    said = recorded(clerk)
    assert [event_words(act) for act in BATCH_ACTS if event_words(act) not in said] == []
    assert paper_words.paper_kind(PaperKind.REMINDER) in said


@pytest.mark.parametrize("supervisor", ["ja"], indirect=True)
def test_a_cut_off_is_decided_on_and_then_told(supervisor, tmp_path):
    clerk, decisions = supervisor.clerk, supervisor.room.decisions
    supervisor.turn(2)
    clerk.tab_to(decisions.table)
    warning = decisions.table.selected()
    clerk.press(ENTER)
    clerk.tab_to(decisions.day.edit)
    clerk.write("R6.9.25")
    clerk.tab_to(decisions.reason.edit)
    clerk.write("催告に応じないため")
    clerk.press(F12, times=2)
    with reading(supervisor.url) as session:
        (decision,) = session.scalars(select(CutoffDecision)).all()
        assert (decision.approved, decision.execute_on) == (1, dt.date(2024, 9, 25))
        assert decision.contract_id == warning.contract_id
    clerk.tab_to(supervisor.room.part)
    clerk.press(Qt.Key.Key_Left, times=2)
    plan = supervisor.look(PaperKind.CUTOFF_EXECUTION)
    assert [each.candidate.contract_id for each in plan.found.planned] == [warning.contract_id]
    supervisor.into(tmp_path / "out")
    clerk.press(F12)
    assert supervisor.kept()[:3] == (BatchState.DONE, 1, 1)


def events(url, kind):
    """What the audit record says of one kind of act."""
    with reading(url) as session:
        return list(session.scalars(select(AuditEvent).where(AuditEvent.kind == kind)))


def write_one(clerk, screen, number):
    """Write an announcement for one contract, in both languages, and store it."""
    clerk.press(Qt.Key.Key_N, ALT)
    clerk.press(INSERT)
    form = screen.writing.form
    for key, text in LEAK.items():
        clerk.tab_to(form.fields[key])
        clerk.write(text)
    clerk.tab_to(form.reach)
    clerk.press(RIGHT, times=2)
    clerk.tab_to(form.number)
    clerk.write(number)
    clerk.press(F12, times=2)


def unread_shown(clerk):
    """How many announcements the strip says the customer does not know."""
    mark = clerk.page.strip.marks.announcements
    said = re.search(r"\d+", mark.accessibleName())
    return int(said[0]) if said and not mark.isHidden() else 0


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_announcement_is_written_told_to_a_customer_and_withdrawn(
    start, sqlite_town_url, language
):
    clerk = start(sqlite_town_url, language)
    clerk.sign_in("kantoku")
    screen = clerk.work.common.announcements
    write_one(clerk, screen, HANAKO)
    clerk.sign_out()

    clerk.sign_in()
    clerk.open(HANAKO)
    at_desk.check_document(clerk)
    before = unread_shown(clerk)
    screen = clerk.work.common.announcements
    clerk.press(Qt.Key.Key_N, ALT)
    assert screen.list.here.hasFocus()
    assert screen.reader.title.text() in (LEAK["title"], LEAK["title_en"])
    clerk.press(SPACE)
    assert unread_shown(clerk) == before - 1
    with reading(sqlite_town_url) as session:
        told = select(AnnouncementSeen).order_by(AnnouncementSeen.announcement_id.desc()).limit(1)
        assert session.scalars(told).one().told_by is not None
    assert len(events(sqlite_town_url, EventKind.ANNOUNCEMENT_TOLD)) == 1
    at_desk.finish(clerk)
    clerk.sign_out()

    clerk.sign_in("kantoku")
    screen = clerk.work.common.announcements
    clerk.press(Qt.Key.Key_N, ALT)
    assert screen.reader.title.text() in (LEAK["title"], LEAK["title_en"])
    clerk.tab_to(screen.reader.reason)
    clerk.write("修理済み")
    clerk.tab_to(screen.reader.withdraw)
    clerk.press(SPACE)
    assert len(events(sqlite_town_url, EventKind.ANNOUNCEMENT_WITHDRAWN)) == 1


def test_what_is_issued_on_the_phone_goes_by_post(start, sqlite_town_url, drawer):
    clerk = start(sqlite_town_url, "ja")
    clerk.sign_in("denwa")
    clerk.open(HANAKO)
    at_desk.check_by_phone(clerk, CheckItem.CALLED_BACK, "")
    clerk.press(ENTER)
    clerk.until(lambda: at_desk.is_known(clerk))
    clerk.press(F10, times=2)
    room = clerk.work.rooms.documents
    slip = room.list.selected()
    assert (slip.kind, slip.printed_copies) == (PaperKind.REISSUED_SLIP, 1)
    assert slip.mailed_on == TODAY
    assert not room.options.post.isEnabled()
    clerk.tab_to(room.options.back)
    clerk.press(SPACE)
    assert room.list.selected().returned_on == TODAY
    clerk.tab_to(room.options.post)
    clerk.press(SPACE)
    assert room.list.selected().returned_on is None


def recorded(clerk):
    """What the audit log tells, the last act first: look it up with Enter, read it as words."""
    go_to(clerk, clerk.main.actions_.audit)
    clerk.press(ENTER)
    table = clerk.work.common.audit.table.as_csv().decode("utf-8-sig")
    assert not re.search("[a-z]_[a-z]", table), table  # a code that has no words
    return table


@pytest.mark.parametrize(("language", "told"), [("ja", "企業コード"), ("en", "Company code")])
def test_the_audit_log_tells_of_a_setting_in_words(start, sqlite_town_url, language, told):
    clerk = start(sqlite_town_url, language)
    clerk.sign_in("kanri")
    go_to(clerk, clerk.main.actions_.settings)
    code = clerk.work.common.settings.form.fields["paper.company_code"].edit
    clerk.tab_to(code)
    code.selectAll()
    clerk.write("123456")
    clerk.press(F12)
    assert len(events(sqlite_town_url, EventKind.SETTING_CHANGED)) == 1
    said = recorded(clerk)
    assert event_words(EventKind.SETTING_CHANGED) in said
    assert told in said
