"""The accounts of those who work at the bureau's counters."""

from __future__ import annotations

from desktop.screens.staff_accounts.screen import StaffAccounts

__all__ = ["StaffAccounts"]
