"""The record of acts and looks (操作・閲覧記録), to be read, saved and verified."""

from __future__ import annotations

from desktop.screens.audit.screen import AuditLog

__all__ = ["AuditLog"]
