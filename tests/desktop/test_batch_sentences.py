"""Every way in which a batch or a decision is refused is told in a sentence."""

from __future__ import annotations

import re

from db.errors import RuleBroken
from desktop.batch_sentences import batch_sentences
from desktop.errors import sentence
from tests.house.source import modules, text

CODES = re.compile(r'"((?:batch|cutoff)\.[a-z_]+)"')
FACTS = {"batch_id": 7, "folder": "out", "why": "?", "number": "W-1", "name": "佐藤"}
FOLDERS = {f"batch.folder_{code}" for code in ("missing", "closed", "full", "failed")}
FIELDS = {"cutoff.reason"}


def raised():
    """Give the codes that the modules of batches know."""
    of_batches = [p for p in modules("db", "desktop") if "batch" in p.name or "cutoff" in p.name]
    found = {code for path in of_batches for code in CODES.findall(text(path))}
    return {code for code in found | FOLDERS if not code.endswith("_")} - FIELDS


def test_every_code_has_its_sentence_and_every_sentence_its_code():
    told = {code for code in batch_sentences() if code.startswith(("batch.", "cutoff."))}
    assert told == raised()


def test_every_sentence_can_be_filled_in(qapp):
    facts = FACTS | {"limit_on": "2024-09-17"}
    for code in raised():
        assert "{" not in sentence(RuleBroken(code, **facts))
