"""The codes of a contact (応対): how it came, who spoke, how they were known, what it was about."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Channel(StrEnum):
    """How a customer comes: to the counter, by phone, by post; or office work without them."""

    COUNTER = "counter"
    PHONE = "phone"
    POST = "post"
    OFFICE = "office"


class ContactState(StrEnum):
    """Where a contact stands; a wrong opening (誤検索) ended before anything was said."""

    OPEN = "open"
    PARKED = "parked"
    FINISHED = "finished"
    WRONG_OPENING = "wrong_opening"


class TopicGroup(StrEnum):
    """What a contact is about, roughly."""

    BILLING = "billing"
    USAGE = "usage"
    MEMBERSHIP = "membership"
    MOVING = "moving"
    FAULT = "fault"
    OTHER = "other"


class Topic(StrEnum):
    """What a contact is about (用件)."""

    BILL_QUESTION = "bill_question"
    SLIP_REISSUE = "slip_reissue"
    PAYMENT_REPORTED = "payment_reported"
    INSTALMENTS = "instalments"
    DIRECT_DEBIT = "direct_debit"
    USAGE_QUESTION = "usage_question"
    LEAK_SUSPECTED = "leak_suspected"
    METER = "meter"
    REGISTER = "register"
    CHANGE = "change"
    RECOVERY = "recovery"
    LOCATIONS = "locations"
    WITHDRAWAL = "withdrawal"
    MOVING_IN = "moving_in"
    MOVING_OUT = "moving_out"
    NAME_CHANGE = "name_change"
    WATER_CUT = "water_cut"
    MUDDY_WATER = "muddy_water"
    LEAK_OUTSIDE = "leak_outside"
    WRONG_NUMBER = "wrong_number"
    COMPLAINT = "complaint"
    OTHER = "other"


TOPICS: Final = {
    TopicGroup.BILLING: (
        Topic.BILL_QUESTION,
        Topic.SLIP_REISSUE,
        Topic.PAYMENT_REPORTED,
        Topic.INSTALMENTS,
        Topic.DIRECT_DEBIT,
    ),
    TopicGroup.USAGE: (Topic.USAGE_QUESTION, Topic.LEAK_SUSPECTED, Topic.METER),
    TopicGroup.MEMBERSHIP: (
        Topic.REGISTER,
        Topic.CHANGE,
        Topic.RECOVERY,
        Topic.LOCATIONS,
        Topic.WITHDRAWAL,
    ),
    TopicGroup.MOVING: (Topic.MOVING_IN, Topic.MOVING_OUT, Topic.NAME_CHANGE),
    TopicGroup.FAULT: (Topic.WATER_CUT, Topic.MUDDY_WATER, Topic.LEAK_OUTSIDE),
    TopicGroup.OTHER: (Topic.WRONG_NUMBER, Topic.COMPLAINT, Topic.OTHER),
}
"""The topics of each group, in the order in which they are offered."""


class FollowUpBy(StrEnum):
    """Who takes up a contact again: whoever had it, or a supervisor of the office."""

    STAFF = "staff"
    SUPERVISOR = "supervisor"


class Speaker(StrEnum):
    """Who speaks for a customer: a party of the contract, or a representative by kind."""

    USER = "user"
    ADDRESSEE = "addressee"
    ACCOUNT_HOLDER = "account_holder"
    OWNER = "owner"
    MANAGER = "manager"
    CO_RESIDENT = "co_resident"
    AGENT = "agent"
    GUARDIAN = "guardian"
    HEIR = "heir"
    EMPLOYEE = "employee"
    THIRD_PARTY = "third_party"


class CheckMethod(StrEnum):
    """By what a speaker was known (本人確認)."""

    DOCUMENT = "document"
    QUESTIONS = "questions"
    CALL_BACK = "call_back"
    OVERRIDE = "override"


class CheckResult(StrEnum):
    """How an identity check ended."""

    PASSED = "passed"
    FAILED = "failed"


class CheckItem(StrEnum):
    """What was asked or shown: kinds only, never a document's number, never an answer."""

    NAME = "name"
    PLACE = "place"
    CUSTOMER_NUMBER = "customer_number"
    DEBIT_BANK = "debit_bank"
    LAST_AMOUNT = "last_amount"
    CALLED_BACK = "called_back"
    SECRET_ANSWER = "secret_answer"  # noqa: S105 the name of a question
    MY_NUMBER_CARD = "my_number_card"
    DRIVING_LICENCE = "driving_licence"
    PASSPORT = "passport"
    RESIDENCE_CARD = "residence_card"
    DISABILITY_CERTIFICATE = "disability_certificate"
    HEALTH_CERTIFICATE = "health_certificate"
    EMPLOYEE_CARD = "employee_card"
    POWER_OF_ATTORNEY = "power_of_attorney"
    GUARDIANSHIP_CERTIFICATE = "guardianship_certificate"
    FAMILY_REGISTER = "family_register"


class Disclosure(StrEnum):
    """What a speaker may be told or may change."""

    BILLS = "bills"
    CONTACT_DETAILS = "contact_details"
    MEMBERSHIP = "membership"
    METER = "meter"


class ProtectionSource(StrEnum):
    """By what a customer is protected (支援措置等)."""

    SUPPORT_MEASURE = "support_measure"
    PROTECTION_ORDER = "protection_order"
    POLICE = "police"
    OWN_REQUEST = "own_request"


class HoldKind(StrEnum):
    """Why a debt or a customer is left out of batches (保留事由)."""

    DISPUTE = "dispute"
    INSTALMENTS = "instalments"
    REPORTED_PAYMENT = "reported_payment"
    RETURNED_MAIL = "returned_mail"
