"""Who issues the papers of this desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.issuer import Issuer

if TYPE_CHECKING:
    from db.queries.settings import BureauFacts
    from db.queries.staff import StaffFacts
    from desktop.desk import Desk


def issuer(desk: Desk) -> Issuer:
    """The bureau as it is set, and who works at this desk."""
    return issuer_of(desk.bureau, desk.staff)


def issuer_of(bureau: BureauFacts, staff: StaffFacts) -> Issuer:
    """The bureau as it is set, and a member of its staff."""
    return Issuer(
        bureau=bureau.bureau_name,
        bureau_latin=bureau.bureau_name_en,
        office=staff.office_name,
        office_latin=staff.office_name_en,
        staff=staff.name,
        staff_latin=staff.latin_name,
        postal_code=bureau.bureau_postal_code,
        address=bureau.bureau_address,
        address_latin=bureau.bureau_address_en,
        phone=bureau.bureau_phone,
        fictional=bureau.fictional,
    )
