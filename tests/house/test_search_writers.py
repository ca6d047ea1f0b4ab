"""Whoever changes what a contract is found by writes its search keys, in the same transaction."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.source import modules, text

REGISTERED = ("Customer", "Location", "Contract", "Meter")
FOLDERS = ("db/commands", "db/guard", "db/mail", "db/exchange", "db/cli", "desktop")
_RAW = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) (?:customer|location|contract|meter)\b")


def writes(source):
    """Say whether the source makes, changes or removes what is registered."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            named = [each.id for each in node.args[:1] if isinstance(each, ast.Name)]
            if node.func.id in {"insert", "update", "delete"} and {*named} & {*REGISTERED}:
                return True
            if node.func.id in REGISTERED:
                return True
        changed = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        if changed and getattr(node.value, "id", "").capitalize() in REGISTERED:
            return True
    return _RAW.search(source) is not None


@pytest.mark.parametrize(
    "source",
    [
        "session.execute(update(Customer).values(name=name))",
        "session.add(Contract(customer_id=1))",
        "location.address = address",
        "link.execute('UPDATE customer SET phone = NULL')",
    ],
)
def test_a_writer_is_recognised(source):
    assert writes(source)
    assert not writes("session.execute(select(Customer.name)); member.name = ''")


def test_every_writer_refreshes_the_keys():
    silent = [
        str(path)
        for path in modules(*FOLDERS)
        if writes(text(path)) and not re.search(r"\brefresh\(|search_keys\.", text(path))
    ]
    assert silent == []
