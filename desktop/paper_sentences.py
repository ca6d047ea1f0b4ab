"""What is said when paper cannot be printed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def paper_sentences() -> dict[str, str]:
    """The sentences for the codes of printing."""
    return {
        "printer.none": QCoreApplication.translate(
            "Errors",
            "No printer is set up on this desk. The paper is kept: "
            "set one up, or save it as a file.",
        ),
        "printer.gone": QCoreApplication.translate(
            "Errors",
            "The printer {name} is not there. The paper is kept: switch it on, or choose another.",
        ),
        "printer.refused": QCoreApplication.translate(
            "Errors",
            "The printer {name} did not take the paper. The paper is kept: "
            "look at the printer, then try again.",
        ),
    }
