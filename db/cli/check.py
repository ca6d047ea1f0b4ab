"""``mizumado-db check``: whether the database is sound, its search too, and its audit untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.cli.arguments import opened
from db.commands.search_keys import rebuild
from db.guard.opening import told_plainly
from db.queries.audit import audit_state
from db.queries.integrity import BrokenReference
from db.queries.search_health import SearchHealth
from db.queries.soundness import DamagedDocument, Part, faults
from db.rules.sealing import Finding, Tampering, read_anchor

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from db.cli.arguments import Commands
    from db.queries.soundness import Fault

_PARTS: Final = {
    Part.FILE: "File",
    Part.REFERENCES: "References",
    Part.SEARCH: "Search",
    Part.DOCUMENTS: "Documents",
    Part.AUDIT: "Audit",
}
_WORDS: Final = {
    Tampering.CHANGED: "events {first} to {last} were changed after they were sealed",
    Tampering.REMOVED: "events were removed from {first} to {last}",
    Tampering.INSERTED: "events were put in later from {first} to {last}",
    Tampering.UNREADABLE: "events {first} to {last} hold bytes that are no text",
    Tampering.SEAL_BROKEN: "seal {seal} does not follow the seal before it",
    Tampering.ANCHOR_UNKNOWN: "no seal has the printed anchor: the end of the audit was cut off, "
    "or it was sealed anew",
}


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the subcommand."""
    about = "check the database and its audit; exit code 1 if anything is found"
    parser = commands.add_parser("check", parents=[shared], help=about)
    parser.add_argument(
        "--anchor", help="the 16 digits on the last daily sheet: they show a cut-off end"
    )
    parser.add_argument(
        "--rebuild-search", action="store_true", help="make the index of the search anew first"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong, part by part; 1 if anything is."""
    anchor = None if arguments.anchor is None else read_anchor(arguments.anchor)
    with (
        opened(arguments, thorough=False) as database,
        told_plainly(str(database.engine.url)),
    ):
        if arguments.rebuild_search:
            with database.writing() as session:
                rebuild(session)
        with database.reading() as session:
            found = print_faults(faults(session, printed_anchor=anchor))
            state = audit_state(session)
    print(f"Audit events sealed: {state.sealed}; not sealed yet: {state.unsealed}")
    if anchor is None and state.anchor is not None:
        print("Without --anchor an audit whose end was cut off looks sound.")
    return 1 if found else 0


def print_faults(parts: Iterable[tuple[Part, tuple[Fault, ...]]]) -> int:
    """Print what is wrong with each part as soon as it is known, and give how much it is."""
    found = 0
    for part, wrong in parts:
        told = f"{len(wrong)} found" if wrong else "sound"
        print("\n  ".join([f"{_PARTS[part]}: {told}", *map(_words, wrong)]), flush=True)
        found += len(wrong)
    return found


def _words(fault: Fault) -> str:
    match fault:
        case Finding():
            words = _WORDS[fault.kind]
            return words.format(first=fault.after + 1, last=fault.up_to, seal=fault.seal_id)
        case DamagedDocument():
            return f"{fault.number} is not stored as it was issued"
        case SearchHealth():
            return _search_words(fault)
        case BrokenReference():
            return f"{fault.table}.{fault.column} leads nowhere (rows: {fault.rows})"
        case _:
            return fault


def _search_words(health: SearchHealth) -> str:
    counts = (
        (health.stale, "contracts under other names, places or numbers than theirs"),
        (health.miscounted, "miscounted pieces of names and numbers"),
        (health.misplaced, "pieces that lead to more or fewer contracts than have them"),
        (health.unfound, "contracts of a sample that are not found"),
    )
    told = "; ".join(f"{words}: {count}" for count, words in counts if count)
    return f"{told}. Make it anew: mizumado-db check --rebuild-search"
