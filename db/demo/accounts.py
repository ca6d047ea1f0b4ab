"""The accounts with which the fictional bureau is practised: told to everybody, on purpose."""

from __future__ import annotations

from typing import Final, NamedTuple

from db.rules.words import Role

PRACTICE_ID: Final = "madoguchi"
"""The counter clerk's login ID, shown on the login form of the practice mode."""

PRACTICE_PASSWORD: Final = "mizumado-renshu"  # noqa: S105 - known to everybody
"""The password of every practice account."""


class Account(NamedTuple):
    """A staff member of the fictional bureau; the hash is of ``PRACTICE_PASSWORD``."""

    login_id: str
    name: str
    name_latin: str
    role: Role
    password_hash: str


ACCOUNTS: Final = (
    Account(
        PRACTICE_ID,
        "田中 恵",
        "M. Tanaka",
        Role.COUNTER,
        "sha256:$2b$12$rQJQFcYmZHyZc3HTMRmjTe7UO9rl45tkfI1tHu1ggnkWxoacYVj.e",
    ),
    Account(
        "denwa",
        "西村 香織",
        "K. Nishimura",
        Role.PHONE,
        "sha256:$2b$12$qFJwi6pB97GYDGQxoWFxxe3Jc3jgpvQL8WWuscqACy0kD38N742BG",
    ),
    Account(
        "kantoku",
        "北川 誠",
        "M. Kitagawa",
        Role.SUPERVISOR,
        "sha256:$2b$12$QRzSHizNSTj8jvWIL8R8we4TU7hU38vflf8Es9vLdb8sQzfGYUm/O",
    ),
    Account(
        "kanri",
        "能登 修",
        "O. Noto",
        Role.ADMIN,
        "sha256:$2b$12$wy0OE0ZX/UZsLRxUH4hvXuHR5D4Yh9LwXDXcQL.mUXKnOEzSiLE26",
    ),
)
"""One account for each role; hashed beforehand, since each hash takes a quarter of a second."""
