"""Making somebody a member at the desk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.member_registration import register
from db.errors import RuleBroken
from db.models import Contact, Member
from db.rules.contact_words import Channel, ContactState, Speaker
from db.rules.member_words import MailKind, MemberState, RegisteredVia, SecretQuestion
from db.rules.words import EventKind, PasswordKind, Role
from tests.db.member_desk import MemberDesk, new_key, prepared_answer, prepared_password
from tests.factories import add_contract, add_customer
from tests.member_factories import add_member
from tests.protection_factories import add_protection


@pytest.fixture
def desk(database, clock):
    return MemberDesk(database, clock)


def refusal(desk, form=None, **more):
    facts = {"password": prepared_password(), "answer": prepared_answer()} | more
    return desk.refused(register, form or desk.form(), **facts)


def test_who_is_checked_in_person_is_a_member_at_once(desk, clock):
    done = desk.register()
    assert (done.state, done.login_id) == (MemberState.ACTIVE, "hanako1")
    member = desk.row(done.member_id)
    assert (member.postal_code, member.phone) == ("9200853", "076-123-4567")
    assert (member.registered_via, member.activated_at) == (RegisteredVia.DESK, clock())
    assert member.password_kind is PasswordKind.OWN
    assert desk.holding(desk.contract_id) == [done.member_id]
    assert desk.mails() == [(MailKind.REGISTERED, "hanako@example.jp", {"receipt": done.number})]


def test_the_receipt_number_begins_with_the_day(desk):
    assert desk.register().number.startswith("20240918-")


def test_the_card_shows_the_new_member_masked(desk):
    desk.register()
    facts = desk.facts()
    assert (facts.email_masked, facts.phone_masked) == ("ha***@example.jp", "076-***-4567")
    assert [held.contract_id for held in facts.contracts] == [desk.contract_id]
    assert (facts.has_secret, facts.question) == (True, SecretQuestion.FIRST_PET)


def test_a_bureau_may_decide_on_every_registration(desk):
    desk.set("members.activate_at_desk", "no")
    done = desk.register()
    assert done.state is MemberState.PENDING
    assert (desk.holding(desk.contract_id), desk.mails()) == ([], [])


def test_who_registers_by_phone_is_decided_on(desk):
    contact_id = desk.meet(channel=Channel.PHONE)
    assert desk.register(contact_id=contact_id).state is MemberState.PENDING


def test_by_phone_nobody_types_a_secret(desk):
    contact_id = desk.meet(channel=Channel.PHONE)
    member_id = desk.register(contact_id=contact_id, password=None, answer=None).member_id
    row = desk.row(member_id)
    assert (row.password_hash, row.secret_question, row.secret_answer_hash) == (None, None, None)


def test_who_chose_no_password_is_mailed_one(desk):
    done = desk.register(password=None)
    assert desk.row(done.member_id).password_hash is None
    assert desk.mail_kinds() == [MailKind.REGISTERED, MailKind.ONE_TIME_PASSWORD]


def test_the_audit_knows_of_it_without_any_value(desk):
    done = desk.register()
    facts = {
        "contact": desk.contact_id,
        "member": done.member_id,
        "receipt": done.number,
        "state": "active",
    }
    assert desk.events() == [(EventKind.MEMBER_REGISTERED, desk.customer_id, facts)]


def test_sending_the_form_off_twice_gives_the_same_receipt_and_one_member(desk):
    key = new_key()
    assert desk.register(key=key) == desk.register(key=key)
    assert (desk.members(), len(desk.mails()), len(desk.events())) == (1, 1, 1)


def test_the_receipt_is_told_again_after_the_contact_ended(desk, clock):
    key = new_key()
    done = desk.register(key=key)
    with desk.database.writing() as session:
        contact = session.get_one(Contact, desk.contact_id)
        contact.state, contact.ended_at = ContactState.FINISHED, clock()
    assert desk.register(key=key) == done


@pytest.mark.parametrize("form", [{"login_id": "HANAKO1"}, {"login_id": "ｈａｎａｋｏ１"}])
def test_a_login_id_is_taken_however_it_is_typed(desk, form):
    with desk.database.writing() as session:
        add_member(session, login_id="hanako1")
    assert refusal(desk, desk.form(**form)) == "login_id.taken"


def test_the_login_id_of_somebody_who_left_is_free(desk):
    with desk.database.writing() as session:
        add_member(session, login_id="hanako1", state=MemberState.WITHDRAWN)
    assert desk.register().login_id == "hanako1"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"contract_ids": ()}, "location.none_chosen"),
        ({"contract_ids": (999_999,)}, "contract.gone"),
        ({"terms_version": "2019-01"}, "terms.changed"),
        ({"question": SecretQuestion.FIRST_SCHOOL}, "answer.other_question"),
        ({"login_id": "hanako2"}, "password.other_login_id"),
        ({"email": "花子@example.jp"}, "email.not_ascii"),
        ({"name": "山田\n花子"}, "text.line_break"),
        ({"phone": ""}, "text.missing"),
    ],
)
def test_a_form_that_will_not_do_changes_nothing(desk, wrong, code):
    assert refusal(desk, desk.form(**wrong)) == code
    assert (desk.members(), desk.events(), desk.mails()) == (0, [], [])


def test_somebody_elses_contract_is_refused(desk):
    theirs = desk.contract(desk.somebody())
    assert refusal(desk, desk.form(contract_ids=(desk.contract_id, theirs))) == (
        "location.other_holder"
    )


def test_nobody_is_a_member_twice(desk):
    desk.member(contract_ids=())
    assert refusal(desk) == "member.exists"


@pytest.mark.parametrize("speaker", [Speaker.CO_RESIDENT, Speaker.OWNER])
def test_a_speaker_who_may_not_is_refused(desk, speaker):
    assert refusal(desk, contact_id=desk.meet(identity=speaker)) == "identity.not_for_this"


def test_nothing_happens_before_the_check(desk):
    assert refusal(desk, contact_id=desk.meet(identity=None)) == "identity.missing"


def test_the_check_of_another_customer_does_not_count(desk):
    assert refusal(desk, contact_id=desk.meet(desk.somebody())) == "identity.missing"


def test_another_clerks_contact_does_not_count(desk, clock):
    other = MemberDesk(desk.database, clock)
    assert refusal(desk, contact_id=other.contact_id) == "permission.denied"


def test_a_right_taken_away_while_the_form_is_open_counts(desk):
    desk.give_role(Role.ADMIN)
    assert refusal(desk) == "permission.denied"


def test_a_protected_customer_does_not_exist_for_the_counter(desk):
    with desk.database.writing() as session:
        add_protection(session, desk.customer_id)
    assert refusal(desk) == "customer.gone"


def test_a_form_shows_no_personal_value_when_it_is_logged(desk):
    told = repr(desk.form()) + repr(prepared_password()) + repr(prepared_answer())
    assert "花子" not in told
    assert "hanako@" not in told
    assert "$2b$" not in told


def try_at_once(desk, forms):
    """Send several forms off at the same moment, from a window each."""

    def send(form):
        contact_id = desk.meet(form.customer_id)
        try:
            with desk.database.writing() as session:
                done = register(
                    session,
                    form,
                    password=None,
                    answer=prepared_answer(),
                    contact_id=contact_id,
                    key=new_key(),
                    by=Actor(desk.staff_id, "窓口3"),
                    now=desk.clock(),
                )
        except RuleBroken as broken:
            return broken.code
        return done.state

    with ThreadPoolExecutor(len(forms)) as windows:
        return sorted(map(str, windows.map(send, forms)))


def test_of_windows_that_want_one_login_id_at_once_exactly_one_gets_it(desk):
    forms = []
    for _ in range(4):
        customer_id = desk.somebody()
        contract_ids = (desk.contract(customer_id),)
        forms.append(desk.form(customer_id=customer_id, contract_ids=contract_ids))
    assert try_at_once(desk, forms) == ["active"] + ["login_id.taken"] * 3
    assert desk.members() == 1


def test_of_windows_that_register_one_customer_at_once_exactly_one_does(desk):
    forms = [desk.form(login_id=f"hanako{number}") for number in range(4)]
    assert try_at_once(desk, forms) == ["active"] + ["member.exists"] * 3
    with desk.database.reading() as session:
        assert len(session.scalars(select(Member)).all()) == 1


def test_a_contract_another_membership_holds_is_taken(desk):
    with desk.database.writing() as session:
        other = add_customer(session)
        add_member(session, other, (desk.contract_id,))
        free = add_contract(session, desk.customer_id)
    assert refusal(desk) == "location.taken"
    assert desk.register(desk.form(contract_ids=(free,))).state is MemberState.ACTIVE
