"""What a rule of a contact forbids, in a sentence that names the matter and the cure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def contact_sentences() -> dict[str, str]:
    """The sentence for each code that contacts, checks, reveals and drafts refuse with."""
    return _contact_sentences() | _note_sentences() | _identity_sentences() | _asking_sentences()


def _contact_sentences() -> dict[str, str]:
    return {
        "contact.gone": translate(
            "Errors", "This contact is no longer in the database. Open the customer anew with F2."
        ),
        "contact.ended": translate(
            "Errors", "This contact has ended. Open the customer anew with F2 to go on."
        ),
        "contact.parked": translate(
            "Errors", "This contact is parked. Take it up again with F11 to go on."
        ),
        "contact.parked_full": translate(
            "Errors", "{most} contacts are parked already. Finish one of them first."
        ),
        "contact.other_customer": translate(
            "Errors",
            "This contact is with another customer. Finish or park it, then open this customer.",
        ),
        "contact.somebody_known": translate(
            "Errors",
            "Somebody was identified in this contact, so the opening was not wrong. "
            "Finish it with F12.",
        ),
        "request.under_way": translate(
            "Errors",
            "This form was sent off in another window at the same moment. "
            "Press F5 to see what came of it.",
        ),
    }


def _note_sentences() -> dict[str, str]:
    return {
        "contact.follow_up_past": translate(
            "Errors", "The day of the follow-up is past. Choose today or a later day."
        ),
        "contact.follow_up_far": translate(
            "Errors", "The day of the follow-up is too far away. Choose one within two years."
        ),
        "contact.no_follow_up": translate(
            "Errors", "No follow-up was agreed in this contact. Press F5 to see it as it is now."
        ),
        "contact.followed_up": translate(
            "Errors",
            "Somebody has taken this follow-up up already. Press F5 to see it as it is now.",
        ),
        "draft.too_long": translate(
            "Errors",
            "There is too much text in this form to keep it as a draft. "
            "Shorten it, or send it off.",
        ),
    }


def _identity_sentences() -> dict[str, str]:
    return {
        "identity.missing": translate(
            "Errors", "Nobody was identified in this contact yet. Check the identity with F4."
        ),
        "identity.not_for_this": translate(
            "Errors",
            "Whoever was identified may not be told or change this. Ask for the user in person, "
            "or check somebody who may speak for them with F4.",
        ),
        "identity.no_customer": translate(
            "Errors", "This contact has no customer yet. Search for the customer with F2 first."
        ),
        "identity.reason_missing": translate(
            "Errors", "The reason is empty. Type why the speaker is taken for known."
        ),
        "customer.protected": translate(
            "Errors",
            "This customer is protected: phone, mail and address are shown to nobody. "
            "A supervisor decides how they are reached.",
        ),
    }


def _asking_sentences() -> dict[str, str]:
    return {
        "identity.third_party_in_writing": translate(
            "Errors",
            "Third parties ask in writing. Leave the request to a supervisor.",
        ),
        "identity.nobody_speaks": translate(
            "Errors",
            "In office work nobody speaks. Choose counter, phone or post as the channel.",
        ),
        "identity.no_agents_when_protected": translate(
            "Errors",
            "Nobody speaks for this protected customer. Ask the user to come in person, "
            "or ask a supervisor.",
        ),
        "identity.no_phone_when_protected": translate(
            "Errors",
            "This protected customer is told nothing by phone. Ask them to come in person.",
        ),
        "identity.nobody_to_call_back": translate(
            "Errors", "There is no number on file to call back. Ask for something else."
        ),
        "identity.papers_not_by_phone": translate(
            "Errors",
            "Papers cannot be shown by phone. Ask them to come to the counter, "
            "or to send copies by post.",
        ),
    }
