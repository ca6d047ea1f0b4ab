"""What takes long to make is made by one worker, for all of them."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

_MOST_S = 400
_PAUSE_S = 0.1


def made_once(name: str, make: Callable[[Path], None], folders: pytest.TempPathFactory) -> Path:
    """Give the folder ``name`` as ``make`` filled it, in this worker or in another one.

    A worker whose ``make`` fails leaves the folder to the next one, who then fails by itself.
    """
    folder = _common(folders) / name
    making = folder.with_suffix(".making")
    until = time.monotonic() + _MOST_S
    while not folder.exists():
        try:
            making.mkdir()
        except FileExistsError:
            if time.monotonic() > until:
                raise TimeoutError(f"another worker does not finish {making}") from None
            time.sleep(_PAUSE_S)
        else:
            _fill(making, make, folder)
    return folder


def _fill(making: Path, make: Callable[[Path], None], folder: Path) -> None:
    # another worker may have finished between the look and the making
    if folder.exists():
        making.rmdir()
        return
    half = folder.with_suffix(".half")
    try:
        half.mkdir()
        make(half)
        half.rename(folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)
        making.rmdir()


def _common(folders: pytest.TempPathFactory) -> Path:
    own = folders.getbasetemp()
    return own.parent if own.name.startswith("popen-") else own
