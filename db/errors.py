"""The refusals a clerk can do something about."""

from __future__ import annotations


class RuleBroken(Exception):
    """A rule of the bureau forbids the act, and nothing happened.

    ``code`` chooses the sentence that the clerk reads, ``facts`` fill its gaps.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
