"""What a contract can be found by."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base
from db.models.types import Line


class SearchKey(Base):
    """The folded keys of one contract; derived, and written by ``search_keys.refresh`` alone."""

    __tablename__ = "search_key"
    __table_args__ = (STRICT,)

    contract_id: Mapped[int] = mapped_column(
        ForeignKey("contract.id"), primary_key=True, autoincrement=False
    )
    name: Mapped[str] = mapped_column(Line(300, 0))
    kana: Mapped[str] = mapped_column(Line(600, 0), index=True)
    address: Mapped[str] = mapped_column(Line(1000, 0))
    phone: Mapped[str] = mapped_column(Line(60, 0))
    numbers: Mapped[str] = mapped_column(Line(400, 0))
