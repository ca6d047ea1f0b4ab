"""Each role may do what its work needs, and no more."""

from __future__ import annotations

import pytest

from db.errors import RuleBroken
from db.rules.permissions import Action, may, require, who_may
from db.rules.words import Role

TABLE = {
    Action.SEARCH: "counter phone supervisor",
    Action.OPEN_CUSTOMER: "counter phone supervisor",
    Action.VIEW_BILLS: "counter phone supervisor",
    # an administrator's exports are those of the audit
    Action.EXPORT: "counter phone supervisor admin",
    Action.RECORD_CONTACT: "counter phone supervisor",
    Action.SET_HOLD: "counter phone supervisor",
    Action.HANDLE_MEMBERSHIP: "counter phone supervisor",
    Action.DECIDE_REGISTRATION: "counter phone supervisor",
    Action.HAND_OVER_PASSWORD: "counter supervisor",
    Action.OVERRIDE_IDENTITY: "supervisor",
    Action.SUSPEND_MEMBER: "supervisor",
    Action.OPEN_PROTECTED: "supervisor",
    Action.ISSUE_DOCUMENT: "counter phone supervisor",
    Action.RUN_BATCH: "supervisor",
    Action.DECIDE_CUTOFF: "supervisor",
    Action.WRITE_ANNOUNCEMENT: "supervisor",
    Action.PRINT_DAILY_SHEET: "supervisor",
    Action.MANAGE_SETTINGS: "admin",
    Action.UNLOCK_OFFICE_STAFF: "supervisor admin",
    Action.MANAGE_STAFF: "admin",
    Action.READ_OFFICE_AUDIT: "supervisor admin",
    Action.READ_AUDIT: "admin",
    Action.VERIFY_AUDIT: "admin",
    Action.BACK_UP: "admin",
    Action.IMPORT: "admin",
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_who_may_do_what(role, action):
    allowed = role.value in TABLE[action].split()
    assert may(role, action) is allowed
    assert (role in who_may(action)) is allowed
    if allowed:
        require(role, action)
    else:
        with pytest.raises(RuleBroken) as refused:
            require(role, action)
        assert refused.value.code == "permission.denied"
        assert refused.value.facts == {"action": action}
