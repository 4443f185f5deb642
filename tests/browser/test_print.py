"""On paper: the whole agenda, its revision and a QR code, on A4 and on Letter."""

import io
from urllib.parse import urlsplit

import pdfplumber
import pytest
import zxingcpp

from tests.browser.conftest import Opened

SAID = (
    *("08:15–08:30", "14:15–14:30", "Welcome and opening", "Mr. Guy Ryder", "Cancelled"),
    *("To be confirmed", "Rev. 2", "Delegates Dining Room"),
)
UNSAID = ("Google", "Copy", "Print", "Save a copy", "All events")


@pytest.mark.parametrize(("paper", "light"), [("A4", "dark"), ("Letter", "light")])
def test_the_breakfast_fits_two_sheets(paper: str, light: str, opened: Opened) -> None:
    page = opened("/hld-2013/?tz=Geneva", color_scheme=light).page

    printed = page.pdf(format=paper, print_background=True)

    with pdfplumber.open(io.BytesIO(printed)) as document:
        words = " ".join(sheet.extract_text() for sheet in document.pages)
        pictures = [sheet.to_image(resolution=144).original for sheet in document.pages]
    [code] = [found for picture in pictures for found in zxingcpp.read_barcodes(picture)]
    assert urlsplit(code.text).path == "/hld-2013/"
    assert [picture.getpixel((5, 5)) for picture in pictures] == [(255, 255, 255)] * 2
    assert [each for each in SAID if each not in words] == []
    assert [each for each in UNSAID if each in words] == []
