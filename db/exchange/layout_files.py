"""Where layouts lie: the ones that come along, and a bureau's own, which go before them."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.exchange.layouts import Layout, layout_in

if TYPE_CHECKING:
    from collections.abc import Mapping

_GAIJI: Final = "gaiji.toml"
_LONGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Layouts:
    """Every layout, and which character each of the host's own ones (外字) means.

    ``gaiji`` maps the private character that a code is read as to one of Unicode.
    """

    layouts: tuple[Layout, ...]
    gaiji: Mapping[str, str] = field(default_factory=dict)


def own_folder() -> Path:
    """The folder ``exchange`` beside the desk's settings, for a bureau's own layouts."""
    if os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local"))
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "mizumado" / "exchange"


def load_layouts(folder: Path | None = None) -> Layouts:
    """The layouts of ``folder``, and those that come along for every name not found there.

    Raises ``layout.…`` for a file at fault, ``layout.no_folder`` for a folder that is not there.
    """
    own = folder or own_folder()
    if folder is not None and not folder.is_dir():
        raise RuleBroken("layout.no_folder", folder=str(folder))
    texts = {
        each.name: each.read_text("utf-8")
        for each in (files("resources") / "exchange").iterdir()
        if each.name.endswith(".toml")
    }
    if own.is_dir():
        texts |= {each.name: _read(each) for each in sorted(own.glob("*.toml"))}
    gaiji = _gaiji(texts.pop(_GAIJI, ""))
    return Layouts(tuple(layout_in(texts[name], name) for name in sorted(texts)), gaiji)


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > _LONGEST:
            raise RuleBroken("layout.unreadable", file=file.name, why=f"> {_LONGEST:,} B")
        # a byte order mark is what Notepad puts there
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleBroken("layout.unreadable", file=file.name, why=str(error)) from error


def _gaiji(text: str) -> dict[str, str]:
    """Read ``F040 = "𠮷"``, one line a character of the host's own."""
    try:
        table = tomllib.loads(text)
        return {_private(code): _character(code, meant) for code, meant in table.items()}
    except (ValueError, tomllib.TOMLDecodeError) as error:
        raise RuleBroken("layout.unreadable", file=_GAIJI, why=str(error)) from error


def _private(code: str) -> str:
    character = bytes.fromhex(code).decode("cp932")
    if not ("\ue000" <= character <= "\uf8ff" and len(character) == 1):
        raise ValueError(f"{code}: F040 - F9FC")
    return character


def _character(code: str, meant: object) -> str:
    # a base character may come with a variation selector
    if not isinstance(meant, str) or not 1 <= len(meant) <= 2 or "\ue000" <= meant[0] <= "\uf8ff":
        raise ValueError(f"{code}: {meant!r}")
    return meant
