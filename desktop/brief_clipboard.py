"""Secrets on the clipboard: there for a moment, then gone, and in no clipboard's history."""

from __future__ import annotations

import hashlib
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS: Final = 10
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
_TO_HISTORIES: Final = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}


def copy_briefly(secret: str, seconds: float = SECONDS) -> None:
    """Put a secret on the clipboard and take it away after some seconds, if it still stands there.

    Closing the window does not keep it there, and closing the program takes it away at once.
    """
    leaving = QMimeData()
    leaving.setText(secret)
    for kind, value in _TO_HISTORIES.items():
        leaving.setData(kind, QByteArray(value))
    QGuiApplication.clipboard().setMimeData(leaving)
    _Cleaner(secret, seconds)


class _Cleaner(QObject):
    """Waits with the program, not with a window, and goes when the secret is gone."""

    def __init__(self, secret: str, seconds: float) -> None:
        app = QGuiApplication.instance()
        super().__init__(app)
        # what waits in memory is no secret itself
        self._mark = _mark(secret)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(round(seconds * 1000))
        timer.timeout.connect(self.clean)
        timer.start()
        if app is not None:
            app.aboutToQuit.connect(self.clean)

    def clean(self) -> None:
        """Take the secret away; what somebody copied since stays."""
        clipboard = QGuiApplication.clipboard()
        if _mark(clipboard.text()) == self._mark:
            clipboard.clear()
        self.deleteLater()


def _mark(text: str) -> bytes:
    return hashlib.sha256(text.encode(errors="surrogatepass")).digest()
