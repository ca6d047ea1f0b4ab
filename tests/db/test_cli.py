"""What an administrator does with ``mizumado-db``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url, select, text

from db.__main__ import main
from db.cli.sentences import sentence
from db.engine import Database, open_engine
from db.errors import OutOfReach, RuleBroken
from db.guard.sign_in import SignedIn, sign_in
from db.models import AuditEvent
from db.upgrade import head_revision
from tests.db.audit_help import Audit
from tests.db.findable import add_use

ROOT = Path(__file__).parents[2]
SUZUKI = (
    *("staff", "create", "Suzuki", "--name", "鈴木 一", "--latin-name", "SUZUKI Hajime"),
    *("--role", "admin", "--office", "01"),
    *("--office-name", "料金センター", "--office-latin-name", "Billing centre"),
)


@pytest.fixture
def tell(database_url, capsys):
    """Run ``mizumado-db`` on this test's database: its exit code and what it says."""

    def tell(*words, url=database_url):
        code = main([*words, "--database", url])
        said = capsys.readouterr()
        return code, said.out + said.err

    return tell


def run(url, *statements):
    database = Database(open_engine(url))
    with database.writing() as session:
        for statement in statements:
            session.execute(text(statement))
    database.dispose()


def password_in(said):
    return re.search(r"password: (\S+)", said)[1]


def signs_in(url, password, clock):
    outcome = sign_in(url, "suzuki", password, desk="", now=clock())
    if isinstance(outcome, SignedIn):
        outcome.database.dispose()
    return isinstance(outcome, SignedIn)


def test_a_new_database_and_its_first_administrator(tell, tmp_path, clock):
    url = f"sqlite:///{tmp_path}/新しい.db"
    newest = f"The database is at revision {head_revision()}, the newest.\n"
    assert tell("upgrade", url=url) == (0, newest)
    code, said = tell(*SUZUKI, url=url)
    assert (code, "shown only now" in said) == (0, True)
    assert signs_in(url, password_in(said), clock)


def test_who_forgot_the_password_gets_another(tell, database_url, clock):
    first = password_in(tell(*SUZUKI)[1])
    code, said = tell("staff", "reset", "SUZUKI")
    assert code == 0
    assert not signs_in(database_url, first, clock)
    assert signs_in(database_url, password_in(said), clock)


def test_who_is_locked_out_is_let_in(tell, database_url, clock):
    password = password_in(tell(*SUZUKI)[1])
    run(database_url, "UPDATE staff SET locked_until = '2200-01-01 00:00:00.000000'")
    assert not signs_in(database_url, password, clock)
    assert tell("staff", "unlock", "suzuki") == (0, "suzuki can sign in again.\n")
    assert signs_in(database_url, password, clock)


def test_the_audit_names_the_computer(tell, database):
    tell(*SUZUKI)
    with database.reading() as session:
        desk = session.scalar(select(AuditEvent.desk))
    assert desk.startswith("mizumado-db ")


def test_sealing_prints_an_anchor_that_a_check_takes(tell):
    tell(*SUZUKI)
    code, said = tell("seal")
    anchor = re.search(r"^Anchor: ([0-9a-f]{16})$", said, re.MULTILINE)[1]
    assert (code, said.splitlines()[0]) == (0, "Events sealed now: 1")
    assert tell("seal")[1].splitlines()[:2] == ["Events sealed now: 0", f"Anchor: {anchor}"]
    code, said = tell("check", "--anchor", f"{anchor[:4]} {anchor[4:]}".upper())
    assert code == 0
    assert said.splitlines() == [
        "File: sound",
        "References: sound",
        "Search: sound",
        "Documents: sound",
        "Audit: sound",
        "Audit events sealed: 1; not sealed yet: 0",
    ]


def test_a_check_without_the_anchor_says_what_it_cannot_see(tell):
    assert "not sealed yet" in tell("check")[1]
    assert "--anchor" not in tell("check")[1]
    tell(*SUZUKI)
    tell("seal")
    assert "--anchor" in tell("check")[1]


def test_an_empty_audit_has_no_anchor(tell):
    assert tell("seal") == (0, "Events sealed now: 0\nThere is nothing to seal yet.\n")


def test_a_check_finds_what_was_done_to_the_audit(tell, database, clock):
    audit = Audit(database, clock)
    audit.write(5)
    tell("seal")
    audit.tamper("DELETE FROM audit_event WHERE id = 3")
    code, said = tell("check", "--anchor", "0123456789abcdef")
    assert code == 1
    assert "  events were removed from 1 to 5\n  no seal has the printed anchor" in said


def test_a_check_finds_a_reference_that_leads_nowhere(tell, database_url):
    tell(*SUZUKI)
    if make_url(database_url).get_backend_name() == "sqlite":
        loose = "PRAGMA foreign_keys=OFF"
    else:
        loose = "ALTER TABLE office DISABLE TRIGGER ALL"
    engine = open_engine(database_url)
    with engine.connect() as connection:
        connection.connection.execute(loose)
        connection.execute(text("DELETE FROM office"))
        connection.commit()
    engine.dispose()
    code, said = tell("check")
    assert code == 1
    assert "  staff.office_id leads nowhere (rows: 1)" in said


def test_a_check_finds_what_the_search_gets_wrong_and_mends_it(tell, database, database_url):
    with database.writing() as session:
        add_use(session)
    run(database_url, "UPDATE customer SET name = '鈴木'", "DELETE FROM search_frequency")
    code, said = tell("check")
    assert code == 1
    assert "contracts under other names, places or numbers than theirs: 1" in said
    assert "miscounted pieces of names and numbers" in said
    assert "mizumado-db check --rebuild-search" in said

    code, said = tell("check", "--rebuild-search")
    assert (code, "Search: sound" in said) == (0, True)
    assert tell("check")[0] == 0


def test_a_check_finds_a_damaged_file(tell, sqlite_url):
    file = Path(make_url(sqlite_url).database)
    with file.open("r+b") as stream:
        stream.seek(file.stat().st_size // 2 // 4096 * 4096)
        stream.write(bytes(4096))
    code, said = tell("check", url=sqlite_url)
    assert code == 1
    assert re.search("File: [1-9]|damaged", said)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("staff", "unlock", "nobody"), "Nobody has the login ID nobody."),
        (("staff", "reset", "佐藤"), "A login ID has up to 64 letters"),
        ((*SUZUKI[:9], "--office", "02", "--role", "phone"), "There is no office 02 yet."),
        (("check", "--anchor", "3f2a"), "An anchor has 16 digits"),
    ],
)
def test_a_refusal_is_one_sentence(tell, words, told):
    code, said = tell(*words)
    assert code == 1
    assert said.startswith(told)
    assert len(said.splitlines()) == 1


def test_an_account_is_made_once(tell):
    tell(*SUZUKI)
    assert tell(*SUZUKI) == (
        1,
        "Somebody has the login ID suzuki already. Choose another one.\n",
    )


@pytest.mark.parametrize("words", [("seal",), ("check",), ("staff", "unlock", "suzuki")])
def test_a_missing_database_is_told_and_not_made(tell, tmp_path, words):
    file = tmp_path / "nowhere.db"
    code, said = tell(*words, url=f"sqlite:///{file}")
    assert code == 1
    assert said.startswith(f"There is no database at {file}.")
    assert not file.exists()


@pytest.mark.parametrize(
    "words", [(), ("seal",), ("fly", "--database", "x"), ("staff", "--database", "x")]
)
def test_misuse_is_explained(capsys, words):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "usage: mizumado-db" in capsys.readouterr().err


def test_every_refusal_has_a_sentence_without_gaps_in_code():
    assert sentence(RuleBroken("database.locked", file="a.db")).startswith("Another program")
    assert sentence(RuleBroken("database.locked")).startswith("Another program is writing to …")
    assert sentence(RuleBroken("new.rule", why="x")) == "Refused: new.rule {'why': 'x'}"
    assert sentence(OutOfReach("full")).startswith("The disk")


def run_program(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "db", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_the_environment_names_the_database(sqlite_url):
    done = run_program("seal", MIZUMADO_DATABASE=sqlite_url)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Events sealed now: 0" in done.stdout


def test_a_terminal_that_knows_no_japanese_is_no_hindrance(tmp_path):
    missing = f"sqlite:///{tmp_path}/水.db"
    plain = {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    done = run_program("seal", "--database", missing, **plain)
    assert done.returncode == 1
    assert done.stderr.startswith(b"There is no database at ")
    assert b"Traceback" not in done.stderr


def test_a_practice_town_is_sound(tell):
    code, said = tell("demo", "--customers", "70", "--as-of", "2024-09-18")
    assert (code, "Sign in as" in said) == (0, True)
    assert tell("check")[0] == 0
