"""The language of the screens: Japanese at first, English at a key, while the program runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal

from desktop.assets import resource
from desktop.format import LanguageCode


class Language(QObject):
    """The language spoken now; switching sends LanguageChange to every open window."""

    changed = Signal(LanguageCode)

    def __init__(self, code: LanguageCode = LanguageCode.JA, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._translators: list[QTranslator] = []
        self._install()

    @property
    def code(self) -> LanguageCode:
        return self._code

    def switch(self, code: LanguageCode) -> None:
        """Speak another language from now on."""
        if code is self._code:
            return
        self._code = code
        self._install()
        self.changed.emit(code)

    def toggle(self) -> None:
        """Speak the other of the two languages."""
        other = {LanguageCode.JA: LanguageCode.EN, LanguageCode.EN: LanguageCode.JA}
        self.switch(other[self._code])

    def silence(self) -> None:
        """Speak the words as they stand in the code."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._translators = []

    def _install(self) -> None:
        self.silence()
        self._translators = [self._translator(file) for file in _files(self._code)]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)

    def _translator(self, file: Path) -> QTranslator:
        translator = QTranslator(self)
        if not translator.load(str(file)):
            raise OSError(f"not a translation: {file}")
        return translator


def _files(code: LanguageCode) -> list[Path]:
    """The words of Qt's own buttons, then ours, which win."""
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    wanted = (qt / f"qtbase_{code}.qm", resource("i18n", f"{code}.qm"))
    return [file for file in wanted if file.exists()]
