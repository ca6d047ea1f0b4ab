"""What is held back for a customer, and whether they are protected."""

from __future__ import annotations

from desktop.screens.holds.room import HoldsRoom

__all__ = ["HoldsRoom"]
