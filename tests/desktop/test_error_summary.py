"""The list above a form of what must be put right in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import theme
from desktop.theme import Kind
from desktop.widgets.choices import ChoicesField
from desktop.widgets.combo import ComboField
from desktop.widgets.error_summary import ErrorSummary, Fault
from desktop.widgets.layouts import column
from desktop.widgets.step_chips import StepChips
from tests.desktop.procedure_help import ENTER, press


@pytest.fixture
def form(qapp, show):
    theme.apply(qapp, theme.load())
    form = QWidget()
    form.summary = ErrorSummary()
    form.edits = [QLineEdit(), QLineEdit()]
    form.setLayout(column(form.summary, *form.edits))
    show(form)
    return form


@pytest.fixture
def faults(form):
    first, second = form.edits
    return [Fault("E-mail", "Put an @ & a dot in", first), Fault("Town", "Type it", second)]


def test_it_says_how_many_and_which(form, faults):
    assert not form.summary.isVisible()
    form.summary.show_faults(faults)
    assert form.summary.isVisible()
    assert form.summary.count.text().startswith("Please put 2")
    told = [link.accessibleName() for link in form.summary.links]
    assert told == ["E-mail: Put an @ & a dot in", "Town: Type it"]
    assert "Town: Type it" in form.summary.accessibleName()
    form.summary.show_faults([])
    assert not form.summary.isVisible()


def test_each_line_leads_to_its_field(form, faults):
    form.summary.show_faults(faults)
    form.summary.take_focus()
    assert form.summary.links[0].hasFocus()
    press(form, ENTER)
    assert form.edits[0].hasFocus()
    form.summary.links[1].click()
    assert form.edits[1].hasFocus()


def test_the_next_error_comes_around(form, faults):
    form.summary.show_faults(faults)
    reached = []
    for _ in range(3):
        form.summary.to_next()
        reached.append(form.edits.index(form.focusWidget()))
    assert reached == [0, 1, 0]


def test_the_focus_stays_in_the_list_while_it_gets_shorter(form, faults):
    form.summary.show_faults(faults)
    form.summary.take_focus()
    form.summary.show_faults(faults[1:])
    assert form.summary.links[0].hasFocus()


def test_steps_tell_what_is_behind_and_what_is_to_come(qapp):
    steps = StepChips(3)
    steps.set_names(["Identity", "Input", "Done"])
    steps.set_current(1)
    assert [chip.text() for chip in steps.chips] == ["1 Identity", "2 Input", "3 Done"]
    assert [chip.kind for chip in steps.chips] == [Kind.OK, Kind.INFO, Kind.MUTE]
    assert steps.accessibleName() == "2/3 Input"


def test_a_choice_keeps_its_value_while_its_words_change(qapp):
    field = ComboField()
    field.set_choices([(1, "one"), (2, "two")])
    field.choose(2)
    field.set_choices([(1, "一"), (2, "二")])
    assert (field.value(), field.words()) == (2, "二")
    field.choose(3)
    assert field.value() == 2


def test_ticks_keep_their_values_while_their_words_change(qapp):
    field = ChoicesField()
    field.set_choices([("a", "A & B"), ("c", "C")])
    field.take(["c"])
    field.set_choices([("a", "あ"), ("c", "う")])
    assert (field.taken(), field.words()) == (("c",), "う")
