"""The words for the codes of contacts, identity checks, protection and holds.

As in ``desktop.labels``: each function gives its words in the language of the moment.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.rules.contact_words import (
    Channel,
    CheckItem,
    CheckMethod,
    ContactState,
    Disclosure,
    FollowUpBy,
    HoldKind,
    ProtectionSource,
    Speaker,
    Topic,
    TopicGroup,
)

translate = QCoreApplication.translate


def channel(way: Channel) -> str:
    """How a customer comes: 窓口, 電話, 郵送, 事務."""
    return {
        Channel.COUNTER: translate("Labels", "Visit"),
        Channel.PHONE: translate("Labels", "Call"),
        Channel.POST: translate("Labels", "Post"),
        Channel.OFFICE: translate("Labels", "Office"),
    }[way]


def contact_state(state: ContactState) -> str:
    """Where a contact stands."""
    return {
        ContactState.OPEN: translate("Labels", "Under way"),
        ContactState.PARKED: translate("Labels", "Parked"),
        ContactState.FINISHED: translate("Labels", "Finished"),
        ContactState.WRONG_OPENING: translate("Labels", "Wrong opening"),
    }[state]


def topic_group(group: TopicGroup) -> str:
    """What a contact is about, roughly."""
    return {
        TopicGroup.BILLING: translate("Labels", "Bills and payment"),
        TopicGroup.USAGE: translate("Labels", "Usage and meter"),
        TopicGroup.MEMBERSHIP: translate("Labels", "About the membership"),
        TopicGroup.MOVING: translate("Labels", "Moving, change of name"),
        TopicGroup.FAULT: translate("Labels", "Faults"),
        TopicGroup.OTHER: translate("Labels", "Other matters"),
    }[group]


def topic(about: Topic) -> str:
    """What a contact is about (用件)."""
    return (_topics_of_money_and_water() | _topics_of_members() | _topics_of_the_rest())[about]


def follow_up_by(who: FollowUpBy) -> str:
    """Who takes up a contact again."""
    return {
        FollowUpBy.STAFF: translate("Labels", "Myself"),
        FollowUpBy.SUPERVISOR: translate("Labels", "A supervisor"),
    }[who]


def speaker(who: Speaker) -> str:
    """Who speaks: a party of the contract, or a representative by kind."""
    return {
        Speaker.USER: translate("Labels", "User"),
        Speaker.ADDRESSEE: translate("Labels", "Addressee"),
        Speaker.ACCOUNT_HOLDER: translate("Labels", "Account holder"),
        Speaker.OWNER: translate("Labels", "Owner of the installation"),
        Speaker.MANAGER: translate("Labels", "Manager"),
        Speaker.CO_RESIDENT: translate("Labels", "Co-resident"),
        Speaker.AGENT: translate("Labels", "Agent"),
        Speaker.GUARDIAN: translate("Labels", "Guardian"),
        Speaker.HEIR: translate("Labels", "Heir"),
        Speaker.EMPLOYEE: translate("Labels", "Employee of the company"),
        Speaker.THIRD_PARTY: translate("Labels", "Third party"),
    }[who]


def check_method(method: CheckMethod) -> str:
    """By what a speaker was known."""
    return {
        CheckMethod.DOCUMENT: translate("Labels", "Document seen"),
        CheckMethod.QUESTIONS: translate("Labels", "Questions"),
        CheckMethod.CALL_BACK: translate("Labels", "Called back"),
        CheckMethod.OVERRIDE: translate("Labels", "Supervisor's decision"),
    }[method]


def check_item(item: CheckItem) -> str:
    """What was asked or shown: the kind of it."""
    return (_questions() | _documents() | _papers())[item]


def disclosure(what: Disclosure) -> str:
    """What a speaker may be told or may change."""
    return {
        Disclosure.BILLS: translate("Labels", "Bills"),
        Disclosure.CONTACT_DETAILS: translate("Labels", "Contact details"),
        Disclosure.MEMBERSHIP: translate("Labels", "Member data"),
        Disclosure.METER: translate("Labels", "Meter and usage"),
    }[what]


def protection_source(source: ProtectionSource) -> str:
    """By what a customer is protected (支援措置等)."""
    return {
        ProtectionSource.SUPPORT_MEASURE: translate("Labels", "Support measure"),
        ProtectionSource.PROTECTION_ORDER: translate("Labels", "Protection order of a court"),
        ProtectionSource.POLICE: translate("Labels", "Request of the police"),
        ProtectionSource.OWN_REQUEST: translate("Labels", "Request of the customer"),
    }[source]


def hold_kind(kind: HoldKind) -> str:
    """Why a debt or a customer is left out of batches (保留事由)."""
    return {
        HoldKind.DISPUTE: translate("Labels", "Dispute"),
        HoldKind.INSTALMENTS: translate("Labels", "Instalments"),
        HoldKind.REPORTED_PAYMENT: translate("Labels", "Reported payment"),
        HoldKind.RETURNED_MAIL: translate("Labels", "Returned mail"),
    }[kind]


def _topics_of_money_and_water() -> dict[Topic, str]:
    return {
        Topic.BILL_QUESTION: translate("Labels", "Question about a bill"),
        Topic.SLIP_REISSUE: translate("Labels", "Payment slip again"),
        Topic.PAYMENT_REPORTED: translate("Labels", "Says it is paid"),
        Topic.INSTALMENTS: translate("Labels", "Asks for instalments"),
        Topic.DIRECT_DEBIT: translate("Labels", "About direct debit"),
        Topic.USAGE_QUESTION: translate("Labels", "Question about usage"),
        Topic.LEAK_SUSPECTED: translate("Labels", "Leak suspected indoors"),
        Topic.METER: translate("Labels", "Meter, meter reading"),
    }


def _topics_of_members() -> dict[Topic, str]:
    return {
        Topic.REGISTER: translate("Labels", "Register as a member"),
        Topic.CHANGE: translate("Labels", "Change what is registered"),
        Topic.RECOVERY: translate("Labels", "Forgotten ID or password"),
        Topic.LOCATIONS: translate("Labels", "Add or remove a location"),
        Topic.WITHDRAWAL: translate("Labels", "Withdraw from the portal"),
    }


def _topics_of_the_rest() -> dict[Topic, str]:
    return {
        Topic.MOVING_IN: translate("Labels", "Moving in"),
        Topic.MOVING_OUT: translate("Labels", "Moving out"),
        Topic.NAME_CHANGE: translate("Labels", "Change of name"),
        Topic.WATER_CUT: translate("Labels", "No water"),
        Topic.MUDDY_WATER: translate("Labels", "Muddy water"),
        Topic.LEAK_OUTSIDE: translate("Labels", "Leak on a road"),
        Topic.WRONG_NUMBER: translate("Labels", "Wrong number"),
        Topic.COMPLAINT: translate("Labels", "Complaint, opinion"),
        Topic.OTHER: translate("Labels", "Something else"),
    }


def _questions() -> dict[CheckItem, str]:
    return {
        CheckItem.NAME: translate("Labels", "Name"),
        CheckItem.PLACE: translate("Labels", "Place of use"),
        CheckItem.CUSTOMER_NUMBER: translate("Labels", "Customer number"),
        CheckItem.DEBIT_BANK: translate("Labels", "Bank of the direct debit"),
        CheckItem.LAST_AMOUNT: translate("Labels", "Amount of the last bill"),
        CheckItem.CALLED_BACK: translate("Labels", "Called back on file"),
        CheckItem.SECRET_ANSWER: translate("Labels", "Secret answer"),
    }


def _documents() -> dict[CheckItem, str]:
    return {
        CheckItem.MY_NUMBER_CARD: translate("Labels", "My Number card"),
        CheckItem.DRIVING_LICENCE: translate("Labels", "Driving licence"),
        CheckItem.PASSPORT: translate("Labels", "Passport"),
        CheckItem.RESIDENCE_CARD: translate("Labels", "Residence card"),
        CheckItem.DISABILITY_CERTIFICATE: translate("Labels", "Disability certificate"),
        CheckItem.HEALTH_CERTIFICATE: translate("Labels", "Health insurance card"),
        CheckItem.EMPLOYEE_CARD: translate("Labels", "Employee card"),
    }


def _papers() -> dict[CheckItem, str]:
    return {
        CheckItem.POWER_OF_ATTORNEY: translate("Labels", "Power of attorney"),
        CheckItem.GUARDIANSHIP_CERTIFICATE: translate("Labels", "Certificate of guardianship"),
        CheckItem.FAMILY_REGISTER: translate("Labels", "Family register"),
    }
