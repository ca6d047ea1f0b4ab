"""What an administrator sets once for all desks of the bureau."""

from __future__ import annotations

from desktop.screens.paper_settings.screen import PaperSettingsScreen

__all__ = ["PaperSettingsScreen"]
