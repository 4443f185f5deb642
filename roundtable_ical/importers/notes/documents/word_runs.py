"""What is seen of one paragraph of a Word file: no deleted text, no hidden text, no field codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from roundtable_ical.importers.notes.documents.superscripts import raised
from roundtable_ical.importers.notes.documents.word_styles import Styles, W, attribute, is_on

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SAME = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SKIPPED = {
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "rt", "instrText", "delText")
}
_SIGNS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0E0": "→", "F02D": "-"}


@dataclass
class Paragraph:
    """The words of a paragraph as they are seen; text boxes in it are kept apart."""

    text: str = ""
    strong: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    _bold: str = ""

    def add(self, text: str, *, bold: bool) -> None:
        """Add words; bold ones that follow each other are one."""
        self.text += text
        if bold and "\n" not in text:
            self._bold += text
        elif text.strip() or "\n" in text or "\t" in text:
            self.close()

    def close(self) -> None:
        """End the bold words."""
        if self._bold.strip():
            self.strong.append(" ".join(self._bold.split()))
        self._bold = ""


@dataclass
class Runs:
    """Reads paragraphs; *targets* are the addresses of hyperlinks by their id."""

    styles: Styles
    targets: Mapping[str, str]
    _fields: list[bool] = field(default_factory=list)
    """Of each field that is open: whether its result has begun. Fields reach over paragraphs."""

    def paragraph(self, element: _Element, *, bold: bool) -> Paragraph:
        """Return what is seen of a paragraph; *bold* is what its style says."""
        found = Paragraph()
        for child in element:
            self._inside(child, found, bold=bold)
        found.close()
        return found

    def _inside(self, element: _Element, found: Paragraph, *, bold: bool) -> None:
        tag = element.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            return
        if tag == f"{W}r":
            self._run(element, found, bold=bold)
        elif tag == f"{_SAME}AlternateContent":
            self._inside_one_of(element, found, bold=bold)
        elif tag == f"{_MATH}t":
            found.add(element.text or "", bold=False)
        else:
            if tag == f"{W}hyperlink" and (target := self.targets.get(element.get(_LINKED) or "")):
                found.links.append(target)
            for child in element:
                self._inside(child, found, bold=bold)

    def _inside_one_of(self, element: _Element, found: Paragraph, *, bold: bool) -> None:
        """Read the first of several writings of the same thing."""
        choices = element.findall(f"{_SAME}Choice") or element.findall(f"{_SAME}Fallback")
        for child in choices[0] if choices else ():
            if child.tag == f"{W}r":
                self._run(child, found, bold=bold)
            else:
                found.boxes += _boxes(child)

    def _run(self, run: _Element, found: Paragraph, *, bold: bool) -> None:
        properties = run.find(f"{W}rPr")
        is_raised = False
        if properties is not None:
            if is_on(properties.find(f"{W}vanish")):
                self._skip(run)
                return
            style = attribute(properties.find(f"{W}rStyle"))
            by_style = self.styles.style(style).bold if style else None
            own = is_on(properties.find(f"{W}b"))
            bold = own if own is not None else bold if by_style is None else by_style
            is_raised = attribute(properties.find(f"{W}vertAlign")) == "superscript"
        for child in run:
            if child.tag == f"{W}fldChar":
                self._field(attribute(child, "fldCharType"))
            elif child.tag == f"{_SAME}AlternateContent":
                self._inside_one_of(child, found, bold=bold)
            elif child.tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
                found.boxes += _boxes(child)
            elif child.tag == f"{W}ruby":
                for base in child.iterfind(f"{W}rubyBase/{W}r"):
                    self._run(base, found, bold=bold)
            elif all(self._fields):
                text = _seen(child)
                found.add(raised(text) if is_raised else text, bold=bold)

    def _skip(self, run: _Element) -> None:
        for mark in run.iterfind(f"{W}fldChar"):
            self._field(attribute(mark, "fldCharType"))

    def _field(self, kind: str | None) -> None:
        """Follow the marks of a field: its code is not seen, its result is."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _seen(element: _Element) -> str:
    tag = element.tag
    if tag == f"{W}t":
        return (element.text or "").replace("\n", " ")
    if tag == f"{W}br":
        return "\n"
    if tag == f"{W}sym":
        code = (attribute(element, "char") or "").upper()
        return _SYMBOLS.get(code, "•" if code.startswith("F0") else "")
    if tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
        return raised(attribute(element, "id") or "")
    return _SIGNS.get(str(tag), "")


def _boxes(element: _Element) -> Iterator[_Element]:
    """Yield the text boxes in a drawing, each once."""
    for box in element.iter(f"{W}txbxContent"):
        outer = box.getparent()
        fallback = False
        while outer is not None and outer is not element:
            fallback = fallback or outer.tag in {f"{_SAME}Fallback", f"{W}txbxContent"}
            outer = outer.getparent()
        if not fallback:
            yield box
