"""The words for what is recorded, and for who may do what."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.rules.permissions import Action
from db.rules.words import EventKind
from desktop.event_facts import facts_words
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


@pytest.mark.parametrize(
    ("kind", "facts", "told"),
    [
        (
            EventKind.SEARCHED,
            {"text": "ヤマダ", "only": "unpaid"},
            "Looked for: ヤマダ  Shown: with unpaid bills",
        ),
        (EventKind.CUSTOMER_OPENED, {"reason": "number"}, "Reason: by a whole number"),
        (
            EventKind.SIGN_IN_FAILED,
            {"reason": "locked", "staff": 7},
            "Account: 田中  Reason: ID locked",
        ),
        (EventKind.LOCKED, {"until": "2024-09-18T09:28:00+00:00"}, "Until when: 9/18 18:28"),
        (
            EventKind.IDENTITY_CHECKED,
            {"contact": 3, "items": "name place", "result": "passed", "wrong": None},
            "Asked or shown: Name, Place of use  Result: passed",
        ),
        (EventKind.IDENTITY_OVERRIDDEN, {"reason": "known here"}, "Reason: known here"),
        (EventKind.CONTACT_FINISHED, {"follow_up_on": "2024-09-30"}, "Follow-up day: 2024/09/30"),
        (
            EventKind.MEMBER_CHANGED,
            {"fields": "email", "email_before": "ya***", "email_after": "ha***"},
            "Changed: e-mail  e-mail after: ha***  e-mail before: ya***",
        ),
        (
            EventKind.PRINTED,
            {"what": "control_copy", "to": "printer"},
            "Gone to: a printer  Contents: Control copy",
        ),
        (
            EventKind.AUDIT_READ,
            {"kinds": "searched customer_opened", "office": 3, "before": 9, "until": ""},
            "Kinds of acts: Searched, Customer opened",
        ),
        (EventKind.HOLD_SET, {"why": "dispute", "hold": 4}, "Kind: Dispute"),
        (EventKind.EXPORTED, {"what": "bills.csv", "rows": 12}, "Contents: bills.csv  Rows: 12"),
    ],
)
def test_particulars_are_told_in_words(language, kind, facts, told):
    assert facts_words(kind, facts, {7: "田中"}) == told


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    kind=st.sampled_from(EventKind),
    facts=st.dictionaries(
        st.sampled_from(["reason", "items", "state", "until", "staff", "another"]),
        st.none() | st.integers() | st.text(max_size=20),
    ),
)
def test_what_has_no_words_is_told_as_it_was_recorded(language, kind, facts):
    told = facts_words(kind, facts)
    assert all(str(value) in told for key, value in facts.items() if key == "another" and value)
