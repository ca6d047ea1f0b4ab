"""What the bureau announces: read to a customer, and written by supervisors."""

from __future__ import annotations

from desktop.screens.announcements.screen import AnnouncementsScreen

__all__ = ["AnnouncementsScreen"]
