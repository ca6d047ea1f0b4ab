"""What the control copy says of a registration, and what happens after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.control_copy import Field, Line, NextStep, Withheld

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.commands.member_registration import Registration


def lines(
    form: Registration,
    login_id: str,
    *,
    places: Sequence[str],
    with_password: bool,
    with_answer: bool,
) -> tuple[Line, ...]:
    """What was entered, line by line; of the secrets only that they were set."""
    entered = (
        (Field.NAME, form.name),
        (Field.KANA, form.kana),
        (Field.PHONE, form.phone),
        (Field.POSTAL_CODE, form.postal_code),
        (Field.ADDRESS, form.address),
        (Field.EMAIL, form.email),
        (Field.LOGIN_ID, login_id),
        (Field.PASSWORD, Withheld.SET if with_password else None),
        (Field.SECRET_QUESTION, form.question if with_answer else None),
        (Field.SECRET_ANSWER, Withheld.SET if with_answer else None),
        (Field.MAILS_READING, form.mails_reading),
        (Field.MAILS_BILLING, form.mails_billing),
        (Field.MAILS_OVERDUE, form.mails_overdue),
        (Field.LANGUAGE, form.language),
        *((Field.LOCATION, place) for place in places),
    )
    return tuple(Line(field, None, value) for field, value in entered if value is not None)


def next_steps(*, active: bool, with_password: bool) -> tuple[NextStep, ...]:
    """What comes after: at once with a password, by mail without one, later if not active yet."""
    if not active:
        return (NextStep.UNDER_REVIEW, NextStep.MAIL_CONFIRMS)
    if with_password:
        return (NextStep.SIGN_IN_NOW, NextStep.MAIL_CONFIRMS)
    return (NextStep.ONE_TIME_MAIL, NextStep.CHANGE_AT_FIRST_USE, NextStep.MAIL_CONFIRMS)
