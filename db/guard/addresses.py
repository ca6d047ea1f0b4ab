"""The address of a database: read, and told again without its password."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from db.errors import RuleBroken

if TYPE_CHECKING:
    from sqlalchemy import URL

_SERVER_WAIT_S: Final = "3"


def read_address(url: str) -> URL:
    """The address as it is connected to; raises RuleBroken ``database.malformed_url``."""
    try:
        address = make_url(url)
        known = address.get_backend_name() in {"sqlite", "postgresql"} and address.database
    except (ArgumentError, ValueError):
        known = None
    if not known:
        raise malformed(url)
    if is_file(address) or "connect_timeout" in address.query:
        return address
    return address.update_query_dict({"connect_timeout": _SERVER_WAIT_S})


def malformed(url: str) -> RuleBroken:
    """What is told of a text that is no address of a database."""
    return RuleBroken("database.malformed_url", url=re.sub(r"[^/]*@", "…@", url))


def is_file(address: URL) -> bool:
    """Whether the database is a file of SQLite."""
    return address.get_backend_name() == "sqlite"


def place_of(address: URL) -> str:
    """Where the database is, as people are told it: never with a password."""
    name = address.database or ""
    host = address.host or address.query.get("host", "")
    return name if is_file(address) else f"{host}/{name}"


def rendered(address: URL) -> str:
    """The address as a text to connect with, with its password."""
    return address.render_as_string(hide_password=False)
