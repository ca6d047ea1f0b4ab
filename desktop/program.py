"""What needs the database, the tables and the chart: imported only once the login is painted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.demo.accounts import PRACTICE_ID, PRACTICE_PASSWORD
from db.demo.practice import prepare
from db.guard.opening import open_database
from db.guard.sign_in import sign_in
from db.queries.announcements import portal_closed
from db.queries.settings import BureauFacts, bureau_facts
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.notices_command import notices
from desktop.screens.new_password import NewPassword
from desktop.screens.texts import TextDialog
from desktop.settings import practice_file
from desktop.tour.tour import render

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.announcements import Closure
    from desktop.settings import Settings

__all__ = [
    "Desk",
    "MainWindow",
    "NewPassword",
    "Opened",
    "TextDialog",
    "notices",
    "open_at",
    "render",
    "sign_in",
]


@dataclass(frozen=True, slots=True)
class Opened:
    """A database that can be signed in to, and what its login form says."""

    settings: Settings
    bureau: BureauFacts
    practice_login: tuple[str, str] | None
    closure: Closure | None = None


def open_at(settings: Settings, now: dt.datetime) -> Opened:
    """Look whether the desk's database can be used; practice mode makes its own first.

    Raises RuleBroken ``database.…`` with what is wrong and OutOfReach.
    """
    if settings.practice:
        settings = replace(settings, database=prepare(practice_file(), now=now))
    database = open_database(settings.database)
    try:
        with database.reading() as session:
            bureau = bureau_facts(session)
            closure = portal_closed(session, now=now)
    finally:
        database.dispose()
    practice_login = (PRACTICE_ID, PRACTICE_PASSWORD) if bureau.fictional else None
    return Opened(settings, bureau, practice_login, closure)
