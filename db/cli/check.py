"""``mizumado-db check``: whether the database is sound and its audit untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.cli.arguments import opened
from db.guard.opening import told_plainly
from db.queries.audit import audit_state, check_audit
from db.queries.documents import damaged_documents
from db.queries.integrity import broken_references, file_faults
from db.rules.sealing import Finding, Tampering, read_anchor

if TYPE_CHECKING:
    import argparse

    from sqlalchemy.orm import Session

    from db.cli.arguments import Commands

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
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong, part by part; 1 if anything is."""
    anchor = None if arguments.anchor is None else read_anchor(arguments.anchor)
    with (
        opened(arguments, thorough=False) as database,
        told_plainly(str(database.engine.url)),
        database.reading() as session,
    ):
        wrong = [
            *_told("File", file_faults(session)),
            *_told("References", _reference_faults(session)),
            *_told("Documents", _document_faults(session)),
            *_told("Audit", _audit_faults(session, anchor)),
        ]
        state = audit_state(session)
    print(f"Audit events sealed: {state.sealed}; not sealed yet: {state.unsealed}")
    if anchor is None and state.anchor is not None:
        print("Without --anchor an audit whose end was cut off looks sound.")
    return 1 if wrong else 0


def _told(part: str, faults: tuple[str, ...]) -> tuple[str, ...]:
    print(f"{part}: {'sound' if not faults else f'{len(faults)} found'}", flush=True)
    for fault in faults:
        print(f"  {fault}", flush=True)
    return faults


def _reference_faults(session: Session) -> tuple[str, ...]:
    return tuple(
        f"{broken.table}.{broken.column} leads nowhere (rows: {broken.rows})"
        for broken in broken_references(session)
    )


def _document_faults(session: Session) -> tuple[str, ...]:
    numbers = damaged_documents(session)
    return tuple(f"{number} is not stored as it was issued" for number in numbers)


def _audit_faults(session: Session, anchor: str | None) -> tuple[str, ...]:
    return tuple(map(_words, check_audit(session, printed_anchor=anchor)))


def _words(finding: Finding) -> str:
    words = _WORDS[finding.kind]
    return words.format(first=finding.after + 1, last=finding.up_to, seal=finding.seal_id)
