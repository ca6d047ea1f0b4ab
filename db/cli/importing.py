"""``mizumado-db import``: stores a delivery of the billing host, whole or not at all."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tqdm import tqdm

from db.cli.arguments import actor, opened
from db.cli.import_words import FAULTS
from db.cli.stopping import told_to_stop
from db.errors import RuleBroken
from db.exchange.importing import import_files
from db.exchange.kinds import KINDS
from db.exchange.layout_files import load_layouts
from db.rules.csv_safety import csv_cell
from db.rules.import_words import ImportState
from db.rules.periods import in_japan

if TYPE_CHECKING:
    import argparse

    from db.cli.arguments import Commands
    from db.rules.import_facts import FileReport, ImportReport, Progress, Refusal

_MOST_PRINTED: Final = 100
_ENDED: Final = {
    ImportState.STORED: "Stored.",
    ImportState.REFUSED: "Refused: nothing was stored.",
    ImportState.CANCELLED: "Cancelled: nothing was stored.",
    ImportState.CAME_BEFORE: "These files were stored before, at {at}; nothing was changed.",
}
_TITLES: Final = ("file", "line", "field", "value", "reason", "expected", "sentence")


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand."""
    about = "store a delivery of the billing host; exit code 1 if it was refused"
    parser = commands.add_parser("import", parents=[shared], help=about)
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="files, or their folder"
    )
    parser.add_argument(
        "--layouts",
        type=Path,
        metavar="DIR",
        help="the bureau's own layouts (default: the folder exchange beside settings.toml)",
    )
    parser.add_argument("--dry-run", action="store_true", help="read and check only")
    parser.add_argument(
        "--most-refused",
        metavar="N",
        help="how many lines may be refused: 0, 20 or 0.5%% (default: import.most_refused)",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write refused lines as CSV")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Store the files and tell what became of each; 1 unless they are stored now, or were."""
    layouts = load_layouts(arguments.layouts)
    with opened(arguments) as database, told_to_stop() as stop, _Bar() as bar:
        report = import_files(
            database,
            arguments.paths,
            by=actor(),
            now=arguments.now,
            layouts=layouts,
            progress=bar.show,
            stopped=stop.is_set,
            limit=arguments.most_refused,
            trial=arguments.dry_run,
        )
    _tell(report)
    if arguments.report is not None:
        _write(report, arguments.report)
    return 0 if report.state in (ImportState.STORED, ImportState.CAME_BEFORE) else 1


class _Bar:
    def __init__(self) -> None:
        self._stage = ""
        self._bar = tqdm(disable=None, unit="B", unit_scale=True)

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def show(self, progress: Progress) -> None:
        """Draw how far the run is."""
        if self._stage != progress.stage:
            self._stage = progress.stage
            self._bar.set_description(progress.stage)
            self._bar.reset(progress.of)
        self._bar.update(progress.done - self._bar.n)


def sentence_of(refusal: Refusal) -> str:
    """What is wrong with a line, in English."""
    facts = {"field": refusal.field, "value": refusal.value, "expected": refusal.expected}
    return FAULTS[refusal.reason].format_map(facts)


def _tell(report: ImportReport) -> None:
    for file in report.files:
        print(_line(file))
    for refusal in report.refusals[:_MOST_PRINTED]:
        line = f":{refusal.line}" if refusal.line else ""
        print(f"{refusal.file}{line}: {sentence_of(refusal)}", file=sys.stderr)
    if len(report.refusals) > _MOST_PRINTED:
        more = len(report.refusals) - _MOST_PRINTED
        print(f"… and {more:,} more; --report FILE lists all.", file=sys.stderr)
    at = in_japan(report.came_at or report.ended_at)
    told = _ENDED[report.state].format(at=f"{at:%Y-%m-%d %H:%M}")
    print("Checked; nothing was stored." if _only_tried(report) else told)


def _only_tried(report: ImportReport) -> bool:
    return report.trial and report.state is ImportState.STORED


def _line(file: FileReport) -> str:
    # a sum of nothing is told of what has amounts alone
    sums = f", {file.yen:,} yen" if KINDS[file.kind].yen else ""
    sums += f", {file.usage_m3:,} m3" if KINDS[file.kind].usage_m3 else ""
    return (
        f"{file.name}: {file.rows_read:,} records ({file.rows_new:,} new, "
        f"{file.rows_changed:,} changed, {file.rows_unchanged:,} as stored, "
        f"{file.rows_refused:,} refused){sums}"
    )


def _write(report: ImportReport, place: Path) -> None:
    try:
        with place.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(_TITLES)
            rows.writerows(map(_cells, report.refusals))
    except OSError as error:
        raise RuleBroken("import.report", file=str(place), why=error.strerror) from error


def _cells(refusal: Refusal) -> tuple[str, ...]:
    texts = (refusal.file, refusal.line, refusal.field, refusal.value, refusal.reason)
    told = (*texts, refusal.expected, sentence_of(refusal))
    return tuple(csv_cell(str(text)) for text in told)
