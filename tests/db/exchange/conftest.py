"""A folder for deliveries, and the layouts that come along."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.audit import Actor
from db.exchange.importing import import_files
from db.exchange.layout_files import load_layouts

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def layouts():
    return load_layouts()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "delivery"
    folder.mkdir()
    return folder


@pytest.fixture
def deliver(database, folder, layouts):
    """Import what lies in the folder."""

    def run(**more):
        facts = {"by": Actor(None, "host"), "now": NOW, "layouts": layouts} | more
        return import_files(facts.pop("into", database), [folder], **facts)

    return run
