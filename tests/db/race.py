"""Two windows doing something at the same moment, on threads of their own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from db.errors import RuleBroken


def at_once(database, *acts):
    """Do each act in a transaction of its own, all at once; gives what each gave or broke."""
    ready = Barrier(len(acts))

    def do(act):
        ready.wait(10)
        try:
            with database.writing() as session:
                return act(session)
        except RuleBroken as error:
            return error.code

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(do, acts))
