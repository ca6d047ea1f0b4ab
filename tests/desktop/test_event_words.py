"""The words for what is recorded, and for who may do what."""

from __future__ import annotations

import pytest

from db.rules.permissions import Action
from db.rules.words import EventKind
from desktop.event_words import event_words
from desktop.permission_words import who_can


def test_every_kind_of_event_has_words_of_its_own(language):
    words = [event_words(kind) for kind in EventKind]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (Action.MANAGE_STAFF, "Administrators can do this."),
        (Action.UNLOCK_OFFICE_STAFF, "Supervisors and administrators can do this."),
        (Action.SEARCH, "Counter staff, phone staff and supervisors can do this."),
    ],
)
def test_a_tooltip_names_who_can(language, action, told):
    assert who_can(action) == told


def test_every_act_can_be_done_by_somebody(language):
    assert all(who_can(action).endswith("can do this.") for action in Action)
