"""The codes of paper: what is printed, and how it leaves."""

from __future__ import annotations

from enum import StrEnum


class PaperKind(StrEnum):
    """What a paper is."""

    CONTROL_COPY = "control_copy"
    LOGIN_LETTER = "login_letter"


class PaperWay(StrEnum):
    """How a paper leaves the program."""

    PRINTER = "printer"
    FILE = "file"
