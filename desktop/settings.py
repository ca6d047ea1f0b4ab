"""What is set for this desk: a TOML file, the environment, and what the program remembers."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths, QSysInfo

from db.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Mapping

_APP = "mizumado"
_Place = QStandardPaths.StandardLocation


@dataclass(frozen=True, slots=True)
class Settings:
    """The desk's settings; without a database the program is in practice mode."""

    database: str = ""
    desk: str = ""
    language: str = "ja"
    theme: str = "light"

    @property
    def practice(self) -> bool:
        """Whether the desk works on the fictional town."""
        return not self.database


def config_file() -> Path:
    """Where the desk's settings are read from."""
    return _folder(_Place.GenericConfigLocation) / _APP / "settings.toml"


def practice_file() -> Path:
    """Where the fictional town of the practice mode lives."""
    return _folder(_Place.GenericDataLocation) / _APP / "practice.sqlite"


def documents_folder() -> Path:
    """Where the clerk keeps documents."""
    return _folder(_Place.DocumentsLocation)


def load(file: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; raises RuleBroken ``settings.…`` naming the key and the file."""
    settings = replace(Settings(desk=QSysInfo.machineHostName()[:60]), **_read(file))
    if database := environment.get("MIZUMADO_DATABASE"):
        settings = replace(settings, database=database)
    return settings


class Memory:
    """What the desk remembers by itself: the last ID if asked to, widths of columns."""

    def __init__(self, file: Path | None = None) -> None:
        place = file or config_file().with_name("memory.ini")
        self._store = QSettings(str(place), QSettings.Format.IniFormat)

    def text(self, key: str) -> str:
        """The text kept under ``key``, or nothing."""
        return str(self._store.value(key, ""))

    def keep_text(self, key: str, text: str) -> None:
        """Keep ``text`` under ``key``; an empty one is forgotten."""
        if text:
            self._store.setValue(key, text)
        else:
            self._store.remove(key)

    def state(self, key: str) -> bytes:
        """The state of a table kept under ``key``, or nothing."""
        value = self._store.value(key)
        return bytes(value.data()) if isinstance(value, QByteArray) else b""

    def keep_state(self, key: str, state: bytes) -> None:
        """Keep the state of a table under ``key``."""
        self._store.setValue(key, QByteArray(state))


def _folder(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place))


def _read(file: Path) -> dict[str, str]:
    try:
        # editors on Windows put a mark before the text
        values = tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleBroken("settings.unreadable", file=str(file), why=str(error)) from error
    known = {field.name for field in fields(Settings)}
    for key, value in values.items():
        if key not in known:
            raise RuleBroken("settings.unknown_key", file=str(file), key=key)
        if not isinstance(value, str):
            raise RuleBroken("settings.not_text", file=str(file), key=key)
    if values.get("language", "ja") not in ("ja", "en"):
        raise RuleBroken("settings.unknown_language", file=str(file), key="language")
    return values
