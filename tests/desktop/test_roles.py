"""What each role may begin in the window, and whose it is where a thing is greyed out."""

from __future__ import annotations

import pytest
import shiboken6

from db.rules.member_words import Procedure
from db.rules.permissions import Action, may
from db.rules.words import Role
from desktop.main_window import MainWindow
from desktop.permission_words import who_can
from desktop.screens.membership.offers import OFFERED

A = Action
OFFER_NEEDS = dict.fromkeys(OFFERED, A.HANDLE_MEMBERSHIP) | {
    Procedure.PASSWORD: A.HAND_OVER_PASSWORD,
    Procedure.MEMBER_STATE: A.SUSPEND_MEMBER,
    Procedure.DECIDE: A.DECIDE_REGISTRATION,
}


def parts(window):
    """Every part of the window that a role decides over, with the action it needs."""
    does, work, nav = window.actions_, window.work, window.nav
    entries = {entry._action: entry for entry in nav._entries}
    return {
        "list: registrations to decide": (entries[does.pending], A.DECIDE_REGISTRATION),
        "list: audit log": (entries[does.audit], A.READ_OFFICE_AUDIT),
        "list: staff accounts": (entries[does.staff], A.UNLOCK_OFFICE_STAFF),
        "list: batches": (entries[does.batches], A.RUN_BATCH),
        "list: data": (entries[does.data], A.BACK_UP),
        "list: daily sheet": (entries[does.daily_sheet], A.PRINT_DAILY_SHEET),
        "announcements: new": (work.common.announcements.new_button, A.WRITE_ANNOUNCEMENT),
        "settings: store": (work.common.settings.store, A.MANAGE_SETTINGS),
        "documents: issue": (work.rooms.documents.list.issue, A.ISSUE_DOCUMENT),
        "key: contact without a customer": (does.general, A.RECORD_CONTACT),
        "key: park": (does.park, A.RECORD_CONTACT),
        "bar above: parked": (window.top.parked, A.RECORD_CONTACT),
        "bar below: park": (window.function_bar.key(11), A.RECORD_CONTACT),
        "holds: set one": (work.rooms.holds.set, A.SET_HOLD),
        "holds: protect": (work.rooms.holds.protection.begin, A.OPEN_PROTECTED),
        "holds: end the protection": (work.rooms.holds.protection.end, A.OPEN_PROTECTED),
        "accounts: new": (work.common.staff.new_button, A.MANAGE_STAFF),
        "audit: verify": (work.common.audit.seals.verify, A.VERIFY_AUDIT),
        **{
            f"membership: {each}": (work.rooms.member.procedures[each], needed)
            for each, needed in OFFER_NEEDS.items()
        },
    }


@pytest.fixture
def window(desk_for, request):
    window = MainWindow(desk_for(request.param))
    yield window
    shiboken6.delete(window)


@pytest.mark.parametrize("window", Role, indirect=True, ids=str)
def test_what_a_role_may_not_do_is_there_greyed_out_and_says_who_can(window):
    role = window._desk.staff.role
    wrong = []
    for name, (part, needed) in parts(window).items():
        told = part.toolTip()
        if may(role, needed):
            fits = who_can(needed) not in told
        else:
            fits = not part.isEnabled() and who_can(needed) in told
        if not fits:
            wrong.append((name, part.isEnabled(), told))
    assert wrong == []
