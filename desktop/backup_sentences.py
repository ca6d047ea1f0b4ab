"""What is said when something hinders a backup, and of a file that only a backup can mend."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def backup_sentences() -> dict[str, str]:
    """The sentences for the codes of backups."""
    return _folder_sentences() | _copy_sentences() | _restoring_sentences()


def _folder_sentences() -> dict[str, str]:
    return {
        "backup.no_folder": translate(
            "Errors", "Choose a folder for backups first: a server's database has none by itself."
        ),
        "backup.folder_missing": translate(
            "Errors", "There is no folder {folder}. Make it, or choose another one."
        ),
        "backup.folder_closed": translate(
            "Errors",
            "You have no right to write to {folder}. Ask for the right, or choose another folder.",
        ),
        "backup.folder_full": translate(
            "Errors",
            "There is no room left in {folder}. Nothing half was kept; make room, or choose "
            "another folder.",
        ),
        "backup.folder_failed": translate(
            "Errors", "The folder {folder} cannot be written to: {why}. Nothing was kept."
        ),
    }


def _copy_sentences() -> dict[str, str]:
    return {
        "backup.damaged": translate(
            "Errors",
            "The database is damaged, so it was not backed up; earlier backups were kept. "
            "Stop working and have it looked at with mizumado-db check.",
        ),
        "backup.not_equal": translate(
            "Errors",
            "The copy does not hold the rows that were there when it was begun. It was not kept; "
            "try again.",
        ),
        "backup.no_program": translate(
            "Errors",
            "There is no {name} of the server's version on this computer. Have the package "
            "{package} installed.",
        ),
        "backup.program_failed": translate("Errors", "{name} failed: {why}"),
        "backup.stopped": translate("Errors", "Stopped; nothing was kept of it."),
    }


def _restoring_sentences() -> dict[str, str]:
    return {
        "backup.not_there": translate(
            "Errors", "The backup {file} is not there any more. Choose another one."
        ),
        "backup.no_manifest": translate(
            "Errors", "There is no manifest {manifest} beside {file}. Put it back beside it."
        ),
        "backup.wrong_file": translate("Errors", "{file} is no backup. Choose another file."),
        "backup.changed": translate(
            "Errors",
            "{file} was changed or cut short after it was made. It is of no use; choose another "
            "backup.",
        ),
        "database.damaged_backed_up": translate(
            "Errors",
            "The database file is damaged: {file}. Do not go on working. The newest good backup "
            "is {backup}, made {made}; the administrator brings it back with: {command}",
        ),
        "restore.newer": translate(
            "Errors", "{file} was made by a newer Mizumado, {program}. Update the program first."
        ),
        "restore.no_right": translate(
            "Errors",
            "This account may not make databases on the server of {file}. Have it given the "
            "right (CREATEDB).",
        ),
        "restore.other_kind": translate(
            "Errors", "{file} is a backup of a {kind} database and cannot be tried out here."
        ),
    }
