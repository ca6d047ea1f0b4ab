"""Phrases that staff write again and again (定型文): the bureau's own, or those that come along."""

from __future__ import annotations

import logging
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.assets import resource
from desktop.settings import config_file

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.format import LanguageCode

logger = logging.getLogger(__name__)
_MOST = 30


@dataclass(frozen=True, slots=True)
class Snippet:
    """A phrase and the name it is chosen by."""

    title: str
    text: str


def own_snippets() -> Path:
    """The folder for the bureau's own phrases, such as ``contact.ja.toml``."""
    return config_file().with_name("snippets")


def read_snippets(code: LanguageCode) -> tuple[Snippet, ...]:
    """The phrases for memos; a file of the bureau's that cannot be read is left aside."""
    name = f"contact.{code}.toml"
    try:
        return _parsed((own_snippets() / name).read_text("utf-8-sig"))
    except FileNotFoundError:
        pass
    except (OSError, ValueError, KeyError, TypeError) as error:
        logger.warning("the bureau's phrases %s cannot be read: %s", name, error)
    return _parsed(resource("snippets", name).read_text("utf-8"))


def _parsed(text: str) -> tuple[Snippet, ...]:
    rows = tomllib.loads(text)["snippet"][:_MOST]
    return tuple(Snippet(str(each["title"]), str(each["text"])) for each in rows)
