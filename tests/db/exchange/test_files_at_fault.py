"""Files that are empty, cut off, of another kind, or written in another way than promised."""

from __future__ import annotations

import codecs

import pytest

from db.errors import RuleBroken
from db.exchange import gathering
from db.exchange.delivery import look_at
from db.rules.import_words import Fault, FileKind, ImportState
from tests.db.exchange.night import Night

CUSTOMERS = ["customers"]


@pytest.fixture
def database(sqlite_database):
    """What a file says does not depend on the kind of database."""
    return sqlite_database


@pytest.fixture
def file(folder):
    """A file of five customers."""
    Night(5).write(folder, CUSTOMERS)
    return folder / "CUSTOMER_20240918.csv"


def faults(report):
    return [(each.line, each.reason) for each in report.refusals]


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b"\x1a"])
def test_an_empty_file_is_named(file, deliver, layouts, content):
    file.write_bytes(content)
    assert [found.problem for found in look_at([file], layouts).files] == ["empty"]
    with pytest.raises(RuleBroken) as refused:
        deliver()
    assert (refused.value.code, refused.value.facts["file"]) == ("import.empty", file.name)


def test_a_header_and_a_trailer_alone_are_a_delivery_of_nothing(file, deliver):
    file.write_bytes("1,宛名,20240918\r\n8,0\r\n".encode("cp932"))
    report = deliver()
    assert (report.state, report.rows_read) == (ImportState.STORED, 0)


@pytest.mark.parametrize("header", ["1,水栓,20240918", "2,宛名,20240918", "氏名,住所"])
def test_a_file_of_another_kind_than_its_name_is_named(file, deliver, header):
    lines = file.read_bytes().split(b"\r\n")
    file.write_bytes(b"\r\n".join([header.encode("cp932"), *lines[1:]]))
    with pytest.raises(RuleBroken) as refused:
        deliver()
    assert refused.value.code == "import.wrong_header"


def test_a_file_without_a_layout_stops_the_whole_delivery(file, folder, deliver):
    (folder / "LETTER.doc").write_bytes(b"x")
    (folder / ".hidden").write_bytes(b"x")
    with pytest.raises(RuleBroken) as refused:
        deliver()
    assert (refused.value.code, refused.value.facts["file"]) == (
        "import.unknown_name",
        "LETTER.doc",
    )


def test_files_are_told_of_in_the_order_of_their_references(folder, layouts):
    Night(1).write(folder)
    delivery = look_at([folder], layouts)
    assert [file.kind for file in delivery.files] == list(FileKind)
    assert delivery.size == sum(file.stat().st_size for file in folder.iterdir())
    assert delivery.problems == ()


def test_nothing_at_a_path_is_said_so(folder, layouts):
    for path, code in ((folder, "import.nothing"), (folder / "x.csv", "import.no_file")):
        with pytest.raises(RuleBroken) as refused:
            look_at([path], layouts)
        assert refused.value.code == code


def test_a_file_cut_off_within_its_last_record_is_refused_whole(file, deliver):
    content = file.read_bytes()
    file.write_bytes(content[: content.rindex(b"076")])
    report = deliver(limit="100%")
    assert report.state is ImportState.REFUSED
    assert faults(report) == [(0, Fault.TRAILER_MISSING), (6, Fault.FIELDS)]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (b"8,5\r\n", b"8,6\r\n", Fault.ROWS),
        (b"8,5\r\n", b"8,\r\n", Fault.ROWS),
        (b"8,5\r\n", b"", Fault.TRAILER_MISSING),
        (b"8,5\r\n", b"8,5\r\n8,5\r\n", Fault.AFTER_TRAILER),
        (
            b"1,\x88\xb6\x96\xbc,20240918\r\n",
            b"1,\x88\xb6\x96\xbc,20240918\r\n8,5\r\n",
            Fault.AFTER_TRAILER,
        ),
    ],
)
def test_a_trailer_that_does_not_fit_refuses_the_file(file, deliver, before, after, fault):
    content = file.read_bytes()
    assert before in content
    file.write_bytes(content.replace(before, after))
    report = deliver(limit="100%")
    assert (report.state, faults(report)) == (ImportState.REFUSED, [(0, fault)])


def test_sums_that_do_not_fit_their_trailer_refuse_the_file(folder, deliver):
    Night(2).write(folder)
    wrong = (("BILL", b",22036,84", b",22037,83"), ("READING", b",84", b",85"))
    for name, before, after in (*wrong, ("PAYMENT", b"8,4,11018", b"8,4")):
        file = folder / f"{name}_20240918.csv"
        content = file.read_bytes()
        assert before in content
        file.write_bytes(content.replace(before, after))
    found = [(each.reason, each.value, each.expected) for each in deliver(limit="9").refusals]
    assert found == [
        (Fault.SUM_M3, "85", "84"),
        (Fault.SUM_YEN, "22037", "22036"),
        (Fault.SUM_M3, "83", "84"),
        (Fault.SUM_YEN, "–", "11018"),
    ]


WAYS = {
    "utf-8": ("utf-8", "\r\n", b"", b""),
    "utf-8 with a mark": ("utf-8", "\n", codecs.BOM_UTF8, b""),
    "an end of file": ("cp932", "\r\n", b"", b"\x1a"),
    "line feeds": ("cp932", "\n", b"", b""),
    "carriage returns": ("cp932", "\r", b"", b""),
    "no last line end": ("cp932", "\r\n", b"", None),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_write_lines_is_read(file, folder, deliver, way):
    encoding, end, before, after = WAYS[way]
    Night(5, encoding=encoding, end=end).write(folder, CUSTOMERS)
    content = file.read_bytes()
    content = content.removesuffix(end.encode()) if after is None else content + after
    file.write_bytes(before + content)
    report = deliver()
    assert (report.state, report.rows_read, report.refusals) == (ImportState.STORED, 5, ())


def test_mixed_line_ends_keep_the_numbers_of_lines(file, deliver):
    lines = file.read_bytes().split(b"\r\n")
    lines[4] = lines[4].replace(b",1,", b",9,", 1)
    ends = [b"\r\n", b"\n", b"\r", b"\n", b"\r\n", b"\r", b"\n", b""]
    file.write_bytes(b"".join(line + end for line, end in zip(lines, ends, strict=False)))
    assert faults(deliver()) == [(5, Fault.CODE)]


def test_quoted_values_hold_commas_and_a_line_break_is_refused_in_its_field(file, deliver):
    lines = file.read_bytes().decode("cp932").split("\r\n")
    lines[1] = lines[1].replace("山田　花子1", '"山田,""花子"""')
    lines[2] = lines[2].replace("山田　花子2", '"山田\r\n花子"')
    file.write_bytes("\r\n".join(lines).encode("cp932"))
    (refused,) = deliver().refusals
    assert (refused.line, refused.field, refused.reason) == (3, "氏名", Fault.CONTROL)
    assert (refused.value, refused.expected) == ("山田<U+000A>花子", "U+000A")


def test_what_is_wrong_with_bytes_is_told_with_its_place(file, deliver):
    content = file.read_bytes()
    name = "山田　花子1".encode("cp932")
    file.write_bytes(content.replace(name, name[:4] + b"\x81\x20" + name[6:]))
    (refused,) = deliver().refusals
    assert (refused.reason, refused.value, refused.expected) == (
        Fault.BYTES,
        "山田<81> 花子1",
        "5: 81",
    )


@pytest.mark.parametrize("mark", ["\x00", "\t", "\u202e", "\u200b", "\ufeff", "\x85"])
def test_no_unseen_character_comes_in(file, folder, deliver, mark):
    night = Night(5, encoding="utf-8")
    night.write(folder, CUSTOMERS)
    file.write_bytes(file.read_bytes().replace("花子3".encode(), f"花{mark}子3".encode()))
    assert faults(deliver()) == [(4, Fault.CONTROL)]


def test_a_hundred_per_cent_of_bad_lines_ends_reading(file, folder, deliver, monkeypatch):
    monkeypatch.setattr(gathering, "MOST_LISTED", 4)
    Night(5).write(folder)
    file.write_bytes(file.read_bytes().replace(b",1,", b",9,"))
    report = deliver(limit="100%")
    assert report.state is ImportState.REFUSED
    assert [each.reason for each in report.refusals] == [Fault.TOO_MANY, *[Fault.CODE] * 4]


def test_a_number_that_comes_again_in_a_later_block_is_found(file, folder, deliver, monkeypatch):
    monkeypatch.setattr("db.exchange.blocks._BLOCK", 200)
    Night(400).write(folder, CUSTOMERS)
    lines = file.read_bytes().split(b"\r\n")
    lines[2:] = [*lines[3:-2], lines[2], *lines[-2:]]
    lines[-3] = lines[1]
    file.write_bytes(b"\r\n".join(lines))
    (refused,) = deliver().refusals
    assert (refused.line, refused.reason, refused.expected) == (401, Fault.DUPLICATE, "2")


def test_blocks_are_cut_between_lines_only(file, folder, deliver, monkeypatch):
    monkeypatch.setattr("db.exchange.blocks._BLOCK", 200)
    Night(400).write(folder, CUSTOMERS)
    lines = file.read_bytes().split(b"\r\n")
    lines[300] = lines[300].replace(b",1,", b",9,", 1)
    lines[301] = lines[301].replace(b",076", b',"076\n0', 1).replace(b",,19", b'",,19', 1)
    lines[350] = lines[350].replace(b",1,", b",8,", 1)
    file.write_bytes(b"\r\n".join(lines))
    report = deliver()
    assert report.rows_read == 400
    assert faults(report) == [(301, Fault.CODE), (302, Fault.CONTROL), (352, Fault.CODE)]
