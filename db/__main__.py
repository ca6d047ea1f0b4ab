"""``mizumado-db``: looks after the database without a window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from db.cli.stopping import ended_at_once

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; 0 if it is done, 1 if not or something was found, 2 if misused.

    130 or 143 when it was told to end on the way, 141 when nobody reads what it says any more.
    """
    # what the commands need takes seconds to load, in which somebody may think better of it
    from db.cli.program import run  # noqa: PLC0415

    return run(arguments)


if __name__ == "__main__":
    ended_at_once()
    sys.exit(main())
