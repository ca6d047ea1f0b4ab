"""What is said when a delivery of the billing host cannot even be begun."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def import_sentences() -> dict[str, str]:
    """The sentences for the codes of deliveries and of their layouts."""
    return _of_files() | _of_runs() | _of_exports() | _of_layouts()


def _of_files() -> dict[str, str]:
    return {
        "import.no_file": QCoreApplication.translate(
            "Errors", "There is no file {file} any more. Choose the files again."
        ),
        "import.nothing": QCoreApplication.translate(
            "Errors",
            "There is no file in {place}. Choose the host's files, or their folder.",
        ),
        "import.too_many_files": QCoreApplication.translate(
            "Errors", "A delivery has {most} files at most. Choose fewer."
        ),
        "import.name_twice": QCoreApplication.translate(
            "Errors", "Two files are called {file}. Leave one out."
        ),
        "import.empty": QCoreApplication.translate(
            "Errors", "{file} is empty. Have the billing host send it again."
        ),
        "import.unreadable": QCoreApplication.translate(
            "Errors", "{file} cannot be read. Check the right to it, and the drive."
        ),
        "import.unknown_name": QCoreApplication.translate(
            "Errors", "No layout is for files called {file}. Leave it out, or add a layout."
        ),
        "import.wrong_header": QCoreApplication.translate(
            "Errors",
            "{file} does not begin as its name promises: its header record is another one's. "
            "Check whether it is the right file.",
        ),
    }


def _of_runs() -> dict[str, str]:
    return {
        "import.running": QCoreApplication.translate(
            "Errors", "{by} has been storing a delivery since {since}. Wait until it is done."
        ),
        "import.overtaken": QCoreApplication.translate(
            "Errors",
            "Somebody else changed the same records meanwhile. Nothing was stored; run it again.",
        ),
        "import.limit_unreadable": QCoreApplication.translate(
            "Errors", "Type how many lines may be refused as 0, 20 or 0.5%."
        ),
    }


def _of_exports() -> dict[str, str]:
    return {
        "export.no_layout": QCoreApplication.translate(
            "Errors", "No layout is for {kind}. Add one to the folder of layouts."
        ),
        "export.stopped": QCoreApplication.translate("Errors", "Stopped; no file was written."),
        "export.not_encodable": QCoreApplication.translate(
            "Errors",
            "{encoding} has no {characters}. Such characters: {count}; records with them: "
            "{records}, the first: {line} Write UTF-8, or list the characters in gaiji.toml.",
        ),
        "export.too_wide": QCoreApplication.translate(
            "Errors", "{value} has no room in the {width} bytes of {field}. Widen it in the layout."
        ),
    }


def _of_layouts() -> dict[str, str]:
    return {
        "layout.unreadable": QCoreApplication.translate(
            "Errors", "The layout {file} cannot be read: {why}."
        ),
        "layout.fault": QCoreApplication.translate(
            "Errors", "The layout {file} is wrong at {key}. It should be: {wanted}."
        ),
        "layout.no_folder": QCoreApplication.translate(
            "Errors", "There is no folder of layouts {folder}."
        ),
    }
