"""Words in Japanese and in English at once, for what a customer reads who may know only one."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QTranslator

from desktop.assets import resource


@cache
def _japanese() -> QTranslator:
    translator = QTranslator()
    translator.load(str(resource("i18n", "ja.qm")))
    return translator


def japanese(context: str, text: str) -> str:
    """The Japanese of a text marked with QT_TRANSLATE_NOOP, whatever the screens speak."""
    return str(_japanese().translate(context, text)) or text
