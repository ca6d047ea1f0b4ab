"""Being told to stop from outside: Ctrl+C, or the system that started the command."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class Ended(KeyboardInterrupt):
    """What was under way is cut off; ``code`` is what a shell expects the command to end with."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def ended_at_once() -> None:
    """End without a word when told to, while nothing has begun that would have to be undone."""
    _answer(lambda number, _frame: os._exit(128 + number))


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise Ended in what is under way when told to end it."""
    with _answered(_end):
        yield


@contextmanager
def told_to_stop() -> Iterator[threading.Event]:
    """An event that is set when the command is to stop, instead of cutting off what it does."""
    stopped = threading.Event()
    with _answered(lambda *_: stopped.set()):
        yield stopped


@contextmanager
def _answered(handler: Callable[[int, Any], object]) -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    _answer(handler)
    try:
        yield
    finally:
        for number, known in before.items():
            signal.signal(number, known)


def _answer(handler: Callable[[int, Any], object]) -> None:
    for number in _SIGNALS:
        # a shell that starts a command in the background may have it ignore Ctrl+C
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)


def _end(number: int, _frame: object) -> NoReturn:
    raise Ended(128 + number)
