"""What comes out of a printer: every page, as large as it is, and nobody else's."""

from __future__ import annotations

import pypdfium2
import pytest

from db.errors import RuleBroken
from desktop.format import LanguageCode
from desktop.notices.control_copy import control_copy
from desktop.pdf_pages import part_of
from desktop.printers import Printers, PrintJob, print_pdf
from tests.desktop.paper_help import copy_of, pages_of
from tests.desktop.printer_help import PdfPrinters, ink_of


@pytest.fixture
def printers(tmp_path):
    return PdfPrinters(tmp_path)


@pytest.fixture(scope="module")
def one_page():
    return control_copy(copy_of(), LanguageCode.JA)


@pytest.fixture(scope="module")
def several_pages():
    return control_copy(copy_of(lines=copy_of().lines * 8), LanguageCode.JA)


def test_what_is_printed_is_true_to_the_millimetre(one_page, printers, tmp_path):
    print_pdf(PrintJob(one_page), printers.ready(""))
    printed = (tmp_path / "1.pdf").read_bytes()
    assert pages_of(printed) == 1
    with pypdfium2.PdfDocument(printed) as document:
        assert document[0].get_size() == pytest.approx((595.3, 841.9), abs=0.5)
    for there, meant in zip(ink_of(printed), ink_of(one_page), strict=True):
        assert there == pytest.approx(meant, abs=0.3)


def test_every_page_and_every_copy_is_printed(several_pages, printers, tmp_path):
    print_pdf(PrintJob(several_pages, copies=2), printers.ready(""))
    assert pages_of((tmp_path / "1.pdf").read_bytes()) == 2 * pages_of(several_pages) > 2


def test_of_a_bundle_only_the_customers_own_pages_are_printed(several_pages, printers, tmp_path):
    print_pdf(PrintJob(several_pages, first_page=2, pages=1), printers.ready(""))
    printed = (tmp_path / "1.pdf").read_bytes()
    assert pages_of(several_pages) > 2
    assert pages_of(printed) == 1
    own = part_of(several_pages, first_page=2, count=1)
    assert ink_of(printed) == pytest.approx(ink_of(own), abs=0.3)


def test_a_copy_never_begins_on_the_back_of_another(one_page, printers, tmp_path):
    print_pdf(PrintJob(one_page, copies=2, both_sides=True), printers.ready(""))
    assert pages_of((tmp_path / "1.pdf").read_bytes()) == 3


def test_a_damaged_file_is_not_printed(printers):
    with pytest.raises(RuleBroken, match=r"pdf\.damaged"):
        print_pdf(PrintJob(b"%PDF-1.7 no more of it"), printers.ready(""))


def test_the_system_says_when_it_has_no_printer(qapp):
    system = Printers()
    if not system.names():
        with pytest.raises(RuleBroken, match=r"printer\.none"):
            system.ready("")
    with pytest.raises(RuleBroken, match=r"printer\.gone") as gone:
        system.ready("no such printer")
    assert gone.value.facts == {"name": "no such printer"}
