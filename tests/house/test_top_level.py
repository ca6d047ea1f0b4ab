"""What the checkout may hold."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from db import VERSION
from tests.house.source import ROOT, files, is_ignored, text

TOP_LEVEL = {
    *("pyproject.toml", "README.md", "LICENSE", ".gitignore", ".ci"),
    *("db", "desktop", "resources", "tests", "installer"),
}
LETTERS = {".py", ".toml", ".md", ".sh", ".lock", ".svg", ".ts", ".json", ".ini", ".csv", ""}
# written so that they do not find themselves
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
A_MACHINE = re.compile(r"""(?<![\w.}])/(?:work|root|home|Users|mnt)/\w""")
AN_INDEX = re.compile(r"https?://|--(?:extra-)?index-url|--find-links", re.IGNORECASE)
PINNED = re.compile(
    r"^([a-z0-9-]+(?:\[[a-z0-9,-]+\])?==[^\s;]+)(?: ; [^\\]+)? \\"
    r"(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+$",
    re.MULTILINE,
)


def written():
    """Give the files that people read, licences of others apart."""
    ours = (p for p in files() if p.suffix in LETTERS)
    return [p for p in ours if not p.name.endswith("OFL.txt")]


def test_the_top_level_is_the_agreed_one():
    present = {p.name for p in ROOT.iterdir() if not is_ignored(p.relative_to(ROOT))}
    assert present <= TOP_LEVEL


def test_nothing_is_left_for_later():
    assert [str(p) for p in written() if UNFINISHED.search(text(p))] == []


def test_nothing_knows_the_machine_it_was_written_on():
    assert [str(p) for p in written() if A_MACHINE.search(text(p))] == []


def pinned(mode):
    """Give the packages that the lock for ``mode`` names, each with its version and hashes."""
    return set(PINNED.findall(lock(mode)))


def lock(mode):
    return text(ROOT / f"installer/requirements-{mode}.lock")


@pytest.mark.parametrize("mode", ["run", "test"])
def test_locks_name_files_by_hash_and_never_by_address(mode):
    assert not AN_INDEX.search(lock(mode))
    assert len(pinned(mode)) == len(re.findall(r"^\S", lock(mode), re.MULTILINE))


@pytest.mark.parametrize("mode", ["run", "test"])
def test_locks_hold_what_the_project_asks_for(mode):
    project = tomllib.loads(text(ROOT / "pyproject.toml"))
    asked = project["project"]["dependencies"]
    if mode == "test":
        asked = asked + project["dependency-groups"]["test"]
    locked = {canonicalize_name(one.name): one for one in map(Requirement, pinned(mode))}
    for requirement in map(Requirement, asked):
        found = locked[canonicalize_name(requirement.name)]
        (version,) = (each.version for each in found.specifier)
        assert version in requirement.specifier, requirement
        assert requirement.extras <= found.extras, requirement


def test_what_tests_need_includes_what_the_program_needs():
    assert pinned("run") < pinned("test")


def test_the_program_knows_its_version():
    assert tomllib.loads(text(ROOT / "pyproject.toml"))["project"]["version"] == VERSION
