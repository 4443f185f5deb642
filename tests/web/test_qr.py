import re

import zxingcpp
from PIL import Image, ImageDraw

from roundtable_ical.web.qr import LONGEST, qr_code

PAGE = "https://events.example.org/breakfast/?what=mix&theme=skills&speaker=guy#links"


def seen(svg: str, scale: int = 4) -> list[str]:
    """Return what a camera reads off the picture."""
    size = int(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    picture = Image.new("L", (size * scale, size * scale), 255)
    draw = ImageDraw.Draw(picture)
    for run in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg):
        x, y, length = (int(part) * scale for part in run)
        draw.rectangle((x, y, x + length - 1, y + scale - 1), fill=0)
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def test_a_camera_reads_the_words() -> None:
    assert seen(str(qr_code(PAGE, "This page"))) == [PAGE]


def test_the_picture_is_black_on_white_and_has_no_style_that_a_policy_refuses() -> None:
    svg = str(qr_code(PAGE, "This page"))

    assert re.findall(r'fill="([^"]*)"', svg) == ["#fff", "#000"]
    assert re.findall("<(style|script|image)| (style|on[a-z]+|href)=", svg) == []


def test_the_label_is_escaped() -> None:
    svg = str(qr_code("x", '"><script>'))

    assert re.findall('aria-label="([^"]*)"', svg) == ["&#34;&gt;&lt;script&gt;"]


def test_what_is_too_fine_for_a_camera_is_not_drawn() -> None:
    drawn = [qr_code("x" * length, "") is not None for length in (LONGEST, LONGEST + 1)]

    assert (drawn, qr_code("é" * (LONGEST // 2 + 1), "")) == ([True, False], None)
