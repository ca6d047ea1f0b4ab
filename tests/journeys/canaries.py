"""Where a secret that was planted could be found again: looks into every one of those places."""

from __future__ import annotations

import base64
import unicodedata
import zlib
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlalchemy import inspect, select, text

from db.engine import Database, open_engine
from db.models import DocumentFile
from desktop.printers import Printers, print_pdf
from tests.desktop.paper_help import inside_of, text_of

_SAYS = ("text", "toPlainText", "currentText", "title", "windowTitle", "toolTip", "statusTip")
_SAYS += ("placeholderText", "accessibleName", "accessibleDescription", "selectedText")


class PaperDrawer(Printers):
    """Printers of Qt's whose paper falls into a folder; what they are given is kept beside it."""

    def __init__(self, folder):
        self.folder = folder
        self.given = {}  # the PDF by the title of its job

    def names(self):
        """There is one."""
        return ["counter"]

    def ready(self, name):
        """It is always there, whichever is asked for."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(72)
        printer.setOutputFileName(str(self.folder / f"printed-{len(self.given)}.pdf"))
        return printer

    def print_pdf(self, job, printer):
        """Print, and keep what was given: on the paper itself it is a picture."""
        self.given[f"{job.title} {len(self.given)}"] = job.data
        print_pdf(job, printer)


def spellings(secret):
    """How a secret may stand somewhere: as typed, folded, in other encodings."""
    told = {secret, unicodedata.normalize("NFKC", secret), secret.casefold()}
    encoded = {each.encode(code) for each in told for code in ("utf-8", "utf-16-le", "cp932")}
    encoded |= {base64.b64encode(each.encode()).rstrip(b"=") for each in told}
    escaped = {each.encode("unicode_escape") for each in told}
    return encoded | escaped


def in_database(url):
    """Every cell of every table there is, the search index and the sequences too."""
    database = Database(open_engine(url))
    try:
        with database.reading() as session:
            tables = inspect(session.connection()).get_table_names()
            for table in tables:
                if f"{table}_data" in tables:  # an index keeps nothing but in the tables behind it
                    continue
                for row in session.execute(text(f'SELECT * FROM "{table}"')):
                    for cell in row:
                        told = cell if isinstance(cell, bytes) else str(cell).encode()
                        yield f"table {table}", told
    finally:
        database.dispose()


def in_kept_papers(url):
    """Every paper that was kept as it was issued, unpacked and read."""
    database = Database(open_engine(url))
    try:
        with database.reading() as session:
            for packed in session.scalars(select(DocumentFile.content)):
                yield on_paper("kept", zlib.decompress(packed))
    finally:
        database.dispose()


def on_paper(name, data):
    """A paper as one reads it and as one takes it apart."""
    return f"paper {name}", inside_of(data) + text_of(data).encode()


def in_files(*folders):
    """Every file as its bytes, papers unpacked and read besides; the database and its WAL too."""
    for folder in folders:
        for file in sorted(Path(folder).rglob("*")):
            if not file.is_file():
                continue
            data = file.read_bytes()
            yield f"file {file.name}", data
            if data.startswith(b"%PDF"):
                yield on_paper(file.name, data)


def on_screen():
    """What every widget there is says, also when something typed before is brought back."""
    for widget in QApplication.allWidgets():
        for says in _SAYS:
            say = getattr(widget, says, None)
            told = say() if callable(say) else ""
            if isinstance(told, str) and told:
                yield f"{type(widget).__name__}.{says}", told.encode(errors="surrogatepass")
    for edit in QApplication.allWidgets():
        if isinstance(edit, QLineEdit):
            yield f"{type(edit).__name__} undone", _brought_back(edit).encode()


def _brought_back(edit):
    """What Ctrl+Z and Ctrl+Y bring back in it."""
    before, told = edit.text(), []
    silent = edit.blockSignals(True)
    for again in (edit.undo, edit.redo):
        for _ in range(50):
            again()
            told.append(edit.text())
    edit.setText(before)
    edit.blockSignals(silent)
    return "\n".join(told)


def on_clipboard():
    """What is on the clipboard, in all its forms."""
    held = QGuiApplication.clipboard().mimeData()
    for form in held.formats() if held else ():
        yield f"clipboard {form}", bytes(held.data(form).data())


def found(secrets, places):
    """Which secrets are found, and where: ``secrets`` by the name of each."""
    places = list(places)
    everything = b"\n".join(told for _, told in places)
    return [
        (name, where)
        for name, secret in secrets.items()
        for spelled in spellings(secret)
        if spelled in everything
        for where, told in places
        if spelled in told
    ]
