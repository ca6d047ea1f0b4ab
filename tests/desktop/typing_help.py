"""Typing as a Japanese input method does; the same help for screens and journeys."""

from tests.typing_help import compose_text, type_text

__all__ = ["compose_text", "type_text"]
