"""What the bureau wrote to a customer: seen as it was issued, printed, issued anew."""

from __future__ import annotations

from desktop.screens.documents.room import DocumentsRoom

__all__ = ["DocumentsRoom"]
