"""The kinds of household and firm in the town: each occurs once, then by how common it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from db.demo.fates import Fate
from db.demo.tables import Weighted
from db.rules.words import Drainage, MeterStatus, PartyRole, PaymentMethod

if TYPE_CHECKING:
    from collections.abc import Mapping


class Who(Enum):
    """What sort of customer a case is about."""

    RESIDENT = auto()
    FOREIGNER = auto()
    LONG_NAME = auto()
    COMPANY = auto()


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of customer; ``fates``, ``statuses`` and ``leaked_m3`` count bills back from 0.

    ``share`` is per thousand customers; with 0 it occurs once. ``read_days_ago`` chooses the round,
    ``None`` leaves any of these facts to chance.
    """

    name: str
    share: int
    who: Who = Who.RESIDENT
    places: int = 1
    flat: bool | None = None
    method: PaymentMethod | None = None
    drainage: Drainage | None = None
    kept_m3: int = 0
    bills: int = 12
    read_days_ago: int | None = None
    started_days_ago: int | None = None
    ended_days_ago: int | None = None
    exchange_in_days: int | None = None
    exchanged_days_ago: int | None = None
    successor: bool = False
    usual_m3: float | None = None
    fates: Mapping[int, Fate] = field(default_factory=dict)
    statuses: Mapping[int, MeterStatus] = field(default_factory=dict)
    leaked_m3: Mapping[int, int] = field(default_factory=dict)
    parties: tuple[PartyRole, ...] = ()
    note: str | None = None

    @property
    def customers(self) -> int:
        """How many customers it brings: owner and manager are the town's own."""
        family = {PartyRole.ACCOUNT_HOLDER, PartyRole.ADDRESSEE}
        return 1 + self.successor + sum(role in family for role in self.parties)


def _unpaid(*bills: int) -> dict[int, Fate]:
    return dict.fromkeys(bills, Fate.UNPAID)


_SLIP: Final = PaymentMethod.SLIP
_DEBIT: Final = PaymentMethod.DEBIT

ORDINARY: Final = Case("ordinary", 510)

CASES: Final = (
    ORDINARY,
    # how they pay
    Case("late", 55, method=_SLIP, fates={1: Fate.LATE, 3: Fate.LATE, 4: Fate.LATE}),
    Case("forgot", 26, method=_SLIP, fates=_unpaid(1)),
    Case("arrears", 7, method=_SLIP, fates=_unpaid(0, 1, 2, 4)),
    Case("old_arrears", 4, method=_SLIP, bills=30, fates=_unpaid(2, 3, 19, 27), note="returned"),
    Case(
        "written_off",
        2,
        method=_SLIP,
        bills=36,
        fates=_unpaid(32) | dict.fromkeys((33, 34, 35), Fate.WRITTEN_OFF),
    ),
    Case("part_paid", 6, method=_SLIP, fates={1: Fate.PART_PAID}),
    Case("water_only", 3, method=_SLIP, drainage=Drainage.PUBLIC, fates={1: Fate.WATER_ONLY}),
    Case("refunded", 4, method=_SLIP, fates={2: Fate.REFUNDED}, note="twice"),
    Case("over_open", 2, method=_SLIP, fates={2: Fate.OVER_OPEN}),
    Case("set_off", 3, method=_SLIP, fates={4: Fate.SET_OFF, 3: Fate.CREDITED}),
    Case("corrected", 3, fates={2: Fate.CORRECTED}, statuses={2: MeterStatus.UNUSUAL}),
    Case(
        "instalments",
        3,
        method=_SLIP,
        fates=dict.fromkeys((2, 3, 4), Fate.INSTALMENTS),
        note="instalments",
    ),
    Case("reported", 8, method=_SLIP, read_days_ago=20, fates={0: Fate.REPORTED}),
    Case("debit_planned", 4, method=_DEBIT, read_days_ago=13),
    Case("debit_requested", 4, method=_DEBIT, read_days_ago=24),
    Case("debit_failed", 6, method=_DEBIT, fates={1: Fate.DEBIT_FAILED}),
    Case("failed_then_paid", 9, method=_DEBIT, fates={2: Fate.FAILED_THEN_PAID}),
    # what the meter showed
    Case("leak", 2, read_days_ago=13, statuses={0: MeterStatus.LEAK}, leaked_m3={0: 96},
         note="leak"),
    Case("leak_reduced", 2, statuses={4: MeterStatus.LEAK}, leaked_m3={4: 120},
         fates={4: Fate.LEAK_REDUCED}),
    Case("estimated", 9, statuses={1: MeterStatus.ABSENT}),
    Case("estimated_now", 3, statuses={0: MeterStatus.UNDER_VEHICLE}, note="dog"),
    Case("fogged", 3, statuses={2: MeterStatus.FOGGED, 3: MeterStatus.FOGGED}),
    Case("snowed_in", 0, statuses={2: MeterStatus.SNOW}, note="snow"),
    Case("unreadable", 1, statuses={5: MeterStatus.UNREADABLE}),
    Case("not_turning", 1, statuses={0: MeterStatus.NOT_TURNING}),
    Case("buried", 1, statuses={3: MeterStatus.BURIED}),
    Case("unusual", 6, statuses={1: MeterStatus.UNUSUAL}, leaked_m3={1: 31}),
    Case("vacant", 5, usual_m3=0),
    Case("exchange_soon", 9, exchange_in_days=25),
    Case("exchanged", 9, exchanged_days_ago=75),
    # where the water goes
    Case("no_sewerage", 12, drainage=Drainage.NONE),
    Case("garden_meter", 4, flat=False, drainage=Drainage.PUBLIC, kept_m3=8, note="drainage"),
    Case("well_water", 3, flat=False, drainage=Drainage.PUBLIC, kept_m3=-14),
    # coming and going
    Case("ended", 36, ended_days_ago=212),
    Case("ended_unpaid", 5, method=_SLIP, ended_days_ago=148, fates=_unpaid(0)),
    Case("just_started", 9, started_days_ago=9),
    Case("first_bill", 12, started_days_ago=110),
    Case("succession", 24, flat=True, successor=True, ended_days_ago=320),
    # who else has to do with it
    Case("two_places", 22, places=2),
    Case("five_places", 2, who=Who.COMPANY, places=5),
    Case("account_holder", 24, method=_DEBIT, parties=(PartyRole.ACCOUNT_HOLDER,)),
    Case("addressee", 16, parties=(PartyRole.ADDRESSEE,), note="hearing"),
    Case("managed_flat", 18, flat=True, parties=(PartyRole.OWNER, PartyRole.MANAGER)),
    Case("company", 55, who=Who.COMPANY),
    Case("large_company", 4, who=Who.COMPANY, usual_m3=640),
    Case("foreigner", 11, who=Who.FOREIGNER, flat=True, note="english"),
    Case("long_name", 0, who=Who.LONG_NAME, flat=True, note="long_name"),
    Case("evening", 3, note="evening"),
)  # fmt: skip
"""Every case once, the ordinary household first."""

COMMON: Final = Weighted(CASES, [case.share for case in CASES])
"""The rest of the town, drawn by how common each case is."""

FEWEST: Final = sum(case.customers for case in CASES)
"""The customers that it takes to have every case once."""
