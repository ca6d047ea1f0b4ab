"""What the water bureau knows, without a window: records, rules, questions and acts.

The layers, the outer ones above, each importing only those below it::

    cli
    exchange, demo, guard
    commands      change something, never commit
    queries       ask something, never write
    models        tables
    rules         pure functions

Nothing here imports Qt or ``desktop``, reads a clock or contains words for a screen: the program
hands in ``today`` and ``now``, and gets codes back.
"""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
"""The program's version, as in ``pyproject.toml``; a backup names what made it."""
