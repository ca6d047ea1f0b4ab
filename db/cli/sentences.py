"""What ``mizumado-db`` says when it cannot do what it is asked: what is wrong, and the cure."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from db.cli.import_words import IMPORT_SENTENCES
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
    "database.damaged_backed_up": "The database at {file} is damaged. Stop working with it. Its "
    "newest good backup is {backup}, made {made} in Japan. Bring it back with: {command}",
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
    **IMPORT_SENTENCES,
    "record.changed": "Somebody else changed this at the same moment. Try again.",
}
_SENTENCES_OF_BACKUPS: Final = {
    "backup.changed": "{file} is not what its manifest says: it was changed or cut short after it "
    "was made. Nothing was done with it; take another backup.",
    "backup.damaged": "The database at {file} is damaged, so it was not backed up, and the "
    "backups there are were kept. Run `mizumado-db check`.",
    "backup.folder_closed": "You have no right to write to the folder {folder}. Ask for the "
    "right, or name another one with --folder.",
    "backup.folder_failed": "The folder {folder} cannot be written to: {why}. Nothing was kept.",
    "backup.folder_full": "There is no room left in the folder {folder}. Nothing half was kept; "
    "make room, or name another folder with --folder.",
    "backup.folder_missing": "There is no folder {folder}. Make it, or name another one with "
    "--folder.",
    "backup.no_folder": "Name the folder for backups with --folder, or in the setting "
    "backup.folder.",
    "backup.no_manifest": "There is no manifest {manifest} beside {file}. Put it back beside the "
    "backup; without it nobody can tell whether the backup is whole.",
    "backup.no_program": "There is no {name} of the server's version on this computer. Install "
    "the package {package}.",
    "backup.no_time": "Say at what time with --every-day 2:30, or in the setting backup.time.",
    "backup.not_equal": "The copy does not hold the rows that were in {file} when it was begun. "
    "It was not kept; try again, and run `mizumado-db check` if this comes again.",
    "backup.not_there": "There is no backup {file}. Check the name.",
    "backup.program_failed": "{name} failed: {why}",
    "backup.stopped": "Stopped; nothing was kept of it.",
    "backup.wrong_file": "{file} is no backup. Name a file that ends with .db or .dump, with its "
    "manifest beside it.",
    "restore.in_use": "Somebody is working with {file}. Close the program at every desk, stop "
    "`mizumado-db` with --every or --every-day, and try again. Nothing was changed.",
    "restore.newer": "{file} was made by a newer Mizumado, {program}. Update the program first.",
    "restore.no_right": "This account may not make or rename databases on the server of {file}. "
    "Name one that may in --database, or give it CREATEDB. Nothing was changed.",
    "restore.not_empty": "There are data at {file} already. With --replace the backup takes "
    "their place, and they are kept under another name.",
    "restore.not_equal": "The table {table} did not come back as it was backed up. Nothing was "
    "changed; take another backup.",
    "restore.other_kind": "{file} is a backup of a {kind} database. Name a database of that kind "
    "with --database.",
}
_OUT_OF_REACH: Final = {
    "unreachable": "The database does not answer. Check the network, then try again.",
    "locked": "Somebody else is writing to the database. Try again in a moment.",
    "full": "The disk with the database, or with its temporary files, is full. Nothing was stored "
    "and the data are as before; make room on it, then try again.",
    "exhausted": "The server of the database has no memory or connection left. Nothing was stored "
    "and the data are as before; try again in a moment, and tell whoever runs the server if this "
    "comes again.",
    "read_only": "The database may not be written to. Ask for the right.",
}


def sentence(error: RuleBroken | OutOfReach) -> str:
    """The sentence for a refusal; one without a sentence names its code and facts."""
    if isinstance(error, OutOfReach):
        return _OUT_OF_REACH[error.code]
    known = (_SENTENCES | _SENTENCES_OF_BACKUPS).get(error.code)
    if known is None:
        return f"Refused: {error.code} {error.facts}"
    return known.format_map(defaultdict(lambda: "…", error.facts))
