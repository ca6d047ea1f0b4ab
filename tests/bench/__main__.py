"""Runs one benchmark: ``python -m tests.bench table --check``.

A benchmark is a module here with ``def measure(options) -> list[Figure]``; it may take options of
its own by ``arguments(parser)``. A dash in its name is an underscore in the module's.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

from tests.bench.report import all_met, as_json

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


# a module cannot be called by this word of the language
_CALLED = {"imports": "import"}


def benchmarks():
    """Name the benchmarks, importing none: one may need a peer that is not installed."""
    modules = sorted(Path(__file__).parent.glob("[a-z]*.py"))
    named = [m.stem for m in modules if "\ndef measure(" in m.read_text("utf-8")]
    return [_CALLED.get(name, name.replace("_", "-")) for name in named]


def command_line(name, module):
    """Understand the command line of one benchmark."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.bench {name}")
    parser.description = (module.__doc__ or "").splitlines()[0]
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--check", action="store_true", help="fail when a target is missed")
    if hasattr(module, "arguments"):
        module.arguments(parser)
    return parser


def main(arguments):
    """Run the benchmark asked for; 1 when a target was missed and that is to be checked."""
    chooser = argparse.ArgumentParser(prog="python -m tests.bench")
    chooser.add_argument("name", metavar="NAME", choices=benchmarks(), help=", ".join(benchmarks()))
    name = chooser.parse_args(arguments[:1]).name
    modules = {called: module for module, called in _CALLED.items()}
    module = importlib.import_module(f"tests.bench.{modules.get(name, name.replace('-', '_'))}")
    options = command_line(name, module).parse_args(arguments[1:])
    figures = module.measure(options)
    if options.json:
        print(as_json(name, figures))
    else:
        print(*(figure.as_line() for figure in figures), sep="\n")
    return 1 if options.check and not all_met(figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
