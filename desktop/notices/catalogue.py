"""Every kind of notice that the program draws, by the facts it is drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.notices.notice import Rendered, render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.format import LanguageCode
    from desktop.notices.notice import Drawing, Notice

DRAWINGS: Final[dict[type, Drawing]] = {}
"""The drawing for each class of facts."""


def render_notices(
    notices: Sequence[Notice], language: LanguageCode, *, title: str = ""
) -> Rendered:
    """One PDF of the notices, in the order given; at least one."""
    return render(notices, language, drawings=DRAWINGS, title=title)
