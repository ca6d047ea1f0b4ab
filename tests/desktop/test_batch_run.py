"""A batch run into a folder: whole files in posting order, and nothing lost whatever happens."""

from __future__ import annotations

import csv
import io
import os
import resource
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import func, select

from db.commands import batches
from db.errors import OutOfReach, RuleBroken
from db.models import Document
from db.queries.batches import batch_facts, items
from db.rules.paper import BatchState
from desktop.batch_run import run
from desktop.format import LanguageCode
from tests.batch_help import ISSUER, NOW, File, Office, typed
from tests.protection_factories import add_protection

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "outbox"
    folder.mkdir()
    return folder


@pytest.fixture
def office(sqlite_database):
    return Office(sqlite_database)


def ran(office, batch_id, folder, **more):
    how = {"issuer": ISSUER, "language": LanguageCode.JA, "by": office.by, "clock": lambda: NOW}
    return run(office.database, batch_id, folder=folder, **({"render": typed} | how | more))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def state(office, batch_id):
    with office.database.reading() as session:
        facts = batch_facts(session, batch_id)
    return facts.state, facts.issued.notices, facts.waiting.notices


def numbers(office):
    with office.database.reading() as session:
        found = session.scalars(select(Document.number).order_by(Document.id)).all()
    return [int(number.rpartition("-")[2]) for number in found]


def lines(folder, batch_id):
    text = (folder / f"reminder-{batch_id}-list.csv").read_bytes()
    assert text.startswith("\N{BOM}".encode())
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))


def text_of(file):
    pdf = pypdfium2.PdfDocument(file)
    pages = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return pages


def test_the_folder_holds_bundles_a_list_and_the_totals(office, folder):
    office.put("甲", postal_code="9218131", address="三十苅町1")
    office.put("乙", "丙", postal_code="9200002", address="千木1丁目")
    told = []
    outcome = ran(office, office.plan(), folder, render=None, progress=lambda *t: told.append(t))
    number = outcome.batch.batch_id
    ends = ("001.pdf", "002.pdf", "list.csv", "totals.pdf")
    assert names(folder) == [f"reminder-{number}-{end}" for end in ends]
    assert [path.name for path in outcome.files] == names(folder)
    assert outcome.is_done
    assert [(done, of) for done, of, _ in told] == [(0, 3), (2, 3), (3, 3)]
    first, second = (text_of(folder / f"reminder-{number}-00{at}.pdf") for at in (1, 2))
    listed = lines(folder, number)
    assert [line["宛名"] for line in listed] == ["丙", "乙", "甲"]
    assert [(line["ファイル"], line["ページ"]) for line in listed][::2] == [("1", "1"), ("2", "1")]
    assert "丙" in first[0]
    assert "甲" in second[0]
    (totals,) = text_of(folder / f"reminder-{number}-totals.pdf")
    assert "8,397" in totals  # 3 x 2,799 yen of water
    assert "手数料・延滞金 0 0 300 300" in totals
    assert "請求した額 3 8,397 8,430 16,827" in totals
    assert outcome.extra_yen == 300
    with office.database.reading() as session:
        assert session.scalar(select(func.sum(Document.yen))) == 16_827
    assert "R-2024-000001" in totals
    assert {line["下水道使用料（円）"] for line in listed} == {"2710"}


def test_the_list_names_nobody_whom_protection_left_out(office, folder):
    office.put("甲", "乙", postal_code="9200002", address="千木1丁目")
    batch_id = office.plan()
    with office.database.writing() as session:
        hidden = items(session, batch_id)[0]
        add_protection(session, hidden.customer_id)
    ran(office, batch_id, folder)
    first, second = lines(folder, batch_id)
    assert (first["宛名"], first["郵便番号"], first["住所"]) == ("", "", "")
    assert (second["宛名"], second["住所"]) != ("", "")


def test_no_cell_of_the_list_acts_as_a_formula(office, folder):
    office.put("=HYPERLINK(1)", address="@本町1丁目")
    batch_id = office.plan()
    ran(office, batch_id, folder)
    (line,) = lines(folder, batch_id)
    assert (line["宛名"], line["住所"]) == ("'=HYPERLINK(1)", "'@本町1丁目")


def test_stopped_after_a_bundle_it_goes_on_later_elsewhere(office, folder, tmp_path):
    office.put("甲", "乙", "丙", "丁", "戊")
    batch_id = office.plan()
    done = []
    stop = {"progress": lambda n, *_: done.append(n), "cancelled": lambda: 2 in done}
    outcome = ran(office, batch_id, folder, **stop)
    assert not outcome.is_done
    assert state(office, batch_id) == (BatchState.CANCELLED, 2, 3)
    assert [line["状態"] for line in lines(folder, batch_id)].count("発行済") == 2
    elsewhere = tmp_path / "other"
    elsewhere.mkdir()
    assert ran(office, batch_id, elsewhere).is_done
    assert [end for end in names(elsewhere) if "-00" in end] == [
        f"reminder-{batch_id}-00{at}.pdf" for at in (1, 2, 3)
    ]
    assert numbers(office) == [1, 2, 3, 4, 5]


def test_files_that_were_lost_or_changed_are_written_again(office, folder):
    office.put("甲", "乙", "丙")
    batch_id = office.plan()
    ran(office, batch_id, folder)
    first, second = (folder / f"reminder-{batch_id}-00{at}.pdf" for at in (1, 2))
    before = (first.read_bytes(), second.read_bytes())
    first.unlink()
    second.write_bytes(b"x" * len(before[1]))
    assert ran(office, batch_id, folder).is_done
    assert (first.read_bytes(), second.read_bytes()) == before
    assert numbers(office) == [1, 2, 3]


def unwritable(tmp_path):
    if os.geteuid() == 0:
        return Path("/sys")  # even for the administrator
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    return closed


def test_a_folder_that_takes_nothing_leaves_the_batch_as_it_was(office, tmp_path):
    office.put("甲")
    batch_id = office.plan()
    for folder, code in (
        (tmp_path / "nowhere", "batch.folder_missing"),
        (unwritable(tmp_path), "batch.folder_closed"),
    ):
        with pytest.raises(RuleBroken) as broken:
            ran(office, batch_id, folder)
        assert broken.value.code == code
    assert state(office, batch_id) == (BatchState.PLANNED, 0, 1)


@contextmanager
def little_room(spare):
    """No file may grow beyond so many bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (spare, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_fills_up_stops_the_batch_and_loses_nothing(database, folder, tmp_path):
    office = Office(database)
    office.put("甲", "乙", "丙", "丁", "戊")
    batch_id = office.plan()
    printed = []

    def large_later(notices):
        file = typed(notices)
        printed.append(file)
        heavy = os.urandom(4_000_000) if len(printed) == 2 else b""
        return File(file.data + heavy, file.first_pages, file.pages)

    sizes = [path.stat().st_size for path in tmp_path.glob("mizumado.db*")]
    on_server = not sizes
    full = (
        pytest.raises(RuleBroken, match="folder_full") if on_server else pytest.raises(OutOfReach)
    )
    with little_room(max(sizes, default=0) + 2_000_000), full:
        ran(office, batch_id, folder, render=large_later)
    # the server had room for the bundle; the file has not, and holds neither number nor notice
    issued = 4 if on_server else 2
    assert state(office, batch_id)[1:] == (issued, 5 - issued)
    assert names(folder) == [f"reminder-{batch_id}-001.pdf"]
    assert ran(office, batch_id, folder).is_done
    assert numbers(office) == [1, 2, 3, 4, 5]
    assert len([name for name in names(folder) if "-00" in name]) == 3


KILLED = """
import datetime as dt, os, signal, sys
from pathlib import Path
from db.commands.audit import Actor
from db.engine import Database, open_engine
from desktop import batch_run
from desktop.format import LanguageCode
from tests.batch_help import ISSUER, NOW, typed

url, number, folder, staff, moment = sys.argv[1:]
calls = []

def end_at_the_second(of):
    def call(*given):
        calls.append(1)
        if len(calls) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return of(*given)
    return call

render = typed
if moment == "printing":
    render = end_at_the_second(typed)
else:
    batch_run.write_whole = end_at_the_second(batch_run.write_whole)
batch_run.run(
    Database(open_engine(url)), int(number), folder=Path(folder), issuer=ISSUER, render=render,
    language=LanguageCode.JA, by=Actor(int(staff), ""), clock=lambda: NOW,
)
"""


def goes_on_after_a_kill(database, url, folder, *, moment, issued):
    office = Office(database)
    office.put("甲", "乙", "丙", "丁", "戊")
    batch_id = office.plan()
    given = [url, str(batch_id), str(folder), str(office.by.staff_id), moment]
    program = [sys.executable, "-c", KILLED, *given]
    ended = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert state(office, batch_id) == (BatchState.RUNNING, issued, 5 - issued)
    assert numbers(office) == list(range(1, issued + 1))
    assert ran(office, batch_id, folder).is_done
    assert numbers(office) == [1, 2, 3, 4, 5]
    assert len(lines(folder, batch_id)) == 5
    assert not [name for name in names(folder) if name.endswith(".part")]


def test_killed_while_a_bundle_is_made_it_goes_on_without_loss(database, database_url, folder):
    goes_on_after_a_kill(database, database_url, folder, moment="printing", issued=2)


def test_killed_before_a_bundle_is_written_it_goes_on_without_loss(
    sqlite_database, sqlite_url, folder
):
    goes_on_after_a_kill(sqlite_database, sqlite_url, folder, moment="writing", issued=4)


def test_a_batch_that_is_done_is_not_begun_again(office, folder):
    office.put("甲")
    batch_id = office.plan()
    ran(office, batch_id, folder)
    with pytest.raises(RuleBroken, match="not_stopped"):
        office.act(batches.resume, batch_id)
    assert ran(office, batch_id, folder).is_done
