"""What a rule of a membership forbids, in a sentence that names the matter and the cure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def member_sentences() -> dict[str, str]:
    """The sentence for each code that the acts on memberships refuse with."""
    return (
        _field_sentences()
        | _login_id_sentences()
        | _secret_sentences()
        | _state_sentences()
        | _location_sentences()
        | _recovery_sentences()
    )


def _field_sentences() -> dict[str, str]:
    return {
        "text.missing": translate("Errors", "This field is empty. Fill it in."),
        "text.too_long": translate("Errors", "Too long: type at most {max_length} characters."),
        "text.line_break": translate(
            "Errors", "There is a line break in this field. Type it in one line."
        ),
        "text.control": translate(
            "Errors",
            "There is a control character in this field. Delete it, or type the field again.",
        ),
        "text.invisible": translate(
            "Errors",
            "There is a character in this field that cannot be seen. Type the field again.",
        ),
        "kana.malformed": translate(
            "Errors", "The kana may hold kana only. Type the reading, such as ヤマダ ハナコ."
        ),
        "phone.malformed": translate(
            "Errors",
            "This is no phone number. Type 10 or 11 digits beginning with 0, such as 076-123-4567.",
        ),
        "postal_code.malformed": translate(
            "Errors", "This is no postal code. Type its seven digits, such as 920-0853."
        ),
        "email.malformed": translate(
            "Errors",
            "This is no e-mail address. Type it as name@example.jp, without dots at the "
            "ends of a part.",
        ),
        "email.not_ascii": translate(
            "Errors",
            "This e-mail address has characters that mail cannot carry everywhere. Ask for "
            "an address in plain letters.",
        ),
    }


def _login_id_sentences() -> dict[str, str]:
    return {
        "login_id.malformed": translate(
            "Errors",
            "The login ID may hold small letters and digits only. Leave out other characters.",
        ),
        "login_id.length": translate(
            "Errors",
            "The login ID has to have {least} to {most} characters. Make it longer or shorter.",
        ),
        "login_id.no_letter": translate(
            "Errors", "The login ID needs a letter. Add at least one to the digits."
        ),
        "login_id.taken": translate(
            "Errors", "This login ID is taken. Ask the customer for another."
        ),
    }


def _secret_sentences() -> dict[str, str]:
    return {
        "password.too_many_bytes": translate(
            "Errors",
            "Too long for the portal: kana and kanji count three each, 72 in all. Shorten "
            "the password.",
        ),
        "password.reused": translate("Errors", "This password was used before. Choose another."),
        "password.other_login_id": translate(
            "Errors",
            "The login ID was changed after the password was typed. Have the customer type "
            "the password again.",
        ),
        "answer.missing": translate(
            "Errors", "The secret answer is empty. Have the customer type at least one letter."
        ),
        "answer.too_long": translate(
            "Errors",
            "The secret answer is too long: at most {most} characters. Have the customer "
            "shorten it.",
        ),
        "answer.not_set": translate(
            "Errors",
            "No secret answer is set. Check a document and use the letter or the mail instead.",
        ),
        "answer.never_by_phone": translate(
            "Errors",
            "The secret answer is only typed by the customer at the counter. By phone, "
            "call back the number on file.",
        ),
        "answer.other_question": translate(
            "Errors",
            "The secret question was changed after the answer was typed. Have the customer "
            "type the answer again.",
        ),
    }


def _state_sentences() -> dict[str, str]:
    return {
        "member.gone": translate(
            "Errors",
            "This member is no longer in the database. Search for the customer again with F2.",
        ),
        "member.exists": translate(
            "Errors", "This customer is a member already. Press F8 to see the membership."
        ),
        "member.pending": translate(
            "Errors", "This registration has not been decided on. Decide on it first."
        ),
        "member.active": translate(
            "Errors", "This membership is active already. Press F5 to see it as it is now."
        ),
        "member.suspended": translate(
            "Errors", "This membership is suspended. A supervisor can resume it first."
        ),
        "member.protected": translate(
            "Errors",
            "The customer is protected, so the membership stays suspended. End the "
            "protection first.",
        ),
        "member.not_locked": translate(
            "Errors", "This member is not locked. Press F5 to see the membership as it is now."
        ),
        "member.nothing_changed": translate(
            "Errors", "Nothing was changed. Change a field, or close the form with Esc."
        ),
        "terms.changed": translate(
            "Errors",
            "The terms are those of {version} now. Show them to the customer and ask for "
            "consent again.",
        ),
        "withdrawal.not_explained": translate(
            "Errors", "Explain first what happens after leaving, and tick that you did."
        ),
    }


def _location_sentences() -> dict[str, str]:
    return {
        "location.unknown_number": translate(
            "Errors",
            "No contract has this number. Compare it with the reading notice and type it again.",
        ),
        "location.other_holder": translate(
            "Errors",
            "This number belongs to somebody else. Ask the customer for the number on "
            "their own notice.",
        ),
        "location.former_occupant": translate(
            "Errors",
            "The use here ended on {ended_on:%Y/%m/%d}; former occupants cannot add it. "
            "Ask for the present place's number.",
        ),
        "location.taken": translate(
            "Errors", "Another membership holds this contract. Ask a supervisor to look into it."
        ),
        "location.already_held": translate(
            "Errors", "This membership has the location already. Choose another number."
        ),
        "location.last_one": translate(
            "Errors", "This is the only location. To give it up, withdraw the membership."
        ),
        "location.none_chosen": translate("Errors", "No location is chosen. Choose at least one."),
    }


def _recovery_sentences() -> dict[str, str]:
    return {
        "recovery.counter_only": translate(
            "Errors",
            "This is for customers at the counter. By phone, use the letter or the mail "
            "address on file.",
        ),
        "recovery.answer_first": translate(
            "Errors", "Have the customer type the secret answer first, or send a letter."
        ),
        "recovery.document_first": translate(
            "Errors", "No secret answer is set, so check a document first with F4."
        ),
        "recovery.call_back_first": translate(
            "Errors", "Call back the number on file first, and note it with F4."
        ),
        "recovery.no_address": translate(
            "Errors",
            "No address is registered, so no letter can be posted. Use the mail, or hand "
            "it over at the counter.",
        ),
        "recovery.letter_made": translate(
            "Errors",
            "This letter was made already, and its password is kept nowhere. Begin the "
            "procedure anew for another.",
        ),
    }
