"""Payment slips in one PDF, against platypus, fpdf2, typst and WeasyPrint setting the same page.

Each has a process of its own, with its type loaded and one page made before the clock starts; the
peers make as many pages as time allows. Every bar code of a sample is read back at 200 dots an
inch. One paper alone is timed from its facts to its first picture.
"""

from __future__ import annotations

import gc
import importlib.util
import resource
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import zxingcpp

from desktop.notices.catalogue import render_notices
from tests.bench.notice_pages import JA, notices_of, text_of_page
from tests.bench.notice_peers import PEERS
from tests.bench.report import alone, at_most, times_better

_FASTER = {"platypus": 5, "fpdf2": 5, "typst": 3, "WeasyPrint": 60}
_PEER_PAGES = {"platypus": 1000, "fpdf2": 500, "typst": 1000, "WeasyPrint": 50}
_MODULES = {"platypus": "reportlab", "fpdf2": "fpdf", "typst": "typst", "WeasyPrint": "weasyprint"}
_OWN = "ours"
_MOST_MIB = 60
_PAGES_OF_TARGET = 10_000
_SCREEN = 96 / 72
_SCANNER = 200 / 72
_SINGLES = 20


@dataclass(frozen=True, slots=True)
class Made:
    """What making a file took: processor and clock time a page, its size, the memory it added."""

    cpu_ms: float
    clock_ms: float
    kilobytes: float
    mebibytes: float


def peak():
    """Give the most memory this process ever held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def make(name, count, folder):
    """Make the pages in this process, which has made but one before."""
    given = notices_of(count)
    if name == _OWN:
        render = _render_own
    else:
        given, render = tuple(map(text_of_page, given)), PEERS[name]
    render(given[:1])
    gc.collect()
    before, clock, cpu = peak(), time.perf_counter(), time.process_time()
    data = render(given)
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    grown = peak() - before
    (Path(folder) / f"{name}.pdf").write_bytes(data)
    with pypdfium2.PdfDocument(data) as document:
        pages = len(document)
    assert pages == count, f"{name} made {pages} pages of {count}"
    return Made(cpu / count * 1000, clock / count * 1000, len(data) / count / 1000, grown)


def _render_own(notices):
    return render_notices(notices, JA).data


def singles():
    """Give the middle time from facts to the first picture of one page, in ms, and the first."""
    taken = []
    for notice in notices_of(_SINGLES + 1):
        start = time.perf_counter()
        data = _render_own((notice,))
        with pypdfium2.PdfDocument(data) as document:
            document[0].render(scale=_SCREEN)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken[1:]), taken[0]


def unread(path, count):
    """Count the bar codes that a scanner does not read, or reads wrongly."""
    wrong = 0
    with pypdfium2.PdfDocument(path) as document:
        for notice, page in zip(notices_of(count), document, strict=False):
            width, height = page.get_size()
            crop = (width * 0.6, 0, 0, height * 0.8)
            picture = page.render(scale=_SCANNER, grayscale=True, crop=crop).to_pil()
            picture = picture.resize((picture.width * 2, picture.height * 2))
            found = [code.bytes.decode("ascii") for code in zxingcpp.read_barcodes(picture)]
            wrong += found != [notice.slip.barcode]
            page.close()
    return wrong


def measure_alone(function, *given):
    """Run a function in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(function, *given).result()


def arguments(parser):
    """Take how many pages, how many of them are scanned, and which peers."""
    parser.add_argument("--pages", type=int, default=_PAGES_OF_TARGET)
    parser.add_argument("--scan", type=int, default=1000)
    parser.add_argument("--peers", nargs="*", default=list(PEERS), choices=list(PEERS))
    parser.add_argument("--peer-pages", type=int, help="as many pages for every peer")


def measure(options):
    """Make the slips, read them back, and have the peers make theirs."""
    with TemporaryDirectory() as folder:
        own = measure_alone(make, _OWN, options.pages, folder)
        scanned = min(options.scan, options.pages)
        wrong = measure_alone(unread, f"{folder}/{_OWN}.pdf", scanned)
        peers = {
            name: measure_alone(make, name, options.peer_pages or _PEER_PAGES[name], folder)
            for name in options.peers
            if importlib.util.find_spec(_MODULES[name])
        }
    middle, first = measure_alone(singles)
    what = f"{options.pages:,} slips in one PDF"
    return [
        alone(f"{what}: pages", 1000 / own.clock_ms, "pages/s"),
        alone(f"{what}: size", own.kilobytes, "kB/page"),
        at_most(f"{what}: memory grown", own.mebibytes, "MiB", most=_MOST_MIB),
        *_compared(what, own, peers),
        at_most(f"bar codes not read of {scanned:,} at 200 dpi", wrong, "codes", most=0),
        alone("one slip, from facts to its first picture", middle, "ms"),
        alone("the first one of a process", first, "ms"),
    ]


def _compared(what, own, peers):
    figures = []
    for peer, its in peers.items():
        at_least = _FASTER[peer]
        figures += [
            times_better(
                f"{what}: processor time", own.cpu_ms, "ms/page",
                peer=peer, peer_value=its.cpu_ms, at_least=at_least,
            ),
            times_better(
                f"{what}: clock time", own.clock_ms, "ms/page",
                peer=peer, peer_value=its.clock_ms,
            ),
            times_better(
                f"{what}: size", own.kilobytes, "kB/page", peer=peer, peer_value=its.kilobytes
            ),
        ]  # fmt: skip
    return figures
