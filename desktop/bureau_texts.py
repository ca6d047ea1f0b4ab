"""The texts a customer may ask about: terms, privacy; the bureau's own where it has put them."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.assets import resource
from desktop.settings import config_file

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.format import LanguageCode

logger = logging.getLogger(__name__)


class TextKind(StrEnum):
    """What a text is about, as the portal divides them."""

    TERMS = "terms"
    PRIVACY = "privacy"
    ABOUT = "about"
    SECURITY = "security"


def own_texts() -> Path:
    """The folder for the bureau's own texts, such as ``terms.ja.md``."""
    return config_file().with_name("texts")


def read_text(kind: TextKind, code: LanguageCode) -> str:
    """A text in Markdown: the bureau's own, or else the standard one that comes along."""
    name = f"{kind}.{code}.md"
    try:
        # a byte order mark is what Notepad puts there
        return (own_texts() / name).read_text("utf-8-sig")
    except FileNotFoundError:
        pass
    except (OSError, UnicodeDecodeError) as error:
        logger.warning("the bureau's text %s cannot be read: %s", name, error)
    return resource("texts", name).read_text("utf-8")
