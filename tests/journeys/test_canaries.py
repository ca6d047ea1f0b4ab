"""Passwords, answers and one-time codes are planted in the real windows; none is found again."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from db.commands import accounts
from db.commands.audit import Actor
from db.demo.accounts import PRACTICE_PASSWORD
from db.engine import Database, open_engine
from db.guard import member_secrets as guarded_secrets
from db.mail import delivery
from db.rules.member_words import Procedure
from db.rules.paper import PaperKind
from desktop import brief_clipboard, printing
from desktop.screens.documents import leaving
from desktop.screens.new_password import NewPassword
from desktop.screens.procedures.frame import Step
from desktop.screens.procedures.recover import RecoveryWay
from desktop.screens.staff_accounts.account_card import Act
from desktop.screens.staff_accounts.one_time_password import OneTimePassword
from tests.journeys import at_desk, canaries
from tests.journeys.canaries import PaperDrawer
from tests.mail_factories import add_mail_settings
from tests.mail_server import running_post

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
YAMADA = "1702445800312296"
ADMIN = "kanri"
CLERK = "madoguchi"

SERVERS_OWN = ("mail.log", "asyncio")  # the test's mail server writes down what it gets

LETTER, LOGIN_ID = "ログイン情報", "kotori99"

PLANTED = {
    "wrong at login": "kanaria-machigai-1",
    "staff's new": "kanaria no madoguchi 52",
    "wrong at lock": "kanaria-kagi-machigai",
    "member's first": "kanaria to mizu 17",
    "member's next": "カナリアの窓と水",
    "answer": "きいろいかなりあ",
    "wrong answer": "あおいかなりあ",
    "staff's last": "saigo no kanaria 88",
}


@pytest.fixture
def codes(monkeypatch):
    """The one-time codes as they are made, by where; they go on to where they are wanted."""
    made = {}

    def heard(name, make, told):
        def hear():
            one = make()
            made[f"{name} {len(made)}"] = told(one)
            return one

        return hear

    by_letter, by_mail = "make_one_time_password", "make_one_time_password"
    for name, module, way in (("letter", guarded_secrets, by_letter), ("mail", delivery, by_mail)):
        monkeypatch.setattr(module, way, heard(name, getattr(module, way), str))
    monkeypatch.setattr(accounts, "make_password", heard("staff", accounts.make_password, str))
    return made


@pytest.fixture
def clerk(start, town_url, tmp_path, caplog, monkeypatch):
    """A clerk whose program writes down everything it can, with a printer into a folder."""
    for logger in ("", "sqlalchemy"):
        caplog.set_level(logging.DEBUG, logger=logger)
    for folder in ("paper", "temp"):
        (tmp_path / folder).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    drawer = PaperDrawer(tmp_path / "paper")
    for module in (printing, leaving):
        monkeypatch.setattr(module, "Printers", lambda: drawer)
    monkeypatch.setattr(printing, "print_pdf", drawer.print_pdf)
    clerk = start(town_url, "ja")
    clerk.drawer = drawer
    clerk.url = town_url
    return clerk


def fill(clerk, field, text):
    field.edit.setFocus()
    field.edit.selectAll()
    clerk.write(text)


def sign_in(clerk, login_id, password):
    """Sign in after a wrong password."""
    clerk.until(clerk.program.login.is_ready)
    clerk.write(login_id)
    clerk.press(K.Key_Tab)
    clerk.write(PLANTED["wrong at login"])
    clerk.press(K.Key_Return)
    clerk.write(password)
    clerk.press(K.Key_Return)
    clerk.until(lambda: clerk.main is not None and clerk.main.isActiveWindow())
    clerk.main.toast.hide()


def change_own(clerk, before, after):
    clerk.main.actions_.new_password.trigger()
    (dialog,) = clerk.main.findChildren(NewPassword)
    clerk.until(dialog.isActiveWindow)
    for text in (before, after, after):
        clerk.write(text)
        clerk.press(K.Key_Return)
    clerk.until(lambda: not clerk.main.findChildren(NewPassword))


def lock_and_come_back(clerk, password):
    clerk.press(K.Key_L, CONTROL)
    for typed in (PLANTED["wrong at lock"], password):
        clerk.write(typed)
        clerk.press(K.Key_Return)
    clerk.until(lambda: not clerk.main.lock_screen.is_locked)


def customer_types(clerk, *names):
    window = clerk.work.customer_input
    clerk.until(window.isVisible)
    window.activateWindow()  # no window manager does
    clerk.until(window.isActiveWindow)
    for name in names:
        clerk.write(PLANTED[name])
        clerk.press(K.Key_Return)


def carry_out(clerk):
    """F12 twice, and F10 for the paper."""
    clerk.press(K.Key_F12)
    assert clerk.frame.step is Step.CHECK, clerk.frame.input.summary.faults()
    clerk.press(K.Key_F12)
    assert clerk.frame.step is Step.DONE
    clerk.press(K.Key_F10)


def begin(clerk, procedure):
    clerk.work.rooms.begin(procedure)
    clerk.until(lambda: clerk.frame.step is Step.INPUT)
    clerk.wait()
    return clerk.frame.form


def register(clerk, tmp_path):
    form = begin(clerk, Procedure.REGISTER)
    for field in (form.email, form.again):
        fill(clerk, field, "hanako@example.jp")
    fill(clerk, form.login_id, LOGIN_ID)
    clerk.step(K.Key_F9)
    customer_types(clerk, "answer", "member's first", "member's first")
    clerk.frame.input.consent.setChecked(True)
    carry_out(clerk)
    clerk.press(K.Key_S, CONTROL)
    (dialog,) = clerk.main.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "paper" / "saved.pdf"))
    dialog.close()
    clerk.wait()
    clerk.press(K.Key_Escape)


def change_password(clerk):
    begin(clerk, Procedure.PASSWORD)
    clerk.step(K.Key_F9)
    customer_types(clerk, "wrong answer")
    clerk.step(K.Key_F9)
    customer_types(clerk, "answer")
    customer_types(clerk, "member's next", "member's next")
    carry_out(clerk)
    clerk.press(K.Key_Escape)


def recover(clerk, way):
    form = begin(clerk, Procedure.RECOVER)
    form.way.choose(way)
    form.way.chosen.emit()
    carry_out(clerk)
    clerk.press(K.Key_Escape)


def let_mail_out(clerk, clock):
    """The bureau's mail is delivered; what arrived is not the program's any more."""
    database = Database(open_engine(clerk.url))
    with running_post() as (post, port):
        with database.writing() as session:
            known = dict.fromkeys(("bureau__name", "bureau__name_latin", "bureau__phone"))
            add_mail_settings(session, port, **known)
        clock.advance(minutes=1)
        delivery.deliver(database, password=None, by=Actor(None, "mizumado-db"), clock=clock)
        arrived = list(post.arrived)
    database.dispose()
    return arrived


def reset_a_colleague(clerk, login_id):
    screen = clerk.work.common.staff
    clerk.work.go_to(clerk.main.actions_.staff)
    clerk.wait()
    rows = [line.login_id for line in screen.table.records.rows()]
    screen.table.select(rows.index(login_id))
    for _ in range(2):
        screen.card.buttons[Act.RESET].click()
        clerk.wait()
    (dialog,) = screen.findChildren(OneTimePassword)
    dialog.action.trigger()
    on_clipboard = QApplication.clipboard().text()
    dialog.close_button.click()
    clerk.until(lambda: not screen.findChildren(OneTimePassword))
    clerk.wait()
    return on_clipboard


def let_ten_seconds_pass():
    """Ring the clocks that clear the clipboard, as they do by themselves after ten seconds."""
    cleaners = QApplication.instance().findChildren(brief_clipboard._Cleaner)
    timers = [timer for cleaner in cleaners for timer in cleaner.findChildren(QTimer)]
    assert [timer.interval() for timer in timers] == [10_000]
    for timer in timers:
        timer.timeout.emit()


def renew(clerk, code):
    """Sign in with the one-time password and choose another."""
    clerk.until(clerk.program.login.is_ready)
    clerk.write(CLERK)
    clerk.press(K.Key_Tab)
    clerk.write(code)
    clerk.press(K.Key_Return)
    clerk.until(lambda: clerk.program.renewal is not None and clerk.program.renewal.isVisible())
    clerk.until(clerk.program.renewal.isActiveWindow)
    for text in (code, PLANTED["staff's last"], PLANTED["staff's last"]):
        clerk.write(text)
        clerk.press(K.Key_Return)
    clerk.until(lambda: clerk.main is not None)


def everywhere(clerk, tmp_path, caplog):
    """Every place where something of it may have been left."""
    yield from canaries.on_screen()
    yield from canaries.on_clipboard()
    yield from canaries.in_database(clerk.url)
    yield from canaries.in_kept_papers(clerk.url)
    yield from canaries.in_files(tmp_path)
    yield from (canaries.on_paper(*each) for each in clerk.drawer.given.items())
    for record in (*caplog.get_records("setup"), *caplog.get_records("call")):
        if record.name in SERVERS_OWN:
            continue
        told = f"{record.getMessage()} {record.__dict__}"
        yield f"log {record.name}", told.encode(errors="surrogatepass")


def test_no_secret_of_a_whole_day_is_found_anywhere(clerk, codes, clock, tmp_path, caplog):
    sign_in(clerk, CLERK, PRACTICE_PASSWORD)
    change_own(clerk, PRACTICE_PASSWORD, PLANTED["staff's new"])
    lock_and_come_back(clerk, PLANTED["staff's new"])
    clerk.open(YAMADA)
    clerk.press(K.Key_F4)
    clerk.press(K.Key_1)
    clerk.press(K.Key_Return)
    register(clerk, tmp_path)
    change_password(clerk)
    recover(clerk, RecoveryWay.LETTER)
    recover(clerk, RecoveryWay.MAIL)
    at_desk.issue_papers(clerk, PaperKind.CERTIFICATE, PaperKind.STATEMENT)
    arrived = let_mail_out(clerk, clock)
    seen = list(canaries.on_screen())
    clerk.sign_out()
    sign_in(clerk, ADMIN, PRACTICE_PASSWORD)
    on_clipboard = reset_a_colleague(clerk, CLERK)
    let_ten_seconds_pass()
    seen += canaries.on_screen()
    clerk.sign_out()
    renew(clerk, on_clipboard)
    # all of it did happen, else nothing is no proof
    assert sorted(name.split()[0] for name in codes) == ["letter", "mail", "staff"]
    assert on_clipboard in codes.values()
    assert any(code in mail.get_content() for mail in arrived for code in codes.values())
    (letter,) = [
        clerk.drawer.given.pop(title) for title in list(clerk.drawer.given) if LETTER in title
    ]
    assert any(
        code in canaries.on_paper("", letter)[1].decode(errors="replace") for code in codes.values()
    )
    assert len(clerk.drawer.given) == 4 + 3
    kept = list(canaries.in_kept_papers(clerk.url))
    assert len(kept) >= 3
    assert canaries.found({"login ID": LOGIN_ID}, kept) == []
    secrets = PLANTED | codes
    assert canaries.found(secrets, [*seen, *everywhere(clerk, tmp_path, caplog)]) == []
