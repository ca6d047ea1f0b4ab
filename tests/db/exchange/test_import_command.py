"""``mizumado-db import`` and ``export`` from the command line."""

from __future__ import annotations

import csv

import pytest

from db.__main__ import main
from tests.db.exchange.night import Night
from tests.db.exchange.plants import PLANTS


@pytest.fixture
def tell(sqlite_url, capsys):
    """Run ``mizumado-db``: its exit code, and what it says in each stream."""

    def tell(*words):
        code = main([*map(str, words), "--database", sqlite_url])
        return code, *capsys.readouterr()

    return tell


def test_a_delivery_is_stored_once_and_written_again(tell, folder, tmp_path):
    Night(3).write(folder)
    code, out, err = tell("import", folder, "--dry-run")
    assert (code, out.splitlines()[-1], err) == (0, "Checked; nothing was stored.", "")
    code, out, _ = tell("import", folder)
    assert (code, out.splitlines()[-1]) == (0, "Stored.")
    bills = "6 records (6 new, 0 changed, 0 as stored, 0 refused), 33,054 yen, 126 m3"
    assert f"BILL_20240918.csv: {bills}" in out
    code, out, _ = tell("import", folder)
    assert code == 0
    assert "were stored before" in out
    written = tmp_path / "out"
    written.mkdir()
    code, out, _ = tell("export", written, "--kind", "bills", "--kind", "payments")
    assert (code, len(out.splitlines())) == (0, 2)
    (bill,) = written.glob("BILL*")
    lines = bill.read_bytes().split(b"\r\n")
    assert lines[1:] == (folder / "BILL_20240918.csv").read_bytes().split(b"\r\n")[1:]


def test_refused_lines_are_told_and_written_safely(tell, folder, tmp_path):
    night = Night(9, {3: PLANTS[3], 5: PLANTS[5]})
    night.write(folder)
    file = folder / "CUSTOMER_20240918.csv"
    file.write_bytes(file.read_bytes().replace(b",19800101,,,\r\n", b",=1+1,,,\r\n", 1))
    report = tmp_path / "refused.csv"
    code, out, err = tell("import", folder, "--most-refused", "2", "--report", report)
    assert (code, out.splitlines()[-1]) == (1, "Refused: nothing was stored.")
    assert "CUSTOMER_20240918.csv:4: 氏名 is missing" in err
    rows = list(csv.reader(report.read_text("utf-8-sig").splitlines()))
    assert rows[0][:4] == ["file", "line", "field", "value"]
    assert rows[1][1:5] == ["2", "生年月日", "'=1+1", "day"]
    assert "refers to a line that was refused" in err


def test_a_fault_of_a_whole_file_is_told_without_a_line(tell, folder):
    Night(1).write(folder, kinds=["customers"])
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes().replace(b"8,1\r\n", b""))
    _, _, err = tell("import", folder)
    assert err == f"{file.name}: the trailer record is missing: the file was cut off\n"


def test_sums_are_told_of_what_has_amounts_and_of_nothing_else(tell, folder):
    Night(0).write(folder)
    _, out, _ = tell("import", folder)
    told = {line.partition("_")[0]: line.partition(" refused)")[2] for line in out.splitlines()}
    assert (told["PAYMENT"], told["READING"]) == (", 0 yen", ", 0 m3")
    assert told["BILL"] == ", 0 yen, 0 m3"
    assert {told[name] for name in ("CUSTOMER", "METER", "PARTY", "DEBIT")} == {""}


def test_misuse_is_told_with_its_cure(tell, folder, tmp_path):
    assert tell("import", tmp_path / "none")[0] == 1
    Night(1, {1: PLANTS[-1]}).write(folder)
    code, _, err = tell("import", folder, "--most-refused", "many")
    assert (code, err) == (1, "Write how many lines may be refused as 0, 20 or 0.5%, not many.\n")
    assert tell("import", folder, "--layouts", tmp_path / "none")[0] == 1
    code, _, err = tell("export", tmp_path / "none")
    assert code == 1
    assert "cannot be written to" in err
    with pytest.raises(SystemExit):
        tell("export", tmp_path, "--since", "yesterday")


def test_changes_of_members_are_written_on_request(tell, tmp_path):
    code, out, _ = tell("export", tmp_path, "--members")
    assert code == 0
    assert out.endswith(": 0 records\n")
    (file,) = tmp_path.glob("MEMBER_*.csv")
    assert file.read_text("cp932").endswith("8,0\n")


@pytest.mark.parametrize("encoding", ["cp932", "utf-8"])
def test_a_folder_with_changes_of_members_comes_in_as_the_hosts_files(tell, folder, encoding):
    Night(1).write(folder)
    assert tell("export", folder, "--members", "--format", encoding)[0] == 0
    code, out, err = tell("import", folder)
    assert (code, out.splitlines()[-1], err) == (0, "Stored.", "")
    (file,) = folder.glob("MEMBER_*.csv")
    assert file.name not in out
    # by itself it is named, and so is a strange one of such a name
    code, _, err = tell("import", file)
    assert (code, err.startswith(f"No layout is for files called {file.name}.")) == (1, True)
    file.write_bytes("1,宛名,20240918\r\n8,0\r\n".encode(encoding))
    assert tell("import", folder)[0] == 1
