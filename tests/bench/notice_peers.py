"""The same page set by other programs: as their own manuals would have it, with the same type."""

from __future__ import annotations

import html
import io
import json
from pathlib import Path

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

import resources
from desktop.notices.slip_bars import bar_path

FONTS = Path(resources.__file__).parent / "fonts"
REGULAR, BOLD = FONTS / "BIZUDPGothic-Regular.ttf", FONTS / "BIZUDPGothic-Bold.ttf"
BAR_MM = 10.5


def platypus(pages):
    """ReportLab's platypus with its stock bar code."""
    pdfmetrics.registerFont(TTFont("R", str(REGULAR)))
    pdfmetrics.registerFont(TTFont("B", str(BOLD)))
    styles = _styles()
    story = [piece for page in pages for piece in _platypus_page(page, styles)]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, topMargin=10 * mm, bottomMargin=5 * mm).build(story)
    return buffer.getvalue()


def _styles():
    body = ParagraphStyle("body", fontName="R", fontSize=8, leading=11, wordWrap="CJK")
    title = ParagraphStyle("title", fontName="B", fontSize=17, leading=30, alignment=1)
    small = ParagraphStyle("small", fontName="R", fontSize=6, leading=8.5, wordWrap="CJK")
    ruled = [("FONT", (0, 0), (-1, -1), "R", 8), ("LINEBELOW", (0, 0), (-1, -1), 0.3, "black")]
    plain = [("FONT", (0, 0), (-1, -1), "R", 6.5), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    slim = [*plain, ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    boxed = [*plain, ("GRID", (0, 0), (-1, -1), 0.3, "black")]
    return body, title, small, ruled, plain, slim, boxed


def _platypus_page(page, styles):
    body, title, small, ruled, plain, slim, boxed = styles
    code = Code128("\xf1" + page.code, barWidth=0.54, barHeight=BAR_MM * mm, quiet=0)
    below = [Paragraph(line, small) for line in page.code_lines]
    rows = [[Paragraph(page.issuer, small), Table(page.slip, style=slim)] for _ in page.parts]
    notes = [Paragraph(text, small) for text in page.notes]
    return (
        Table([["\n".join(page.address), "\n".join(page.particulars)]], style=plain[:1]),
        Paragraph(page.title, title),
        Paragraph(page.opening, body),
        Table(page.items, style=ruled),
        Table(page.table, style=ruled),
        Spacer(1, 3 * mm),
        *(Paragraph(text, small) for text in (*page.invoice, *page.law)),
        Table([page.parts, rows, [*notes, [code, *below]]], style=boxed),
        PageBreak(),
    )


def fpdf2(pages):
    """fpdf2, which has no such bar code: its bars are rectangles."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_font("R", fname=REGULAR)
    pdf.add_font("B", fname=BOLD)
    pdf.set_auto_page_break(auto=False)
    for page in pages:
        pdf.add_page()
        _fpdf2_page(pdf, page)
    return bytes(pdf.output())


def _fpdf2_page(pdf, page):
    pdf.set_font("R", size=9)
    for left, lines in ((22, page.address), (112, page.particulars)):
        for number, line in enumerate(lines):
            pdf.text(left, 16 + 4.6 * number, line)
    pdf.set_font("B", size=17)
    pdf.text(90, 74, page.title)
    pdf.set_font("R", size=8)
    pdf.set_xy(20, 80)
    pdf.multi_cell(170, 4, page.opening, new_x="LMARGIN", new_y="NEXT")
    for row in (*page.items, *page.table):
        pdf.set_x(20)
        for text in row:
            pdf.cell(170 / len(row), 5, text, border="B")
        pdf.ln()
    pdf.set_font("R", size=6)
    for text in (*page.invoice, *page.law):
        pdf.set_x(20)
        pdf.multi_cell(170, 3, text, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("R", size=6.5)
    for number, title in enumerate(page.parts):
        left = 7 + 65.3 * number
        pdf.rect(left, 199, 65.3, 92)
        pdf.text(left + 2, 204, title)
        pdf.text(left + 2, 208, page.issuer)
        for line, (label, value) in enumerate(page.slip):
            pdf.text(left + 2, 212 + 4 * line, label)
            pdf.text(left + 25, 212 + 4 * line, value)
    for number, note in enumerate(page.notes):
        pdf.set_xy(8 + 65.3 * number, 276)
        pdf.multi_cell(62, 2.5, note)
    for begin, width in _bars(page.code):
        pdf.rect(142 + begin * 0.1905, 275, width * 0.1905, BAR_MM, style="F")
    for number, line in enumerate(page.code_lines):
        pdf.text(145, 288 + 2.3 * number, line)


def typst(pages):
    """Typst, called as a library, with the pages' texts as its data."""
    import typst as compiler

    data = [
        {
            "address": "\n".join(page.address),
            "particulars": "\n".join(page.particulars),
            "title": page.title,
            "opening": page.opening,
            "items": [text for row in page.items for text in row],
            "table": [text for row in page.table for text in row],
            "law": [*page.invoice, *page.law],
            "issuer": page.issuer,
            "notes": list(page.notes),
            "parts": list(page.parts),
            "slip": [text for row in page.slip for text in row],
            "bars": _bars(page.code),
            "code": "\n".join(page.code_lines),
        }
        for page in pages
    ]
    source = TYPST.encode()
    return compiler.compile(source, font_paths=[str(FONTS)], sys_inputs={"pages": json.dumps(data)})


TYPST = """
#set page("a4", margin: (x: 20mm, top: 10mm, bottom: 5mm))
#set text(font: "BIZ UDPGothic", size: 8pt)
#for (n, p) in json(bytes(sys.inputs.pages)).enumerate() {
  if n > 0 { pagebreak() }
  grid(columns: (90mm, 80mm), p.address, p.particulars)
  v(20mm)
  align(center, text(size: 17pt, weight: "bold", p.title))
  [#p.opening]
  table(columns: (30mm, 140mm), stroke: (bottom: 0.3pt), ..p.items)
  table(columns: (1fr,) * 5, stroke: (bottom: 0.3pt), ..p.table)
  for sentence in p.law { par(text(size: 6pt, sentence)) }
  let slip = grid(columns: (20mm, 35mm), row-gutter: 1.6mm, ..p.slip)
  let rows = text(size: 6.5pt, [#p.issuer #slip])
  let code = box(width: 55mm, height: 10.5mm, {
    for b in p.bars { place(dx: b.at(0) * 0.1905mm,
      rect(width: b.at(1) * 0.1905mm, height: 10.5mm, fill: black)) }
  })
  place(bottom + left, dx: -13mm, table(columns: (65.3mm,) * 3, stroke: 0.3pt,
    ..p.parts, rows, rows, rows, ..p.notes, [#code \\ #text(size: 6pt, p.code)]))
}
"""


def weasyprint(pages):
    """WeasyPrint, from HTML, with the bars as one path of SVG."""
    from weasyprint import HTML

    faces = "".join(
        f"@font-face{{font-family:Paper;font-weight:{weight};src:url('{path.as_uri()}')}}"
        for weight, path in ((400, REGULAR), (700, BOLD))
    )
    parts = "".join(_html_page(page) for page in pages)
    return HTML(string=f"<style>{faces}{CSS}</style>{parts}").write_pdf()


CSS = """
@page{size:A4;margin:10mm 20mm 5mm} body{font:8pt Paper} section{break-after:page}
h1{font-size:17pt;text-align:center} table{width:100%;border-collapse:collapse}
td{border-bottom:.3pt solid;vertical-align:top;white-space:pre-line} .law{font-size:6pt}
.slip{font-size:6.5pt;margin-left:-13mm;width:196mm}
.slip>tbody>tr>td{border:.3pt solid;width:65.3mm} svg{width:54.864mm;height:10.5mm}
"""


def _html_page(page):
    def table(rows, of=""):
        lines = "".join(
            "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>"
            for row in rows
        )
        return f"<table {of}>{lines}</table>"

    path = "".join(f"M{begin} 0h{width}v1h-{width}z" for begin, width in _bars(page.code))
    svg = f'<svg viewBox="0 0 288 1" preserveAspectRatio="none"><path d="{path}"/></svg>'
    rows = f"<td>{page.issuer}{table(page.slip)}</td>" * 3
    titles = "".join(f"<td>{title}</td>" for title in page.parts)
    notes = "".join(f"<td>{note}</td>" for note in page.notes)
    code = f"{notes}<td>{svg}{'<br>'.join(page.code_lines)}</td>"
    slip = f"<tr>{titles}</tr><tr>{rows}</tr><tr>{code}</tr>"
    law = "".join(f"<p class=law>{text}</p>" for text in (*page.invoice, *page.law))
    head = table([("\n".join(page.address), "\n".join(page.particulars))])
    body = f"<h1>{page.title}</h1><p>{page.opening}</p>{table(page.items)}{table(page.table)}"
    return f"<section>{head}{body}{law}<table class=slip>{slip}</table></section>"


def _bars(code):
    """Where each bar begins and how wide it is, in modules."""
    rectangles = bar_path(code).decode("ascii").split(" re")[:-1]
    return [tuple(map(int, rectangle.split()[::2])) for rectangle in rectangles]


PEERS = {"platypus": platypus, "fpdf2": fpdf2, "typst": typst, "WeasyPrint": weasyprint}
