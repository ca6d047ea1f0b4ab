"""One import in a process of its own, so that its memory is its own: prints what it took."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from pathlib import Path

from db.commands.audit import Actor
from db.engine import Database, open_engine
from db.exchange.importing import import_files
from db.exchange.layout_files import load_layouts

NOW = dt.datetime(2024, 9, 18, 9, 0, tzinfo=dt.UTC)


def memory_mb(what):
    """Read how much memory this process has (VmRSS), or has had at most (VmHWM)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024


def main(url, folder, limit):
    """Import what lies in the folder, with so many refused lines allowed."""
    database = Database(open_engine(url))
    layouts = load_layouts()
    facts = {"by": Actor(None, "bench"), "now": NOW, "layouts": layouts, "limit": limit}
    before = memory_mb("VmRSS")
    began, cpu = time.perf_counter(), time.process_time()
    report = import_files(database, [Path(folder)], **facts)
    took, cpu = time.perf_counter() - began, time.process_time() - cpu
    database.dispose()
    told = {
        "state": report.state,
        "rows": report.rows_read,
        "seconds": took,
        "processor": cpu,
        "locked": report.locked_s,
        "grown_mb": memory_mb("VmHWM") - before,
        "refusals": [(each.file, each.line, each.reason, each.field) for each in report.refusals],
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
