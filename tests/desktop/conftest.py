"""What tests of screens stand on: a desk at which somebody works."""

from __future__ import annotations

import pytest

from db.queries.settings import bureau_facts
from db.queries.staff import staff_facts
from db.rules.words import Role
from desktop import theme
from desktop.desk import Desk
from desktop.format import LanguageCode
from desktop.i18n import Language
from desktop.messages import Messages
from desktop.screens.customer_input import CustomerInput
from desktop.screens.procedures.frame import ProcedureFrame, Step
from desktop.settings import Memory, Settings
from tests.desktop.small_procedure import Shop, SmallForm
from tests.factories import add_staff


@pytest.fixture
def language(qapp):
    """English, as the texts stand in the code; no later test hears any of it."""
    language = Language(LanguageCode.EN)
    yield language
    language.silence()


@pytest.fixture
def desk_for(qapp, sqlite_url, sqlite_database, tasks, clock, language, tmp_path):
    """Give ``desk_for(role)``: a desk where such a staff member has signed in."""
    theme.apply(qapp, theme.load())
    messages = Messages()

    def desk_for(role):
        with sqlite_database.writing() as session:
            staff_id = add_staff(session, role=role)
            staff, bureau = staff_facts(session, staff_id), bureau_facts(session)
        return Desk(
            tasks=tasks,
            database=sqlite_database,
            clock=clock,
            settings=Settings(database=sqlite_url, desk="counter 3", language="en"),
            memory=Memory(tmp_path / "memory.ini"),
            messages=messages,
            language=language,
            staff=staff,
            bureau=bureau,
        )

    return desk_for


@pytest.fixture
def desk(desk_for):
    """A desk at which a counter clerk has signed in, on an empty SQLite file, in English."""
    return desk_for(Role.COUNTER)


@pytest.fixture
def shop():
    """What the small procedure works on."""
    return Shop()


@pytest.fixture
def open_small(desk, shop, show, qtbot):
    """Open the small procedure for a case, and wait for the form unless it is kept back."""

    def open_small(case, *, step=Step.INPUT):
        frame = show(ProcedureFrame(desk, SmallForm(desk, case, shop)))
        frame.resize(1178, 560)
        qtbot.waitUntil(lambda: frame.step is step)
        return frame

    return open_small


@pytest.fixture
def open_procedure(show, qtbot):
    """Open a form, with the customer's own window beside it; wait for the step it begins with."""

    def open_procedure(form, *, step=Step.INPUT):
        frame = show(ProcedureFrame(form.desk, form))
        frame.resize(1178, 620)
        frame.window_of_customer = CustomerInput(form.desk, frame)
        frame.customer_wanted.connect(frame.window_of_customer.ask)
        frame.window_of_customer.gave.connect(frame.customer_gave)
        frame.window_of_customer.progressed.connect(frame.customer_is)
        qtbot.waitUntil(lambda: frame.step is step and not form.desk.tasks.busy)
        return frame

    return open_procedure
