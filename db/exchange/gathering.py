"""Reads the files of a delivery into the staging tables, and finds every line at fault."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from operator import lt
from typing import TYPE_CHECKING, Any, Final

from db.exchange.checks import faults
from db.exchange.kinds import KINDS, Kind
from db.exchange.matching import Found, dangling, duplicates, highest_id, match, settle
from db.exchange.prices import make_prices
from db.exchange.reading import LINE_BITS, FileReader
from db.exchange.staging import Staging, make_debts, target_named
from db.exchange.targets import DEBTS, NAMED_BY
from db.rules.import_facts import MOST_LISTED, FileReport, Progress, Refusal
from db.rules.import_words import Fault, FileKind, ImportStage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from db.exchange.delivery import Source

_LINE: Final = (1 << LINE_BITS) - 1


class Stopped(Exception):
    """The run was cancelled."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far a run is, and who is asked whether it goes on."""

    progress: Callable[[Progress], None]
    stopped: Callable[[], bool]

    def tell(self, stage: ImportStage, done: int, of: int) -> None:
        """Tell how far it is; raises Stopped when it is not wanted any more."""
        if self.stopped():
            raise Stopped
        self.progress(Progress(stage, done, of))


@dataclass(slots=True)
class Gathering:
    """The staged delivery; ``refusals`` and ``files`` tell of what has been found so far."""

    connection: Connection
    sources: Sequence[Source]
    gaiji: Mapping[str, str]
    checksums: Mapping[str, str]
    today: dt.date
    watch: Watch
    refusals: list[Refusal] = field(default_factory=list)
    given: dict[str, int] = field(default_factory=dict)
    """The last number of each table when numbers were given out."""
    staging: Staging = field(init=False)
    _readers: list[FileReader] = field(default_factory=list)
    _refused: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    _unsorted: set[FileKind] = field(default_factory=set)
    _last: dict[FileKind, Any] = field(default_factory=dict)
    _counted: dict[int, dict[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.staging = Staging(self.connection)
        for position, source in enumerate(self.sources, 1):
            assert source.layout is not None  # noqa: S101 - strangers were refused before
            self._readers.append(
                FileReader(
                    source.file,
                    source.layout,
                    position,
                    self.gaiji,
                    self.today,
                    source.encoding,
                )
            )

    @property
    def kinds(self) -> list[str]:
        """The kinds that come, in the order of their references; bills bring their debts."""
        come = {reader.layout.kind.kind for reader in self._readers}
        kinds: list[str] = [kind for kind in FileKind if kind in come]
        if FileKind.BILLS in come:
            kinds.insert(kinds.index(FileKind.BILLS) + 1, DEBTS)
        return kinds

    def delivered(self, name: str) -> frozenset[str]:
        """The fields that every file of a kind has: others stay as they are stored."""
        if name == DEBTS:
            return frozenset(target_named(DEBTS).columns)
        fields = (
            {column.field.name for column in reader.layout.columns if column.field}
            for reader in self._readers
            if reader.layout.kind.kind == name
        )
        return frozenset.intersection(*map(frozenset, fields))

    def read(self) -> None:
        """Stage every file; stops reading where nearly nothing is right."""
        with self.connection.begin():
            self.staging.prepare()
        whole = sum(source.file.size for source in self.sources)
        before = 0
        for reader in self._readers:
            for batch in reader.batches():
                self.watch.tell(ImportStage.READING, min(before + batch.read, whole), whole)
                with self.connection.begin():
                    self.staging.put(reader.layout.kind, batch.columns)
                    self._put_gone(reader.layout.kind, batch.gone)
                self._watch_order(reader.layout.kind, batch.columns)
                self.refusals += batch.refusals
                if len(self.refusals) > MOST_LISTED:
                    self._too_many(reader)
                    return
            before += reader.file.size

    def check(self) -> None:
        """Look at the staged lines together, kind by kind."""
        if any(refusal.reason is Fault.TOO_MANY for refusal in self.refusals):
            return
        kinds = self.kinds
        for at, name in enumerate(kinds):
            self.watch.tell(ImportStage.CHECKING, at, len(kinds))
            with self.connection.begin():
                self._check_kind(name, kinds[at + 1 :])
        with self.connection.begin():
            self._counted = self._counts()

    def files(self) -> tuple[FileReport, ...]:
        """What has become of each file's lines so far."""
        return tuple(
            FileReport(
                name=reader.file.name,
                kind=reader.layout.kind.kind,
                sha256=self.checksums[reader.file.name],
                rows_read=reader.sums.rows,
                rows_refused=reader.refused_lines + self._refused[reader.position],
                yen=reader.sums.yen,
                usage_m3=reader.sums.usage_m3,
                **self._counted.get(reader.position, {}),
            )
            for reader in self._readers
        )

    def _check_kind(self, name: str, later: Sequence[str]) -> None:
        target = target_named(name)
        if name == DEBTS:
            make_debts(self.staging)
        else:
            self._refuse(name, self._duplicates(KINDS[FileKind(name)]))
        self.given.setdefault(target.table, highest_id(self.staging, target))
        match(self.staging, target, self.delivered(name))
        self._refuse(name, dangling(self.staging, target))
        if name == FileKind.BILLS:
            make_prices(self.staging)
        self.staging.run(f"DELETE FROM f_{name} WHERE n IN (SELECT n FROM refused)")  # noqa: S608
        self._refuse(name, list(faults(self.staging, name, priced=self._priced)))
        settle(self.staging, name, referred_to=bool(later) and name in NAMED_BY)
        if later and name in _LOOKED_UP:
            column = _LOOKED_UP[name]
            self.staging.run(f"CREATE INDEX f_{name}_{column} ON f_{name} ({column})")

    def _duplicates(self, kind: Kind) -> list[Found]:
        found = (
            list(duplicates(self.staging, kind, kind.key)) if kind.kind in self._unsorted else []
        )
        if kind.kind is FileKind.CONTRACTS:
            found += duplicates(self.staging, kind, ("portal_number",))
        return list({each.number: each for each in reversed(found)}.values())

    @property
    def _priced(self) -> bool:
        return all(reader.layout.priced for reader in self._readers)

    def _refuse(self, name: str, found: Iterable[Found]) -> None:
        numbers = []
        for number, named, value, fault, expected in sorted(found):
            reader = self._readers[(number >> LINE_BITS) - 1]
            title = next(
                (
                    column.title
                    for column in reader.layout.columns
                    if column.field and column.field.name == named
                ),
                named,
            )
            where = (reader.file.name, number & _LINE, title)
            self.refusals.append(Refusal(*where, value[:200], fault, expected))
            self._refused[reader.position] += 1
            numbers.append(number)
        self.staging.refuse(numbers)

    def _put_gone(self, kind: Kind, gone: Sequence[tuple[Any, ...]]) -> None:
        if gone and kind.kind in NAMED_BY:
            key = NAMED_BY[kind.kind].split(", ")
            self.staging.put_new(f"gone_{kind.kind}", key, gone)

    def _watch_order(self, kind: Kind, columns: Sequence[Sequence[Any]]) -> None:
        """Lines in rising order of their keys, as hosts mostly write them, hold none twice."""
        if not columns or not columns[0] or kind.kind in self._unsorted:
            return
        places = [1 + list(kind.fields).index(name) for name in kind.key]
        named = [columns[place] for place in places]
        keys = named[0] if len(named) == 1 else list(zip(*named, strict=True))
        before = self._last.get(kind.kind)
        rising = (before is None or before < keys[0]) and all(map(lt, keys, keys[1:]))
        self._last[kind.kind] = keys[-1]
        if not rising:
            self._unsorted.add(kind.kind)

    def _too_many(self, reader: FileReader) -> None:
        told = Refusal(reader.file.name, 0, "", str(len(self.refusals)), Fault.TOO_MANY, "")
        del self.refusals[MOST_LISTED:]
        self.refusals.append(told)

    def _counts(self) -> dict[int, dict[str, int]]:
        counts: dict[int, dict[str, int]] = {}
        for name in self.kinds:
            if name == DEBTS:
                continue
            # a bill is changed when one of its debts is
            debts = " AND f.n NOT IN (SELECT n / 2 FROM f_debts WHERE same = 0)"
            same = f"f.same = 1{debts if name == FileKind.BILLS else ''}"
            question = (
                f"SELECT f.n / {_LINE + 1}, COUNT(*), SUM(CASE WHEN f.seen IS NULL THEN 1 ELSE 0"  # noqa: S608
                f" END), SUM(CASE WHEN {same} THEN 1 ELSE 0 END) FROM f_{name} f"
                f" GROUP BY f.n / {_LINE + 1}"
            )
            for position, rows, new, unchanged in self.staging.rows(question, len(self._readers)):
                told = {"rows_new": int(new), "rows_unchanged": int(unchanged)}
                counts[position] = told | {"rows_changed": rows - int(new) - int(unchanged)}
        return counts


_LOOKED_UP: Final = {FileKind.PAYMENTS: "debt_id", DEBTS: "id"}
"""What later kinds look up among the found lines, and by which column."""
