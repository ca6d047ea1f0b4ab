"""Notices in batches, for supervisors: planned, looked at, run, and decided on."""

from __future__ import annotations

from desktop.screens.batches.screen import BatchesScreen

__all__ = ["BatchesScreen"]
