"""A letter as HTML that Outlook, Gmail and phones show alike: tables, styles in their place.

Nothing is fetched from anywhere: no picture tells when the letter is read.
"""

from collections.abc import Iterator
from html import escape

from roundtable_ical.itip.writing.wording import Link, Row, Wording

_SANS = "'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic',Helvetica,Arial,sans-serif"
_SERIF = "Georgia,'Times New Roman','Noto Serif',serif"
_INK, _SOFT, _RULE = "#0f1a2a", "#46546a", "#c9d2dd"
_PAPER, _GROUND, _ACCENT = "#ffffff", "#f2f5f8", "#0b4f9e"
_TABLE = 'role="presentation" border="0" cellpadding="0" cellspacing="0"'
_DARK = """
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: #0c131e !important; }
  .paper { background: #141e2c !important; border-color: #93c5ff !important; }
  .ink { color: #eef3f9 !important; }
  .soft { color: #b1bdce !important; }
  .rule { border-color: #31405a !important; }
  .link { color: #93c5ff !important; }
  .button { background: #93c5ff !important; color: #0c131e !important; }
}
@media (max-width: 520px) {
  .label, .fact { display: block !important; width: auto !important; }
  .label { padding-bottom: 0 !important; }
  .fact { border-top: 0 !important; padding-top: 2px !important; }
  .pad { padding-left: 20px !important; padding-right: 20px !important; }
}
"""


def html(wording: Wording) -> str:
    """Return *wording* as a page; every word of others is escaped."""
    direction = "rtl" if wording.words.right_to_left else "ltr"
    language = wording.words.locale.replace("_", "-")
    body = "".join(_body(wording, "right" if direction == "rtl" else "left"))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(wording.subject)}</title>\n<style>{_DARK}</style>\n</head>\n"
        f'<body class="ground" dir="{direction}" style="margin:0;padding:0;background:{_GROUND}">\n'
        f'<table {_TABLE} width="100%" class="ground" style="background:{_GROUND}">\n'
        f'<tr><td align="center" style="padding:24px 12px">\n'
        f'<table {_TABLE} width="640" dir="{direction}" class="paper" style="width:100%;'
        f'max-width:640px;background:{_PAPER};border-top:4px solid {_ACCENT}">\n{body}'
        "</table>\n</td></tr>\n</table>\n</body>\n</html>\n"
    )


def _body(wording: Wording, start: str) -> Iterator[str]:
    heading = f"margin:0;font:bold 20px/1.35 {_SERIF};color:{_INK};text-align:{start}"
    yield _cell(f'<h1 class="ink" dir="auto" style="{heading}">{_words(wording.heading)}</h1>', 28)
    yield _paragraph(wording.greeting, 20)
    yield _paragraph(wording.opening, 12)
    facts = "".join(_row(row, wording, start) for row in wording.rows)
    yield _cell(f'<table {_TABLE} width="100%">\n{facts}</table>', 20)
    for block in filter(None, wording.text.split("\n\n")):
        yield _paragraph(block, 16, f' dir="auto" align="{start}"')
    if wording.asks:
        yield _paragraph(wording.asks, 20)
    if wording.button:
        yield _cell(_button(wording.button), 16)
    for link in wording.links:
        yield _cell(_link(link), 14)
    yield _paragraph("\n".join(filter(None, (wording.closing, wording.signature))), 24)
    yield _cell("", 28)


def _cell(inner: str, above: int) -> str:
    return f'<tr><td class="pad" style="padding:{above}px 36px 0">{inner}</td></tr>\n'


def _paragraph(words: str, above: int, how: str = "") -> str:
    style = f"margin:0;font:16px/1.55 {_SANS};color:{_INK}"
    return _cell(f'<p class="ink"{how} style="{style}">{_words(words)}</p>', above)


def _row(row: Row, wording: Wording, start: str) -> str:
    rule = f"border-top:1px solid {_RULE};padding:9px 0;text-align:{start};vertical-align:top"
    label = f"{rule};width:128px;font:14px/1.5 {_SANS};color:{_SOFT}"
    fact = f"{rule};font:16px/1.45 {_SANS};color:{_INK}"
    shown = value = _address(row.value) if row.link else _lines(row.value)
    if row.was:
        old = f"font-size:14px;color:{_SOFT}"
        shown = (
            f'<span class="soft" style="{old}">{_words(wording.words.was)} '
            f"<s>{_lines(row.was)}</s></span><br><b>{value}</b>"
        )
    return (
        f'<tr><th scope="row" align="{start}" class="label soft rule" style="{label};'
        f'font-weight:normal">{_words(row.label)}</th>'
        f'<td class="fact ink rule" align="{start}" style="{fact}">{shown}</td></tr>\n'
    )


def _button(link: Link) -> str:
    style = (
        f"display:inline-block;padding:12px 22px;background:{_ACCENT};color:#ffffff;"
        f"font:bold 16px/1.2 {_SANS};text-decoration:none;border-radius:3px"
    )
    return (
        f'<table {_TABLE}><tr><td bgcolor="{_ACCENT}" class="button" style="border-radius:3px">'
        f'<a class="button" href="{escape(link.address)}" style="{style}">'
        f"{_words(link.label)}</a></td></tr></table>"
    )


def _link(link: Link) -> str:
    style = f"margin:0;font:14px/1.5 {_SANS};color:{_SOFT}"
    return f'<p class="soft" style="{style}">{_words(link.label)}<br>{_address(link.address)}</p>'


def _address(address: str) -> str:
    shown = escape(address)
    style = f"color:{_ACCENT};word-break:break-all"
    return f'<a class="link" dir="ltr" href="{shown}" style="{style}">{shown}</a>'


def _lines(words: str) -> str:
    """Return lines each of which runs the way that it is written: names stand among other words."""
    lines = words.split("\n")
    return "<br>".join(f'<span dir="auto">{escape(line)}</span>' for line in lines)


def _words(words: str) -> str:
    return escape(words).replace("\n", "<br>")
