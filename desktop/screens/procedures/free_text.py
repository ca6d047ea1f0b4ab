"""What a procedure's free text may hold, judged before the check page by the command's own rule."""

from __future__ import annotations

from db.errors import RuleBroken
from db.rules.field_text import clean


def text_problem(
    key: str, text: str, *, most: int, multiline: bool = False
) -> dict[str, Exception]:
    """What is wrong with a text of at most ``most`` characters, by its field; empty for nothing."""
    try:
        clean(key, text.strip(), most, multiline=multiline)
    except RuleBroken as broken:
        return {key: broken}
    return {}
