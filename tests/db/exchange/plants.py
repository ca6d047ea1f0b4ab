"""The errors that are planted in a made-up delivery, one of each kind that a check looks for."""

from __future__ import annotations

from tests.db.exchange.night import KINDS, Plant


def put(at, value):
    """Change one value of a line."""

    def change(line):
        line[at] = value
        return line

    return change


def raw(at, value):
    """Change one value of a line to bytes that are no text."""

    def change(line):
        cells = ["2", *line]
        return b",".join(
            value if place == at + 1 else cell.encode("cp932") for place, cell in enumerate(cells)
        )

    return change


def other_household(line):
    """Point a reading to the meter of the household before."""
    line[1] = f"M{int(line[1][1:]) - 1:08}"
    return line


def number_before(line):
    """Give a customer the number of the one before."""
    line[0] = f"{int(line[0]) - 1:010}"
    return line


def portal_before(line):
    """Give a contract the portal number of the one before."""
    line[3] = f"{int(line[3]) - 1:016}"
    return line


def place_before(line):
    """Begin a contract where the household before has one."""
    line[2] = f"{int(line[2]) - 1:010}"
    return line


def shorter(line):
    """Leave the last value of a line out."""
    return line[:-1]


def marked(line):
    """Begin a line with a mark that no record has."""
    return ("7," + ",".join(line)).encode("cp932")


def unclosed(line):
    """Open a quotation that never ends."""
    line[2] = '"' + line[2]
    return line


_AFTER = {kind: tuple(list(KINDS)[place + 1 :]) for place, kind in enumerate(KINDS)}
_NO_READING = (("readings", 1), ("bills", 1), "debits")
_NO_BILL = (("bills", 1), "debits")


def _customer(change, fault, title):
    return Plant("customers", change, fault, title, without=_AFTER["customers"])


def _meter(change, fault, title):
    return Plant("meters", change, fault, title, without=_AFTER["meters"])


def _contract(change, fault, title):
    return Plant("contracts", change, fault, title, without=(*_AFTER["contracts"], "meters"))


def _reading(change, fault, title):
    return Plant("readings", change, fault, title, 1, without=_NO_READING)


def _bill(change, fault, title):
    return Plant("bills", change, fault, title, 1, without=_NO_BILL)


def _payment(change, fault, title):
    return Plant("payments", change, fault, title, 1)


def _debit(change, fault, title):
    return Plant("debits", change, fault, title, 1)


PLANTS = (
    _customer(raw(2, b"\x8e\x52\x81\x20"), "bytes", "氏名"),
    _customer(raw(2, b"\x8e\x52\xf0\x40"), "gaiji", "氏名"),
    _customer(put(2, "山田\0花子"), "control", "氏名"),
    _customer(put(2, ""), "missing", "氏名"),
    _customer(put(3, "ヤ" * 201), "too_long", "カナ氏名"),
    _customer(put(1, "3"), "code", "個人法人区分"),
    _customer(put(6, "hanako@example"), "mail", "電子メール"),
    _customer(put(7, "20240230"), "day", "生年月日"),
    _customer(put(7, "20990101"), "future", "生年月日"),
    _customer(put(8, "92O0853"), "number", "郵便番号"),
    _customer(shorter, "fields", ""),
    _customer(marked, "mark", ""),
    _customer(unclosed, "quote", ""),
    _customer(number_before, "duplicate", "宛名番号"),
    Plant("locations", put(1, "920"), "too_short", "郵便番号", without=_AFTER["locations"]),
    _meter(put(2, "0"), "range", "口径"),
    _meter(put(1, "9999999999"), "unknown", "水栓番号"),
    _meter(put(4, "20220331"), "order", "取外年月日"),
    _contract(put(1, "9999999999"), "unknown", "宛名番号"),
    _contract(portal_before, "duplicate", "ポータル用お客様番号"),
    _contract(place_before, "overlap", "開始年月日"),
    Plant("parties", put(2, "9"), "code", "関係"),
    Plant("parties", put(4, "20220331"), "order", "終了年月日"),
    _reading(put(6, "22"), "usage", "使用水量"),
    _reading(put(2, "20220331"), "not_there", "検針年月日"),
    _reading(other_household, "elsewhere", "メーター番号"),
    _reading(put(4, ""), "missing", "今回指針"),
    _bill(put(14, "255"), "tax", "水道消費税"),
    _bill(put(13, "2800"), "price", "水道料金"),
    _bill(put(21, "5510"), "total", "請求金額"),
    _bill(put(10, "2031-04"), "tariff", "料金表"),
    _bill(put(15, ""), "missing", "水道消費税"),
    _bill(put(4, "20240610"), "overlap", "前回検針日"),
    _bill(put(5, "20240911"), "unknown", "今回検針日"),
    _bill(put(12, "20240801"), "order", "納期限"),
    _payment(put(1, "99999999"), "unknown", "お客様番号"),
    _payment(put(2, "202401"), "unknown", "請求年月"),
    _payment(put(8, "20240701"), "order", "確報年月日"),
    _payment(put(5, "2711"), "too_much", "収納金額"),
    _payment(put(5, "2,710"), "fields", ""),
    _payment(put(5, "0"), "range", "収納金額"),
    _debit(put(3, "3"), "code", "会計"),
    _debit(put(1, "202401"), "unknown", "請求年月"),
)
"""One error of each kind; the household of one has nothing else that it would drag along."""


def planted(count, *, first=3, step=2):
    """Plant so many errors, each kind in turn, in a household of its own."""
    # a household that pays twice is told of more than once
    places = (number for number in range(first, first + 3 * step * count, step) if number % 50)
    return {number: PLANTS[at % len(PLANTS)] for at, number in zip(range(count), places)}  # noqa: B905
