"""Small builders of contacts and of what is said in them: a session in, an id out."""

from __future__ import annotations

import datetime as dt

from db.models import Contact, Contract, DebitAccount, IdentityCheck
from db.rules.contact_words import (
    Channel,
    CheckItem,
    CheckMethod,
    CheckResult,
    ContactState,
    Speaker,
)
from tests.factories import add_customer, add_staff

STARTED = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)
_ENDED = (ContactState.FINISHED, ContactState.WRONG_OPENING)


def _add(session, record):
    session.add(record)
    session.flush()
    return record.id


def add_contact(session, *, staff_id=None, customer_id=None, identity=None, **more):
    """An open contact at the counter with somebody; ``identity`` is who they were known as.

    ``customer_id=False`` has no customer; an ended contact took five minutes.
    """
    staff_id = staff_id or add_staff(session)
    customer_id = None if customer_id is False else customer_id or add_customer(session)
    facts = {
        "desk": "窓口3",
        "channel": Channel.COUNTER,
        "state": ContactState.OPEN,
        "started_at": STARTED,
    } | more
    if facts["state"] in _ENDED:
        facts = {"ended_at": facts["started_at"] + dt.timedelta(minutes=5)} | facts
    contact = Contact(staff_id=staff_id, customer_id=customer_id, **facts)
    contact_id = _add(session, contact)
    if identity is not None:
        add_identity_check(session, contact_id, speaker=identity)
    return contact_id


def add_identity_check(session, contact_id, *, speaker=Speaker.USER, staff_id=None, **more):
    """A driving licence seen at the counter; ``result`` and ``method`` say otherwise."""
    contact = session.get(Contact, contact_id)
    items = more.pop("items", (CheckItem.DRIVING_LICENCE,))
    facts = {
        "at": contact.started_at,
        "method": CheckMethod.DOCUMENT,
        "result": CheckResult.PASSED,
        "items": " ".join(item.value for item in items),
    } | more
    check = IdentityCheck(
        contact_id=contact_id, staff_id=staff_id or contact.staff_id, speaker=speaker, **facts
    )
    return _add(session, check)


def add_debit_account(session, contract_id, *, bank="北國銀行", branch="本店"):
    """The bank a contract is debited from."""
    assert session.get(Contract, contract_id) is not None
    return _add(session, DebitAccount(contract_id=contract_id, bank=bank, branch=branch))
