"""What every screen is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from db.commands.audit import Actor

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from db.engine import Database
    from db.guard.sign_in import StaffFacts
    from db.queries.settings import BureauFacts
    from desktop.i18n import Language
    from desktop.messages import Messages
    from desktop.settings import Memory, Settings
    from desktop.tasks import Tasks


def random_key() -> str:
    """A key by which an act's repetitions are known, made when its form is opened."""
    return str(uuid4())


@dataclass(frozen=True, slots=True)
class Desk:
    """One signed-in desk: who works here, on what, and how to ask and tell."""

    tasks: Tasks
    database: Database
    clock: Callable[[], dt.datetime]
    settings: Settings
    memory: Memory
    messages: Messages
    language: Language
    staff: StaffFacts
    bureau: BureauFacts
    new_key: Callable[[], str] = random_key

    @property
    def actor(self) -> Actor:
        """Who is written into the audit for what happens here."""
        return Actor(self.staff.id, self.settings.desk)

    @property
    def now(self) -> dt.datetime:
        """The moment, aware, in Japan's time."""
        return self.clock()

    @property
    def today(self) -> dt.date:
        """The day in Japan."""
        return self.clock().date()
