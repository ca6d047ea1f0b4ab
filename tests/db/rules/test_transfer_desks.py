"""The desks a caller is passed on to, as a bureau writes them down."""

from __future__ import annotations

from db.rules.transfer_desks import TransferDesk, parse_desks


def test_each_line_is_a_desk_with_its_number():
    lines = ("配水課 | Mains | 076-220-2711", "", "# remark | x | 1", "水質課||076-220-2712")
    no_desks = ("not one", "| no name | 1", "no number | x |")
    assert parse_desks("\n".join(lines + no_desks)) == (
        TransferDesk("配水課", "Mains", "076-220-2711"),
        TransferDesk("水質課", "水質課", "076-220-2712"),
    )


def test_no_list_is_endless_and_no_name_too_long_to_record():
    desks = parse_desks("\n".join(f"{'課' * 99} | x | {n}" for n in range(1, 99)))
    assert len(desks) == 30
    assert len(desks[0].name) == 60
