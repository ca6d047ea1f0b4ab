"""Registrations made on the portal that wait for the bureau's decision."""

from __future__ import annotations

from desktop.screens.pending.screen import PendingMembers

__all__ = ["PendingMembers"]
