"""However a file is broken, each of its lines is a record or told of, and never both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.exchange.blocks import Block
from db.exchange.layout_files import load_layouts
from db.exchange.records import records

LAYOUTS = load_layouts().layouts
PARTS = [
    b'"',
    b",",
    b"\n",
    b"2",
    b"8",
    b"1",
    b"\x81",
    b"\x93\xfa",
    b"\x85",
    b"\0",
    b" ",
    b"2,a,b,1,",
]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=60), st.sampled_from(LAYOUTS))
def test_broken_lines_are_told_of_and_whole_ones_are_even(parts, layout):
    content = b"".join(parts)
    found = records(Block(10, content, len(content)), layout, "cp932")
    assert {len(column) for column in found.columns} <= {len(found.lines)}
    assert len(found.columns) in (0, len(layout.columns))
    told = [*found.lines, *(odd.line for odd in found.odd), *(at for at, _ in found.trailers)]
    assert len(set(told)) == len(told)
    assert all(10 <= line <= 10 + content.count(b"\n") for line in told)
