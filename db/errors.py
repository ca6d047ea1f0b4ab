"""What can go wrong that is not a mistake in the program."""

from __future__ import annotations


class RuleBroken(Exception):
    """A rule of the bureau forbids the act, and nothing happened.

    ``code`` chooses the sentence that the clerk reads, ``facts`` fill its gaps.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class OutOfReach(Exception):
    """The database does not answer: the surroundings' fault, not the clerk's and not a bug.

    ``code`` is ``unreachable``, ``locked``, ``full``, ``exhausted`` (the server has no memory or
    connection left) or ``read_only``. A write that met it before its COMMIT has not happened.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
