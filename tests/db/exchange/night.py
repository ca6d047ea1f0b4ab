"""A made-up night's delivery of any size, and errors to be planted in it.

Each household has a customer, a place with a meter, a contract and an owner, two readings and
bills, of which the first is paid and the second to be debited; every fiftieth paid water twice.
Nothing is kept in memory: a household's lines follow from its number.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

KINDS = {
    "customers": ("CUSTOMER", "宛名"),
    "locations": ("LOCATION", "水栓"),
    "meters": ("METER", "メーター"),
    "contracts": ("CONTRACT", "使用契約"),
    "parties": ("PARTY", "関係者"),
    "readings": ("READING", "検針"),
    "bills": ("BILL", "調定"),
    "payments": ("PAYMENT", "収納"),
    "debits": ("DEBIT", "収納状況"),
    "overpayments": ("OVERPAYMENT", "過誤納"),
}
_SUMS = {"readings": (6,), "bills": (21, 6), "payments": (5,), "overpayments": (5,)}
_DAYS = (
    ("20240510", "20240710", "20240715", "20240731"),
    ("20240710", "20240910", "20240913", "20240930"),
)
_TWICE_ONE_IN = 50


@dataclass(frozen=True)
class Plant:
    """One error: which line of a household is changed, how, and what has to be told of it.

    ``without`` are lines the household does not have, as they would be refused with it.
    """

    kind: str
    change: object
    fault: str
    title: str = ""
    place: int = 0
    without: tuple = ()


@dataclass
class Night:
    """So many households, and the errors planted among them: {household: plant}."""

    households: int
    planted: dict = field(default_factory=dict)
    encoding: str = "cp932"
    end: str = "\r\n"
    first: int = 1

    def write(self, folder, kinds=tuple(KINDS)):
        """Write the files; give each line to be refused: (file, line, fault, title)."""
        refused = set()
        for kind in kinds:
            name, title = KINDS[kind]
            path = folder / f"{name}_20240918.csv"
            with path.open("wb") as file:
                refused |= self._write(file, kind, title, path.name)
        return refused

    def _write(self, file, kind, title, name):
        refused, count = set(), 0
        sums = [0] * len(_SUMS.get(kind, ()))
        file.write(self._encoded(f"1,{title},20240918"))
        for line, plant in self._lines(kind):
            count += 1
            if isinstance(line, bytes):
                file.write(line + self.end.encode())
            else:
                file.write(self._encoded("2," + ",".join(line)))
                for at, place in enumerate(_SUMS.get(kind, ())):
                    sums[at] += int(line[place]) if line[place].isdigit() else 0
            if plant is not None:
                refused.add((name, 1 + count, plant.fault, plant.title))
        file.write(self._encoded(",".join(map(str, ["8", count, *sums]))))
        return refused

    def _encoded(self, line):
        return (line + self.end).encode(self.encoding)

    def _lines(self, kind):
        for number in range(self.first, self.first + self.households):
            plant = self.planted.get(number)
            for place, line in enumerate(_MAKERS[kind](number)):
                if plant is None:
                    yield line, None
                elif (kind, place) == (plant.kind, plant.place):
                    yield plant.change(list(line)), plant
                elif kind not in plant.without and (kind, place) not in plant.without:
                    yield line, None

    def planted_of(self):
        """Count the planted errors by what they are."""
        found = defaultdict(int)
        for plant in self.planted.values():
            found[plant.fault] += 1
        return dict(found)


def contract(number):
    """Give a household's contract number."""
    return f"{number:08}"


def _customers(number):
    name = f"山田　花子{number}"
    phone = f"076-{number % 1000:03}-{number % 10_000:04}"
    yield [f"{number:010}", "1", name, "ヤマダ　ハナコ", "", phone, "", "19800101", "", "", ""]


def _locations(number):
    address = f"金沢市本町{number % 9 + 1}丁目{number}番"
    yield [f"{number:010}", "9200853", address, "カナザワシホンマチ", "Honmachi Kanazawa"]


def _meters(number):
    yield [f"M{number:08}", f"{number:010}", "20", "20220401", "", "20300331"]


def _contracts(number):
    who = f"{number:010}"
    yield [contract(number), who, who, f"{number:016}", "1", "1", "1", "20220401", ""]


def _parties(number):
    yield [contract(number), f"{number:010}", "3", "20220401", ""]


def _readings(number):
    for place, (_, read_on, *_) in enumerate(_DAYS):
        before = 1000 + 21 * place
        values = [str(before), str(before + 21), "0", "21", ""]
        yield [contract(number), f"M{number:08}", read_on, *values]


def _bills(number):
    for place, (from_on, to_on, issued_on, due_on) in enumerate(_DAYS):
        later = f"2029{due_on[4:]}"
        paid_by = f"{8_000_000_000_000_000 + 2 * number + place}"
        yield [
            *(contract(number), to_on[:6], "1", issued_on, from_on, to_on),
            *("21", "21", "0", "1", "2019-10", paid_by, due_on),
            *("2799", "254", later, "", "2710", "246", later, "", "5509"),
        ]


def _payments(number):
    first = 3 * number
    debt = [contract(number), "202407", "1"]
    for place, (account, yen) in enumerate((("1", "2799"), ("2", "2710"))):
        yield [f"{first + place:012}", *debt, account, yen, "20240725", "2", "20240728"]
    if number % _TWICE_ONE_IN == 0:
        yield [f"{first + 2:012}", *debt, "1", "2799", "20240726", "1", "20240729"]


def _debits(number):
    for account in "12":
        yield [contract(number), "202409", "1", account, "1", "20240930"]


def _overpayments(number):
    if number % _TWICE_ONE_IN == 0:
        yield [f"{number:010}", contract(number), "202407", "1", "1", "2799", "20240801", "0", ""]


_MAKERS = {
    "customers": _customers,
    "locations": _locations,
    "meters": _meters,
    "contracts": _contracts,
    "parties": _parties,
    "readings": _readings,
    "bills": _bills,
    "payments": _payments,
    "debits": _debits,
    "overpayments": _overpayments,
}
