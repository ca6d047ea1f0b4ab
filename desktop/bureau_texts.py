"""The texts a customer may ask about: terms, privacy, questions; every version of each."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from desktop.assets import resource
from desktop.settings import config_file

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.format import LanguageCode

logger = logging.getLogger(__name__)

_HINT: Final = ">"


class TextKind(StrEnum):
    """What a text is about, as the portal divides them."""

    FAQ = "faq"
    TERMS = "terms"
    PRIVACY = "privacy"
    ABOUT = "about"
    SECURITY = "security"


def own_texts() -> Path:
    """The folder for the bureau's own texts, such as ``terms/2027-04.ja.md``."""
    return config_file().with_name("texts")


def versions(kind: TextKind, code: LanguageCode) -> tuple[str, ...]:
    """The versions of a text in a language, the newest first: 2027-04, 2024-04.

    They are the bureau's own as soon as there is one, else the standard ones that come along.
    """
    for folder in (own_texts() / kind, resource("texts", kind)):
        found = [file.name.removesuffix(f".{code}.md") for file in folder.glob(f"*.{code}.md")]
        if found:
            return tuple(sorted(found, reverse=True))
    raise FileNotFoundError(f"no text {kind} in {code}")


def read_text(
    kind: TextKind, code: LanguageCode, *, version: str = "", hints: bool = False
) -> str | None:
    """A version of a text in Markdown, the newest by default; None when it is not kept.

    Quoted paragraphs are hints for staff: without ``hints`` they are left out, as customers are
    not to read them.
    """
    text = _read(kind, f"{version or versions(kind, code)[0]}.{code}.md")
    return text if hints or text is None else _without_hints(text)


def _read(kind: TextKind, name: str) -> str | None:
    try:
        # a byte order mark is what Notepad puts there
        return (own_texts() / kind / name).read_text("utf-8-sig")
    except FileNotFoundError:
        pass
    except (OSError, UnicodeDecodeError) as error:
        logger.warning("the bureau's text %s/%s cannot be read: %s", kind, name, error)
    standard = resource("texts", kind)
    file = standard / name
    if not file.is_file() and (own_texts() / kind / name).is_file():
        language = name.removesuffix(".md").rpartition(".")[2]
        file = max(standard.glob(f"*.{language}.md"))
    return file.read_text("utf-8") if file.is_file() else None


def _without_hints(text: str) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(each for each in paragraphs if not each.lstrip().startswith(_HINT))
