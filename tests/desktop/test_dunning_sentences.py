"""What is said when a limit leaves too little time."""

from __future__ import annotations

import datetime as dt

from db.errors import RuleBroken
from desktop.errors import sentence


def test_a_limit_that_is_too_early_names_the_first_that_is_not():
    told = sentence(RuleBroken("dunning.limit_too_early", earliest=dt.date(2024, 10, 2)))
    assert "Choose 2024/10/02 or a later day." in told
