"""The first window: who works at this desk."""

from desktop.screens.login.window import LoginWindow

__all__ = ["LoginWindow"]
