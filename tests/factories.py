"""Small builders of records: a session in, an id out; what a test does not say is ordinary."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass

from sqlalchemy import select

from db.models import (
    Bill,
    Contract,
    ContractParty,
    Customer,
    Debt,
    Location,
    Meter,
    Office,
    Overpayment,
    Payment,
    Reading,
    Setting,
    Staff,
)
from db.rules.words import (
    Account,
    CustomerKind,
    Drainage,
    OverpaymentWay,
    PartyRole,
    PasswordKind,
    PaymentChannel,
    PaymentMethod,
    Role,
    UsageClass,
)
from db.tariffs import tariffs

_numbers = itertools.count(1)
_LONG_AGO = dt.date(2015, 4, 1)


@dataclass(frozen=True)
class Paid:
    """A payment of a bill's water, or of its sewerage; reported only, unless confirmed."""

    yen: int
    on: dt.date
    account: Account = Account.WATER
    confirmed: bool = True
    channel: PaymentChannel = PaymentChannel.CONVENIENCE


def _add(session, record):
    session.add(record)
    session.flush()
    return record.id


def add_office(session, name="料金センター", *, code=None, name_latin="Billing centre"):
    """An office with counters."""
    code = code or f"{next(_numbers):03}"
    return _add(session, Office(code=code, name=name, name_latin=name_latin))


def add_staff(session, login_id=None, *, office_id=None, role=Role.COUNTER, **more):
    """A staff member who has chosen a password; give ``password_hash`` to let them sign in."""
    facts = {
        "login_id": login_id or f"staff{next(_numbers)}",
        "name": "佐藤 次郎",
        "name_latin": "Sato Jiro",
        "password_hash": "none",
        "password_kind": PasswordKind.OWN,
        "password_set_at": dt.datetime(2024, 4, 1, tzinfo=dt.UTC),
    }
    office_id = office_id or add_office(session)
    return _add(session, Staff(office_id=office_id, role=role, **(facts | more)))


def add_setting(session, name, value):
    """A setting, such as ``hours.portal``; gives back its name."""
    session.add(Setting(name=name, value=value))
    session.flush()
    return name


def add_customer(session, name="山田 花子", kana="ヤマダ ハナコ", **more):
    """A person; ``kind=CustomerKind.COMPANY`` for a company."""
    facts = {"host_number": f"{next(_numbers):010}"}
    facts |= {"kind": CustomerKind.PERSON, "phone": "076-123-4567", "latin_name": "YAMADA Hanako"}
    return _add(session, Customer(name=name, kana=kana, **(facts | more)))


def add_location(session, address="金沢市本町1丁目2番3号", *, meter=True, **more):
    """A place of use, with a meter unless told otherwise."""
    facts = {
        "host_number": f"{next(_numbers):010}",
        "postal_code": "9200853",
        "address_kana": "カナザワシホンマチ1チョウメ2バン3ゴウ",
        "address_latin": "1-2-3 Honmachi, Kanazawa",
    }
    location_id = _add(session, Location(address=address, **(facts | more)))
    if meter:
        add_meter(session, location_id)
    return location_id


def add_meter(session, location_id, *, serial=None, bore_mm=20, **more):
    """A meter, installed in April 2022 for eight years."""
    facts = {"installed_on": dt.date(2022, 4, 1), "exchange_due_on": dt.date(2030, 3, 31)}
    serial = serial or f"20-{next(_numbers):06}"
    meter = Meter(location_id=location_id, serial=serial, bore_mm=bore_mm, **(facts | more))
    return _add(session, meter)


def add_contract(session, customer_id=None, location_id=None, **more):
    """Household use with sewerage, paid by slip, since 2015; makes whom and where it lacks."""
    number = next(_numbers)
    facts = {
        "customer_number": f"{number:07}",
        "portal_number": f"{9_000_000_000_000_000 + number}",
        "usage_class": UsageClass.HOUSEHOLD,
        "drainage": Drainage.PUBLIC,
        "payment_method": PaymentMethod.SLIP,
        "started_on": _LONG_AGO,
    }
    customer_id = customer_id or add_customer(session)
    location_id = location_id or add_location(session)
    contract = Contract(customer_id=customer_id, location_id=location_id, **(facts | more))
    return _add(session, contract)


def add_party(session, contract_id, role=PartyRole.OWNER, customer_id=None, **more):
    """Who else is what for a contract, from its first day."""
    customer_id = customer_id or add_customer(session, "北村 一郎", "キタムラ イチロウ")
    facts = {"contract_id": contract_id, "customer_id": customer_id, "started_on": _LONG_AGO}
    return _add(session, ContractParty(role=role, **(facts | more)))


def add_reading(session, contract_id, read_on, *, usage_m3=21, **more):
    """A reading of the meter that hung there; ``current_value=None`` makes it an estimate."""
    facts = {"previous_value": 1000, "current_value": 1000 + usage_m3}
    facts |= {"contract_id": contract_id, "usage_m3": usage_m3}
    facts |= {"meter_id": more.pop("meter_id", None) or _meter_of(session, contract_id)}
    return _add(session, Reading(read_on=read_on, **(facts | more)))


def _meter_of(session, contract_id):
    at_the_place = select(Meter.id).join(Contract, Contract.location_id == Meter.location_id)
    newest = at_the_place.where(Contract.id == contract_id).order_by(Meter.id.desc()).limit(1)
    return session.scalar(newest)


def add_bill(
    session,
    contract_id,
    month=dt.date(2024, 9, 1),
    *,
    usage_m3=21,
    sewerage=None,
    paid_on=None,
    payments=(),
    debt=None,
    reading=None,
    **more,
):
    """The bill read on the tenth of ``month``, priced by the tariff, due at that month's end.

    ``paid_on`` pays all of it; ``payments`` are ``Paid``. ``debt``, ``reading`` and ``more`` hold
    columns of the debts, the reading and the bill; ``sewerage`` says whether there is any.
    """
    read_on = more.pop("to_on", None) or month.replace(day=10)
    facts = _bill_facts(session, contract_id, usage_m3, sewerage)
    reading_id = more.pop("reading_id", None) or add_reading(
        session, contract_id, read_on, usage_m3=usage_m3, **(reading or {})
    )
    facts |= {
        "contract_id": contract_id,
        "reading_id": reading_id,
        "month": month,
        "issued_on": read_on + dt.timedelta(days=5),
        "from_on": _two_months_before(read_on),
        "to_on": read_on,
        "tariff": more.get("tariff") or tariffs().on(read_on).code,
        "payment_number": f"{8_000_000_000_000_000 + next(_numbers)}",
    } | more
    bill_id = _add(session, Bill(**facts))
    _add_debts(session, bill_id, facts, debt or {})
    for account in Account if paid_on else ():
        _pay_all(session, bill_id, account, paid_on)
    for paid in payments:
        add_payment(session, debt_of(session, bill_id, paid.account), paid)
    return bill_id


def _bill_facts(session, contract_id, usage_m3, sewerage):
    drainage, use = session.execute(
        select(Contract.drainage, Contract.usage_class).where(Contract.id == contract_id)
    ).one()
    drains = drainage is Drainage.PUBLIC if sewerage is None else sewerage
    return {
        "usage_m3": usage_m3,
        "sewerage_m3": usage_m3 if drains else None,
        "usage_class": use,
    }


def _two_months_before(day):
    months = day.year * 12 + day.month - 3
    return day.replace(year=months // 12, month=months % 12 + 1)


def _add_debts(session, bill_id, bill, more):
    tariff = tariffs().coded(bill["tariff"])
    due_on = bill["month"].replace(day=28)
    facts = {"due_on": due_on, "limitation_on": due_on.replace(year=due_on.year + 5)} | more
    for account, m3 in zip(Account, (bill["usage_m3"], bill["sewerage_m3"]), strict=True):
        if m3 is not None:
            price = tariff.price(account, bill["usage_class"], m3)
            money = {"yen": price.yen, "tax_yen": price.tax_yen}
            session.add(Debt(bill_id=bill_id, account=account, **(money | facts)))
    session.flush()


def debt_of(session, bill_id, account=Account.WATER):
    """The id of a bill's water debt, or of its sewerage; None when there is none."""
    this = select(Debt.id).where(Debt.bill_id == bill_id, Debt.account == account)
    return session.scalar(this)


def _pay_all(session, bill_id, account, paid_on):
    this = select(Debt.id, Debt.yen).where(Debt.bill_id == bill_id, Debt.account == account)
    for debt_id, yen in session.execute(this).all():
        if yen:
            add_payment(session, debt_id, Paid(yen, paid_on))


def add_payment(session, debt_id, paid):
    """Money that came in for a debt; confirmed three days later, if at all."""
    confirmed_on = paid.on + dt.timedelta(days=3) if paid.confirmed else None
    payment = Payment(
        receipt_number=f"{next(_numbers):010}",
        debt_id=debt_id,
        yen=paid.yen,
        paid_on=paid.on,
        channel=paid.channel,
        confirmed_on=confirmed_on,
    )
    return _add(session, payment)


def add_overpayment(session, debt_id, yen, found_on, *, way=OverpaymentWay.OPEN, settled_on=None):
    """Money over; ``way`` and ``settled_on`` say how it went back."""
    facts = {"yen": yen, "found_on": found_on, "way": way, "settled_on": settled_on}
    facts |= {"host_number": f"{next(_numbers):010}"}
    return _add(session, Overpayment(debt_id=debt_id, **facts))
