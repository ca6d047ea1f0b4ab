"""What comes and goes as files, and backups, for administrators."""

from __future__ import annotations

from desktop.screens.data.screen import DataScreen

__all__ = ["DataScreen"]
