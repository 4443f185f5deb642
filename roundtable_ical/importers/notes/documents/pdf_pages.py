"""The pages of a PDF drawn within bounds: a page can call its parts over and over again."""

from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

from roundtable_ical.importers.notes.documents.opened import refuse

MOST_LETTERS = 30_000
"""On one page; a full page of a newspaper has some 15,000."""

MOST_IN_ALL = 500_000
MOST_SHAPES = 20_000
"""Lines and boxes of one page; those beyond are decoration, and are not kept."""

LARGEST_DRAWING = 2_000_000
"""Bytes of what draws one page."""

MOST_CALLS = 2_000
_AGAIN = "print it to a new PDF, or save the text as .docx"


class _Device(PDFPageAggregatorWithMarkedContent):
    """Takes what is drawn on one page; refuses more than a page can have."""

    letters = 0
    shapes = 0

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        self.letters += 1
        if self.letters > MOST_LETTERS:
            message = f"page {self.pageno} has more than {MOST_LETTERS:,} letters"
            refuse("too-large", message, _AGAIN)
        return float(super().render_char(*args, **kwargs))

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        self.shapes += 1
        if self.shapes <= MOST_SHAPES:
            super().paint_path(*args, **kwargs)


class _Interpreter(PDFPageInterpreter):
    """Draws a page; a part may call others, but not without end."""

    def __init__(self, rsrcmgr: Any, device: PDFDevice) -> None:
        super().__init__(rsrcmgr, device)
        self.counted = [0]

    def dup(self) -> "_Interpreter":
        """Return one for a part of the page; all of them count together."""
        inner = _Interpreter(self.rsrcmgr, self.device)
        inner.counted = self.counted
        return inner

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802  # the operator is called so
        self.counted[0] += 1
        if self.counted[0] > MOST_CALLS:
            refuse("too-large", f"a page is made of more than {MOST_CALLS:,} parts", _AGAIN)
        super().do_Do(xobjid_arg)


def drawn(page: Page) -> int:
    """Draw *page*, so that its letters and lines can be asked for; return how many letters it has.

    Raises:
        Unreadable: it has more than a page can have.
    """
    size = sum(len(part.get_data()) for part in _contents(page))
    if size > LARGEST_DRAWING:
        message = f"page {page.page_number} is drawn with {size / 1_000_000:.1f} MB of instructions"
        refuse("too-large", message, _AGAIN)
    device = _Device(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    _Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    # pdfplumber draws a page when it is asked for something, unless it was drawn before
    page._layout = device.get_result()
    return device.letters


def _contents(page: Page) -> list[PDFStream]:
    parts = (resolve1(each) for each in page.page_obj.contents)
    return [part for part in parts if isinstance(part, PDFStream)]
