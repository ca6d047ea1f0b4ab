"""What is said about mail to members: why none can be sent, and what became of one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.rules.mail_delivery import MailProblem

translate = QCoreApplication.translate


def mail_sentences() -> dict[str, str]:
    """The sentences for the codes of mail."""
    return {
        "mail.address_missing": translate(
            "Errors", "No e-mail address is registered. Register one first, or use the letter."
        ),
        "mail.address_unusable": translate(
            "Errors",
            "Mail cannot be sent to the registered e-mail address. Ask for the address again and "
            "correct it, or use the letter.",
        ),
    }


def mail_problem(problem: str) -> str:
    """Why a mail was not sent, with the mail server's numbers; empty when nothing was wrong."""
    code, _, numbers = problem.partition(" ")
    if code not in set(MailProblem):
        return problem
    told = _problems()[MailProblem(code)]
    return f"{told} ({numbers})" if numbers else told


def _problems() -> dict[MailProblem, str]:
    return _at_the_server() | _at_the_member()


def _at_the_server() -> dict[MailProblem, str]:
    return {
        MailProblem.UNREACHABLE: translate("Mail", "The mail server did not answer."),
        MailProblem.NOT_TRUSTED: translate(
            "Mail", "The mail server could not prove that it is the bureau's."
        ),
        MailProblem.LOGIN_REFUSED: translate("Mail", "The mail server refused the bureau's login."),
        MailProblem.SENDER_REFUSED: translate(
            "Mail", "The mail server refused the bureau's own address."
        ),
        MailProblem.ADDRESS_REFUSED: translate(
            "Mail", "The mail server refused the member's address. Ask whether it is right."
        ),
        MailProblem.MAIL_REFUSED: translate("Mail", "The mail server refused the mail."),
        MailProblem.ADDRESS_UNUSABLE: translate("Mail", "The address cannot be used for mail."),
        MailProblem.NO_ANSWER: translate(
            "Mail",
            "The connection broke while the mail was handed over. It may have arrived: ask the "
            "member before it is sent again.",
        ),
        MailProblem.INTERRUPTED: translate(
            "Mail",
            "Sending was interrupted. The mail may have arrived: ask the member before it is "
            "sent again.",
        ),
    }


def _at_the_member() -> dict[MailProblem, str]:
    return {
        MailProblem.MEMBERSHIP_RESTS: translate(
            "Mail", "No mail is sent while the membership is suspended for protection."
        ),
        MailProblem.MEMBERSHIP_ENDED: translate("Mail", "The membership had ended by then."),
        MailProblem.ADDRESS_CHANGED: translate(
            "Mail", "The e-mail address was changed before the one-time password was sent."
        ),
        MailProblem.PASSWORD_CHOSEN: translate(
            "Mail", "Another password was set before the one-time password was sent."
        ),
    }
