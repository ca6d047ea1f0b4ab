"""What a procedure is given: the customer in front of the clerk, and how they were known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.queries.contacts import ContactFacts, Identity
    from db.queries.customers import ContractChoice, CustomerHead


@dataclass(frozen=True, slots=True)
class Case:
    """One customer at one of their contracts, in one contact."""

    contact: ContactFacts
    head: CustomerHead
    contract_id: int | None

    @property
    def identity(self) -> Identity | None:
        """How the speaker was known, if they were asked already."""
        return self.contact.identity

    @property
    def contract(self) -> ContractChoice | None:
        """The contract that is shown, if the customer has any."""
        same = (each for each in self.head.contracts if each.contract_id == self.contract_id)
        return next(same, None)
