"""``mizumado notices``: a batch without a window, by somebody who may."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.passwords import hash_password
from db.models import AuditEvent, Batch, Document
from db.rules.words import EventKind, PasswordKind, Role
from desktop.__main__ import main
from desktop.notices_command import DONE, NOT_BEGUN, UNFINISHED, notices
from tests.batch_help import NOW, Office
from tests.factories import add_setting, add_staff

PASSWORD = "river-wind-2"


@pytest.fixture(scope="module")
def stored():
    return hash_password(PASSWORD, cost=4)


@pytest.fixture
def office(sqlite_database, stored):
    office = Office(sqlite_database)
    with sqlite_database.writing() as session:
        for role in Role:
            add_staff(session, role.value, role=role, password_hash=stored)
        new = {"password_kind": PasswordKind.INITIAL, "password_hash": stored}
        valid = {"password_expires_at": NOW + dt.timedelta(days=1)}
        add_staff(session, "newcomer", role=Role.SUPERVISOR, **new, **valid)
        add_setting(session, "database.fictional", "yes")
    office.put("甲", "乙", "丙")
    return office


@pytest.fixture
def asked(office, qapp, sqlite_url, monkeypatch, capsys):
    """Give a command line, and get its exit code with what was said."""
    monkeypatch.setenv("MIZUMADO_PASSWORD", PASSWORD)

    def ask(*more, staff="supervisor", language="en"):
        whose = ["--database", sqlite_url, "--staff", staff, "--language", language]
        code = notices([*whose, *map(str, more)], lambda: NOW)
        said = capsys.readouterr()
        return code, said.out + said.err

    return ask


def test_a_dry_run_counts_and_changes_nothing(asked, office):
    code, said = asked("--kind", "reminder", "--dry-run")
    assert code == DONE
    assert "3 notices, water 8,397 yen, sewerage 8,130 yen" in said
    assert office.count(Batch) == 0


def test_a_batch_runs_unattended_and_is_listed(asked, office, tmp_path):
    code, said = asked("--kind", "reminder", "--folder", tmp_path)
    assert (code, office.count(Document)) == (DONE, 3)
    assert "issued 3, waiting 0" in said
    assert len(list(tmp_path.glob("reminder-*-0*.pdf"))) == 2
    code, said = asked("--list")
    assert (code, said.count("Reminder")) == (DONE, 1)
    assert office.count(AuditEvent, kind=EventKind.SIGN_OUT) == 2


def test_run_again_there_is_nothing_to_do(asked, office, tmp_path):
    asked("--kind", "reminder", "--folder", tmp_path)
    code, said = asked("--kind", "reminder", "--folder", tmp_path)
    assert (code, office.count(Batch)) == (DONE, 1)
    assert "Nobody is left to write to" in said


def test_what_was_stopped_is_resumed_by_its_number(asked, office, tmp_path):
    batch_id = office.begin()
    office.issue(batch_id)
    code, _ = asked("--resume", batch_id, "--folder", tmp_path)
    assert (code, office.count(Document)) == (DONE, 3)
    code, said = asked("--resume", 4711, "--folder", tmp_path)
    assert (code, "no batch number 4711" in said) == (UNFINISHED, True)


@pytest.mark.parametrize("role", [Role.COUNTER, Role.PHONE, Role.ADMIN])
def test_others_may_not(asked, office, tmp_path, role):
    code, said = asked("--kind", "reminder", "--folder", tmp_path, staff=role.value)
    assert (code, office.count(Batch)) == (UNFINISHED, 0)
    assert "Your role may not do this" in said


def test_a_wrong_password_lets_nobody_in(asked, office, monkeypatch):
    monkeypatch.setenv("MIZUMADO_PASSWORD", "guess")
    code, said = asked("--list")
    assert (code, "password is wrong" in said) == (NOT_BEGUN, True)
    assert office.count(AuditEvent, kind=EventKind.SIGN_IN_FAILED) == 1


def test_without_a_password_nobody_is_asked_where_nobody_is(asked, monkeypatch):
    monkeypatch.delenv("MIZUMADO_PASSWORD")
    assert asked("--list") == (NOT_BEGUN, "Put the password into MIZUMADO_PASSWORD.\n")


def test_a_first_password_is_changed_at_a_desk(asked):
    code, said = asked("--list", staff="newcomer")
    assert (code, "at a desk first" in said) == (NOT_BEGUN, True)


def test_a_folder_that_is_not_there_plans_nothing(asked, office, tmp_path):
    code, said = asked("--kind", "reminder", "--folder", tmp_path / "nowhere")
    assert (code, office.count(Batch)) == (UNFINISHED, 0)
    assert "is not there" in said


def test_what_cannot_be_chosen_is_told(asked, office):
    code, said = asked("--kind", "reminder", "--dry-run", "--office", "nowhere")
    assert (code, "office is not in the database" in said) == (UNFINISHED, True)


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["--staff", "a"],
        ["--staff", "a", "--database", "sqlite:///x", "--kind", "reminder"],
        ["--staff", "a", "--database", "sqlite:///x", "--dry-run"],
        ["--staff", "a", "--database", "sqlite:///x", "--list", "--kind", "certificate"],
        [
            "--staff",
            "a",
            "--database",
            "sqlite:///x",
            "--kind",
            "reminder",
            "--include",
            "protected",
        ],
    ],
)
def test_a_line_that_cannot_be_understood_ends_with_2(line, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["notices", *line])
    assert ended.value.code == 2
    assert "mizumado notices" in capsys.readouterr().err
