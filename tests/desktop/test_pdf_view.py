"""Reading a paper before it is printed: whole, near, page by page, without the mouse."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desktop import theme
from desktop.widgets.pdf_tools import PdfTools
from desktop.widgets.pdf_view import PdfView, Shown
from desktop.widgets.pdf_zoom import Fit

COLOURS = ("#c00000", "#00a000", "#0000c0")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def three_pages():
    """A PDF of a red, a green and a blue page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for colour in COLOURS:
        canvas.setFillColor(colour)
        canvas.rect(0, 0, *A4, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def view(qapp, tasks, language, show):
    theme.apply(qapp, theme.load())
    view = PdfView(tasks)
    view.resize(420, 560)
    return show(view)


@pytest.fixture
def open_view(view, three_pages, qtbot):
    """Show the PDF, or some pages of it, and wait until one stands there."""

    def open_view(**some):
        with qtbot.waitSignal(view.rendered):
            view.show_pdf(three_pages, **some)
        view.setFocus()
        return view

    return open_view


def colour_of(view):
    """The colour in the middle of what is seen."""
    picture = view.viewport().grab().toImage()
    return picture.pixelColor(picture.rect().center())


def near(one, other):
    there, meant = QColor(one), QColor(other)
    pairs = zip(there.getRgb(), meant.getRgb(), strict=True)
    return all(abs(a - b) < 12 for a, b in pairs)


def leaf(view, key, qtbot, modifiers=Qt.KeyboardModifier.NoModifier):
    with qtbot.waitSignal(view.rendered):
        QTest.keyClick(view, key, modifiers)


def turn_wheel(view, steps, modifiers=Qt.KeyboardModifier.NoModifier):
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, steps),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_first_page_is_shown_whole(open_view):
    view = open_view()
    assert near(colour_of(view), COLOURS[0])
    assert (view.page, view.page_count, view.fit) == (1, 3, Fit.PAGE)
    assert view.verticalScrollBar().maximum() == 0
    assert view.accessibleDescription() == "Page 1 of 3"


def test_a_clerk_leafs_with_the_page_keys(open_view, qtbot):
    view = open_view()
    leaf(view, Qt.Key.Key_PageDown, qtbot)
    assert near(colour_of(view), COLOURS[1])
    leaf(view, Qt.Key.Key_End, qtbot)
    assert near(colour_of(view), COLOURS[2])
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 3
    leaf(view, Qt.Key.Key_PageUp, qtbot)
    assert near(colour_of(view), COLOURS[1])


def test_of_a_bundle_only_the_customers_own_pages_are_shown(open_view, qtbot):
    view = open_view(first_page=2, pages=1)
    assert (view.page, view.page_count) == (1, 1)
    assert near(colour_of(view), COLOURS[1])
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert near(colour_of(view), COLOURS[1])


def test_plus_and_minus_zoom_and_nought_fits_again(open_view, qtbot):
    view = open_view()
    whole = view.percent
    leaf(view, Qt.Key.Key_Plus, qtbot)
    assert view.percent > whole
    assert view.fit is None
    leaf(view, Qt.Key.Key_0, qtbot, CONTROL)
    assert view.fit is Fit.WIDTH
    assert view.horizontalScrollBar().maximum() == 0
    assert view.verticalScrollBar().maximum() > 0
    leaf(view, Qt.Key.Key_Minus, qtbot)
    leaf(view, Qt.Key.Key_0, qtbot)
    assert view.percent == whole


def test_the_arrows_scroll_what_is_too_large(open_view, qtbot):
    view = open_view()
    leaf(view, Qt.Key.Key_0, qtbot, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0


def test_the_wheel_zooms_with_ctrl_and_leafs_at_the_end(open_view, qtbot):
    view = open_view()
    whole = view.percent
    with qtbot.waitSignal(view.rendered):
        turn_wheel(view, 120, CONTROL)
    assert view.percent > whole
    view.fit_page()
    with qtbot.waitSignal(view.rendered):
        turn_wheel(view, -120)
    assert view.page == 2


def test_what_was_shown_is_gone_at_once(open_view, three_pages, qtbot):
    view = open_view()
    view.clear()
    assert view.state is Shown.NOTHING
    assert not near(colour_of(view), COLOURS[0])
    with qtbot.waitSignal(view.rendered):
        view.show_pdf(three_pages, first_page=2)
        assert not near(colour_of(view), COLOURS[0])
        assert view.page == 0
    assert near(colour_of(view), COLOURS[1])


def test_a_page_that_comes_too_late_is_not_shown(view, three_pages, tasks, qtbot):
    view.show_pdf(three_pages)
    view.clear()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (view.state, view.page_count) == (Shown.NOTHING, 0)


@pytest.mark.parametrize("damaged", [b"", b"%PDF-1.7 no more of it", b"\x00" * 500])
def test_a_damaged_file_is_said_to_be_one(view, damaged, qtbot):
    view.show_pdf(damaged)
    qtbot.waitUntil(lambda: view.state is Shown.DAMAGED)
    assert view.damaged.isVisible()
    assert view.damaged.fact.text() == "This paper cannot be shown"
    view.clear()
    assert not view.damaged.isVisible()


def test_pages_that_are_not_there_are_damage_too(view, three_pages, qtbot):
    view.show_pdf(three_pages, first_page=9, pages=1)
    qtbot.waitUntil(lambda: view.state is Shown.DAMAGED)


def test_a_page_too_large_for_memory_is_drawn_coarser(open_view, qtbot):
    view = open_view()
    for _ in range(12):
        view.zoom_in()
    qtbot.waitUntil(lambda: view._source.picture is not None and not view._source._under_way)
    assert view.percent == 300
    picture = view._source.picture
    assert picture.width() * picture.height() < 25_000_000


def test_the_buttons_do_what_the_keys_do(open_view, show, qtbot):
    view = open_view()
    tools = show(PdfTools(view))
    assert (tools.fit.text(), tools.pages.text()) == ("Whole page", "1 / 3")
    assert not tools.back.isEnabled()
    with qtbot.waitSignal(view.rendered):
        tools.on.click()
    assert tools.pages.text() == "2 / 3"
    with qtbot.waitSignal(view.rendered):
        tools.fit.click()
    assert (tools.fit.text(), view.fit) == ("Page width", Fit.WIDTH)
    with qtbot.waitSignal(view.rendered):
        tools.larger.click()
    assert tools.fit.text() == f"{view.percent} %"
    view.clear()
    assert not tools.pages.isVisible()
