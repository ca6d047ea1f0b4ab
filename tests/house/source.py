"""The checkout as the house rules read it."""

from __future__ import annotations

import ast
import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def _ignored():
    rules = (ROOT / ".gitignore").read_text("utf-8").split()
    return [".git", *(rule.strip("/") for rule in rules)]


def is_ignored(path):
    """Say whether git leaves ``path`` alone."""
    return any(fnmatch.fnmatch(part, rule) for part in path.parts for rule in _ignored())


@cache
def files(*folders, pattern="*"):
    """Give the checkout's files below ``folders``, or all of them, by their path in it."""
    found = [p for folder in folders or (".",) for p in (ROOT / folder).rglob(pattern)]
    relative = [p.relative_to(ROOT) for p in found if p.is_file()]
    return sorted(path for path in relative if not is_ignored(path))


def modules(*folders):
    """Give the Python files below ``folders`` by their path in the checkout."""
    return files(*folders, pattern="*.py")


@cache
def text(path):
    """Give what the file at ``path`` says."""
    return (ROOT / path).read_text("utf-8")


@cache
def tree(path):
    """Give the Python file at ``path`` as the parser sees it."""
    return ast.parse(text(path))


def functions(path):
    """Give every function and method of the Python file at ``path``."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


def calls(path):
    """Give each call in the Python file at ``path`` with the last word of what is called."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            yield node, getattr(called, "attr", None) or getattr(called, "id", "")


def at(path, node):
    """Say where in the checkout ``node`` stands."""
    return f"{path}:{node.lineno}"
