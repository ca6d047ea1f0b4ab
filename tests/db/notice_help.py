"""Facts of notices as a clerk asks for them, for tests."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.queries.notice_catalogue import facts_for
from db.rules.notice_facts import Wanted
from db.rules.periods import TOKYO
from tests.desktop.paper_help import ISSUER

TODAY = dt.date(2024, 9, 18)
MAY, JULY, SEPTEMBER = dt.date(2024, 5, 1), dt.date(2024, 7, 1), dt.date(2024, 9, 1)


def facts_of(database, kind, contract_id, *bill_ids, today=TODAY, **wanted):
    """What the notice of a contract says, or of some of its bills."""
    now = dt.datetime.combine(today, dt.time(10, 44), tzinfo=TOKYO)
    asked = Wanted(kind, contract_id, bill_ids, **wanted)
    with database.reading() as session:
        return facts_for(session, asked, issuer=ISSUER, now=now)


def refused(database, kind, contract_id, *bill_ids, **more):
    """Expect that there is nothing to write about."""
    with pytest.raises(RuleBroken) as caught:
        facts_of(database, kind, contract_id, *bill_ids, **more)
    assert (caught.value.code, caught.value.facts) == ("notice.nothing", {"kind": kind})
