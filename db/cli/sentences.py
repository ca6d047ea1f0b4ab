"""What ``mizumado-db`` says when it cannot do what it is asked: what is wrong, and the cure."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from db.errors import OutOfReach, RuleBroken

_SENTENCES: Final = {
    "database.malformed_url": "This is not the address of a database: {url}. Write "
    "sqlite:////folder/mizumado.db, or postgresql+psycopg://user@host/name.",
    "database.missing": "There is no database at {file}. Check the address; "
    "`mizumado-db upgrade` makes a new one in a folder that exists.",
    "database.not_a_database": "{file} is there, but it is not a database of Mizumado. "
    "Check the address; nothing was changed.",
    "database.empty": "The database at {file} has no tables yet. Run `mizumado-db upgrade` first.",
    "database.older": "The database at {file} belongs to an older Mizumado. "
    "Make a backup, then run `mizumado-db upgrade`.",
    "database.newer": "The database belongs to a newer Mizumado. Update the program.",
    "database.locked": "Another program is writing to {file}. Wait until it has finished, "
    "or close it, then try again.",
    "database.read_only": "You have no right to write to {file}. Ask for the right to the file "
    "and its folder, or to the tables.",
    "database.unreachable": "The server does not answer for {file}. Check the network, the "
    "address and the password.",
    "database.damaged": "The database at {file} is damaged. Stop working with it and restore the "
    "last backup.",
    "database.references_broken": "Rows of {table} refer to others that are not there. "
    "Nothing was changed; restore the last backup.",
    "demo.not_empty": "This database has customers already. A fictional town goes only into an "
    "empty one.",
    "demo.too_few": "A town needs {least} customers at least, so that every kind occurs.",
    "demo.too_early": "A town cannot be as of {as_of}: the prices of its oldest bills are not "
    "known. The earliest day is {earliest}.",
    "mail.not_set_up": "Mail cannot be sent before the setting {name} says something.",
    "mail.insecure": "Without TLS mail goes only to a server on this computer, not to {host}. "
    "Set mail.security to starttls or tls.",
    "mail.fictional": "The people of this town are fictional: nothing is mailed to them over "
    "{host}, only over a server on this computer.",
    "mail.password_missing": "The password of {user} at the mail server has to be in the "
    "environment variable {variable}.",
    "setting.unreadable": "The setting {name} cannot be read: {value}.",
    "staff.login_id_malformed": "A login ID has up to 64 letters, digits, dots, hyphens and "
    "underlines, and begins with a letter or digit.",
    "staff.login_id_taken": "Somebody has the login ID {login_id} already. Choose another one.",
    "staff.unknown": "Nobody has the login ID {login_id}.",
    "office.unknown": "There is no office {office} yet. Name it with --office-name and "
    "--office-latin-name.",
    "text.missing": "Nothing is given for {field}.",
    "text.too_long": "What is given for {field} is too long: at most {max_length} characters.",
    "text.unreadable": "A text has a character that cannot be stored.",
    "text.line_break": "What is given for {field} has more than one line.",
    "text.control": "What is given for {field} has a control character.",
    "text.invisible": "What is given for {field} has an invisible character.",
    "anchor.malformed": "An anchor has 16 digits and letters from a to f, as `mizumado-db seal` "
    "printed them.",
    "record.changed": "Somebody else changed this at the same moment. Try again.",
}
_OUT_OF_REACH: Final = {
    "unreachable": "The database does not answer. Check the network, then try again.",
    "locked": "Somebody else is writing to the database. Try again in a moment.",
    "full": "The disk with the database is full. Nothing was stored; make room first.",
    "read_only": "The database may not be written to. Ask for the right.",
}


def sentence(error: RuleBroken | OutOfReach) -> str:
    """The sentence for a refusal; one without a sentence names its code and facts."""
    if isinstance(error, OutOfReach):
        return _OUT_OF_REACH[error.code]
    known = _SENTENCES.get(error.code)
    if known is None:
        return f"Refused: {error.code} {error.facts}"
    return known.format_map(defaultdict(lambda: "…", error.facts))
