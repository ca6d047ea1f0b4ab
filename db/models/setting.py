"""What a bureau sets once for all its desks."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Line


class Setting(Versioned, Base):
    """One setting, under a name such as ``hours.portal``."""

    __tablename__ = "setting"
    __table_args__ = (STRICT,)

    name: Mapped[str] = mapped_column(Line(60), primary_key=True)
    value: Mapped[str] = mapped_column(Line(4000, 0))
