"""Places of use in Kanazawa's forms: 本町1丁目4-12-203, 安江町12-8, 磯部町ニ45番地."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from db.demo.romaji import latin
from db.demo.rounds import Route
from db.demo.tables import Word, buildings, drawn, towns
from db.rules.periods import Cycle

if TYPE_CHECKING:
    from random import Random

    from db.demo.tables import Town

_LETTERS: Final = {
    "iroha": tuple((kana, kana) for kana in "イロハニホヘトチリヌルヲワカヨタレソツネナラムウ"),
    "stem": (("甲", "コウ"), ("乙", "オツ"), ("丙", "ヘイ")),
    "branch": (("子", "ネ"), ("丑", "ウシ"), ("寅", "トラ"), ("卯", "ウ"), ("辰", "タツ")),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place of use, with the round on which its meter is read."""

    postal_code: str
    address: str
    kana: str
    latin: str
    route: Route
    is_room: bool = False
    rural: bool = False


def house(random: Random) -> Place:
    """A house somewhere in the town."""
    return _plot(towns().draw(random), random)


def room(random: Random) -> Place:
    """A flat: a room number after the house number, sometimes with the building's name."""
    return rooms(random, 1)[0]


def rooms(random: Random, count: int) -> list[Place]:
    """``count`` flats of one building, the first of them anywhere in it."""
    town = towns().draw(random)
    while town.form not in {"chome", "lot"}:
        town = towns().draw(random)
    building = drawn(buildings(), random) if random.random() < 0.3 else None
    plot = _plot(town, random)
    floor, door = 1 + int(random.random() * 5), 1 + int(random.random() * 6)
    start = (floor - 1) * 6 + door - 1 if count == 1 else 0
    return [_room(plot, building, start + number) for number in range(count)]


def floor(random: Random) -> Place:
    """A shop or office on the ground floor, or a whole house number."""
    place = house(random)
    if random.random() < 0.7:
        return place
    return _behind(place, f" {1 + int(random.random() * 3)}F")


def rooms_at(place: Place, count: int) -> list[Place]:
    """``count`` flats in the house at ``place``."""
    return [_room(place, None, number) for number in range(count)]


def _room(plot: Place, building: Word | None, number: int) -> Place:
    door = f"{1 + number // 6}0{1 + number % 6}"
    if building is None:
        return _behind(plot, f"-{door}")
    return replace(
        plot,
        address=f"{plot.address} {building.text}{door}",
        kana=f"{plot.kana} {building.kana}{door}",
        latin=f"{plot.latin} {building.latin} {door}",
        is_room=True,
    )


def _behind(plot: Place, ending: str) -> Place:
    return replace(
        plot,
        address=plot.address + ending,
        kana=plot.kana + ending,
        latin=plot.latin + ending,
        is_room=ending.startswith("-"),
    )


def _plot(town: Town, random: Random) -> Place:
    block, number = 1 + int(random.random() * 28), 1 + int(random.random() * 24)
    if town.form == "chome":
        chome = 1 + int(random.random() * town.chome)
        return _place(
            town,
            f"{chome}丁目{block}-{number}",
            f"{chome}チョウメ{block}-{number}",
            f"{chome}-{block}-{number}",
        )
    if town.form == "lot":
        lot = f"{block}-{number}"
        return _place(town, lot, lot, lot)
    letter, kana = drawn(_LETTERS[town.form], random)
    lot = f"{block * 4 + number}"
    return _place(town, f"{letter}{lot}番地", f"{kana}{lot}バンチ", f"{latin(kana)} {lot}")


def _place(town: Town, address: str, kana: str, latin_lot: str) -> Place:
    return Place(
        postal_code=town.postal_code,
        address=town.text + address,
        kana=town.kana + kana,
        latin=f"{town.latin} {latin_lot}",
        route=Route(tuple(Cycle)[town.number // 4 % 2], 3 + town.number % 21),
        rural=town.form in _LETTERS,
    )
