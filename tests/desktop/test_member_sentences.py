"""Whatever an act on a membership is refused for is told in a sentence."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path

import pytest

from desktop.member_sentences import member_sentences

ROOT = Path(__file__).parents[2]
MODULES = [
    *ROOT.glob("db/commands/member_*.py"),
    *ROOT.glob("db/rules/member_*.py"),
    *ROOT.glob("db/queries/*member*.py"),
    ROOT / "db/commands/secret_answers.py",
    ROOT / "db/rules/secret_answer.py",
]
ELSEWHERE = {"permission.denied", "customer.gone", "contract.gone", "record.changed"}
OF_OTHERS = {"identity.missing", "contact.ended", "setting.unreadable", "password.unreadable"}
FACTS = {
    "max_length": 20,
    "least": 6,
    "most": 20,
    "version": "2024-04",
    "ended_on": dt.date(2023, 3, 31),
}


def codes():
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RuleBroken":
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and "." in str(part.value)[1:-1]:
                        yield part.value


def test_every_code_has_its_sentence():
    assert set(codes()) - set(member_sentences()) - ELSEWHERE - OF_OTHERS == set()


@pytest.mark.parametrize("code", sorted(member_sentences()))
def test_every_sentence_can_be_filled_in(qapp, code):
    told = member_sentences()[code].format_map(FACTS)
    assert told.endswith(".")
    assert "{" not in told


@pytest.mark.parametrize("field", ["kana", "phone", "postal_code", "email", "login_id"])
def test_a_malformed_field_has_its_sentence(field):
    assert f"{field}.malformed" in member_sentences()
