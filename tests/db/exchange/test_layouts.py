"""Layouts say what is wrong with themselves, and a bureau's own go before those that come along."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest

from db.errors import RuleBroken
from db.exchange.exporting import write_file
from db.exchange.host_files import Lacking
from db.exchange.layout_files import load_layouts, own_folder
from db.exchange.layouts import layout_in
from db.rules.import_words import Fault, FileKind, ImportState
from tests.db.exchange.night import Night

PLAIN = """
kind = "parties"
files = ["P*.csv"]
format = "csv"
encoding = "cp932"
columns = [
    { name = "contract" }, { name = "customer" }, { name = "role" },
    { name = "started_on", form = "yyyymmdd" },
]
"""
FAULTS = {
    "kind": ('kind = "parties"', 'kind = "party"'),
    "files": ('files = ["P*.csv"]', "files = []"),
    "format": ('"csv"', '"xml"'),
    "encoding": ('"cp932"', '"sjis"'),
    "name": ('name = "role"', 'name = "rolle"'),
    "form": ('"yyyymmdd"', '"ddmmyyyy"'),
    "columns": ('{ name = "role" },', ""),
    "colour": ('kind = "parties"', 'kind = "parties"\ncolour = "red"'),
    "columns.role.codes": ('name = "role"', 'name = "role", codes = { "1" = "wife" }'),
    "trailer.rows": ('kind = "parties"', 'trailer = { mark = "8", rows = 1 }\nkind = "parties"'),
    "data.mark": ('kind = "parties"', 'trailer = { mark = "8", rows = 2 }\nkind = "parties"'),
    "at": ('"csv"', '"fixed"'),
}


def test_the_layouts_that_come_along_are_one_of_each_kind_and_an_example(layouts):
    kinds = [layout.kind.kind for layout in layouts.layouts]
    assert sorted(kinds) == sorted([*FileKind, FileKind.PAYMENTS])


@pytest.mark.parametrize("key", FAULTS)
def test_a_fault_in_a_layout_is_named_with_its_key(key):
    before, after = FAULTS[key]
    assert layout_in(PLAIN, "p.toml").kind.kind is FileKind.PARTIES
    with pytest.raises(RuleBroken) as refused:
        layout_in(PLAIN.replace(before, after, 1), "p.toml")
    assert (refused.value.code, refused.value.facts["key"]) == ("layout.fault", key)
    assert refused.value.facts["file"] == "p.toml"


def test_a_column_twice_or_over_another_is_refused():
    twice = PLAIN.replace("columns = [", 'columns = [ { name = "role" },')
    places = {"contract": 1, "customer": 11, "role": 20, "started_on": 21}
    fixed = PLAIN.replace('"csv"', '"fixed"')
    for name, at in places.items():
        fixed = fixed.replace(f'"{name}"', f'"{name}", at = {at}, width = 10')
    for text in (twice, fixed):
        with pytest.raises(RuleBroken) as refused:
            layout_in(text, "p.toml")
        assert refused.value.code == "layout.fault"


@pytest.mark.parametrize("content", ["kind = ", "F04 = 'x'", "8140 = 'x'", "F040 = 'abc'"])
def test_an_unreadable_file_of_a_bureau_is_named(tmp_path, content):
    name = "gaiji.toml" if "'" in content else "parties.toml"
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(RuleBroken) as refused:
        load_layouts(tmp_path)
    assert (refused.value.code, refused.value.facts["file"]) == ("layout.unreadable", name)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(RuleBroken) as refused:
        load_layouts(tmp_path / "no")
    assert refused.value.code == "layout.no_folder"


def test_a_bureaus_own_layout_lies_beside_the_settings_and_goes_first(folder, deliver):
    own = own_folder()
    own.mkdir(parents=True)
    text = PLAIN.replace("columns = [", "titles = true\ncolumns = [ { skip = true }, ")
    text = text.replace('"yyyymmdd"', '"wareki"').replace('"P*.csv"', '"SOYUSHA.csv"')
    (own / "parties.toml").write_text("\ufeff" + text, "utf-8")
    Night(2).write(folder)
    (folder / "PARTY_20240918.csv").unlink()
    lines = "予備,番号,宛名,関係,開始\nx,00000001,0000000001,owner,令和4年4月1日\n"
    lines += "x,00000002,0000000002,owner,R4.4.31\n"
    (folder / "SOYUSHA.csv").write_bytes(lines.encode("cp932"))
    report = deliver(layouts=load_layouts(), limit="1")
    (refused,) = report.refusals
    assert (refused.line, refused.reason, refused.expected) == (3, Fault.DAY, "wareki")
    assert report.state is ImportState.STORED


def test_a_character_of_the_hosts_own_comes_in_as_the_one_it_means(tmp_path, folder, deliver):
    (tmp_path / "gaiji.toml").write_text('F040 = "𠮷"\nF041 = "葛\U000e0100"\n', "utf-8")
    layouts = load_layouts(tmp_path)
    Night(2).write(folder, ["customers"])
    file = folder / "CUSTOMER_20240918.csv"
    name = "山田　花子".encode("cp932")
    content = file.read_bytes().replace(name + b"1", b"\xf0\x40\xf0\x41")
    file.write_bytes(content)
    assert deliver(layouts=layouts).refusals == ()


def test_records_of_fixed_length_are_read_and_written_to_the_byte(
    tmp_path, folder, deliver, layouts
):
    Night(2).write(folder)
    csv_file = folder / "PAYMENT_20240918.csv"
    lines = csv_file.read_bytes().decode("cp932").split("\r\n")[1:-2]
    csv_file.unlink()
    layout = next(each for each in layouts.layouts if each.name == "payments_fixed.toml")
    codes = tomllib.loads('a = { "1" = "water", "2" = "sewerage" }')["a"]
    rows = []
    for line in lines:
        number, contract, month, sequence, account, yen, paid, _, confirmed = line.split(",")[1:]
        days = [dt.date.fromisoformat(day) for day in (paid, confirmed)]
        of = dt.date(int(month[:4]), int(month[4:]), 1)
        debt = (contract, of, int(sequence), codes[account])
        rows.append((number, *debt, int(yen), days[0], "convenience", days[1]))
    place = folder / "PAYMENT_20240918.dat"
    shared = {"encoding": "cp932", "gaiji": {}, "day": dt.date(2024, 9, 18), "lacking": Lacking()}
    written = write_file(place, layout, rows, **shared)
    records = place.read_bytes().split(b"\r\n")
    assert records[0].rstrip() == "1収納20240918".encode("cp932")
    assert records[1] == b"200000000000300000001  50607011000002799506072525060728     "
    assert {len(record) for record in records[1:-1]} == {60}
    assert records[-2].rstrip() == b"800000004000000011018"
    report = deliver()
    assert (report.state, report.refusals) == (ImportState.STORED, ())
    assert {file.kind: file.rows_new for file in report.files}[FileKind.PAYMENTS] == written.rows


def test_a_fixed_record_of_another_length_or_half_a_character_is_refused(folder, deliver):
    Night(1).write(folder)
    (folder / "PAYMENT_20240918.csv").unlink()
    record = b"2000000000003" + b"00000001  " + b"50607" + b"01" + b"1" + b"000002799" + b"5060725"
    record += b"2" + b"5060728" + b"     "
    cut = record.replace(b"00000001  ", b"000000001\x8e")
    lines = ["1収納".encode("cp932").ljust(60), record, record[:-1], cut, b"80000000300000"]
    (folder / "PAYMENT_1.dat").write_bytes(b"\r\n".join(lines))
    report = deliver(limit="9")
    found = [(each.line, each.reason) for each in report.refusals]
    assert found == [(3, Fault.WIDTH), (4, Fault.BYTES)]
