"""Who issues a paper, and whom its readers sue."""

from __future__ import annotations

import dataclasses

import pytest

from tests.desktop.paper_help import ISSUER


@pytest.mark.parametrize(
    ("bureau", "sued"),
    [
        ("金沢市企業局", "金沢市"),
        ("四日市市上下水道局", "四日市市"),
        ("みずま町水道課", "みずま町"),
        ("石狩西部広域水道企業団", "石狩西部広域水道企業団"),
        ("三市町村水道企業団", "三市町村水道企業団"),
        ("", ""),
    ],
)
def test_the_municipality_is_sued_and_not_its_office(bureau, sued):
    assert dataclasses.replace(ISSUER, bureau=bureau).defendant == sued
