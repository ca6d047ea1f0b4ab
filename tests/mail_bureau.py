"""A bureau that mails its members: what it queues, sends and keeps."""

from __future__ import annotations

from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.outbox import queue_mail
from db.mail.delivery import deliver
from db.models import Member, Outbox
from db.rules.member_words import MailKind
from tests.mail_factories import add_mailed_member

BY = Actor(None, "mizumado-db")


def queue(database, clock, kind=MailKind.CHANGED, **member):
    with database.writing() as session:
        member_id = add_mailed_member(session, **member)
        queue_mail(session, member_id, kind, now=clock())
    return member_id


def send(database, clock):
    return deliver(database, password=None, by=BY, clock=clock)


def mails(database):
    with database.reading() as session:
        return session.scalars(select(Outbox).order_by(Outbox.id)).all()


def states(database):
    return [mail.state for mail in mails(database)]


def change(database, member_id, **values):
    with database.writing() as session:
        member = session.get_one(Member, member_id)
        for name, value in values.items():
            setattr(member, name, value)
