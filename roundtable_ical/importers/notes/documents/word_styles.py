"""What styles and list definitions of a Word file say: headings, bold, indentation, numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf076": "❖",
    "\uf0fc": "✓",
    "\uf06f": "o",
}
_OFF = {"0", "false", "off", "none"}
_TWIPS = 120
"""Twentieths of a point in one column of text: letters are some 6 points wide."""

_DEEPEST = 20
_ROMAN = {
    100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style says; None where it says nothing."""

    name: str = ""
    bold: bool | None = None
    outline: int | None = None
    indent: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    based_on: str = ""

    @property
    def heading(self) -> int:
        """Level of a heading, from 1; 0 for ordinary text."""
        if self.name == "title":
            return 1
        if self.name.startswith("heading ") and self.name[8:].isdigit():
            return min(6, int(self.name[8:]))
        return self.outline + 1 if self.outline is not None and self.outline < 6 else 0


def attribute(element: _Element | None, name: str = "val") -> str | None:
    """Return an attribute of the word-processing namespace."""
    value = None if element is None else element.get(W + name)
    return None if value is None else str(value)


def is_on(element: _Element | None) -> bool | None:
    """Return whether a switch as ``<w:b/>`` is on; None where it is not there."""
    return None if element is None else (attribute(element) or "1").lower() not in _OFF


def own(element: _Element) -> Style:
    """Return what a style or a paragraph itself says."""
    properties = element.find(f"{W}pPr")
    run = element.find(f"{W}rPr")
    name = attribute(element.find(f"{W}name")) or ""
    outline = list_id = level = indent = None
    if properties is not None:
        outline = _number(attribute(properties.find(f"{W}outlineLvl")))
        list_id = attribute(properties.find(f"{W}numPr/{W}numId"))
        level = _number(attribute(properties.find(f"{W}numPr/{W}ilvl")))
        indent = indent_in(properties)
    return Style(
        name=name.lower(),
        bold=None if run is None else is_on(run.find(f"{W}b")),
        outline=outline,
        indent=indent,
        list_id=list_id,
        list_level=level,
        based_on=attribute(element.find(f"{W}basedOn")) or "",
    )


def indent_in(properties: _Element) -> int | None:
    """Return the columns before the first line of a paragraph."""
    found = properties.find(f"{W}ind")
    if found is None:
        return None
    left = _number(attribute(found, "left") or attribute(found, "start")) or 0
    first = _number(attribute(found, "firstLine")) or 0
    hanging = _number(attribute(found, "hanging")) or 0
    return max(0, round((left + first - hanging) / _TWIPS))


@dataclass
class Styles:
    """All styles, each with what it has from those that it is based on."""

    root: _Element | None
    _own: dict[str, Style] = field(default_factory=dict)
    _default: str = ""

    def __post_init__(self) -> None:
        for element in [] if self.root is None else self.root.iter(f"{W}style"):
            id_ = attribute(element, "styleId") or ""
            self._own[id_] = own(element)
            of_paragraphs = attribute(element, "type") == "paragraph"
            if of_paragraphs and attribute(element, "default") in {"1", "true"}:
                self._default = id_

    def style(self, id_: str | None) -> Style:
        """Return the style of this id; that of ordinary paragraphs for none."""
        found = Style()
        at = id_ or self._default
        for _ in range(_DEEPEST):
            if at not in self._own:
                break
            base = self._own[at]
            known = {key: getattr(found, key) for key in ("bold", "outline", "indent")}
            known |= {key: getattr(found, key) for key in ("list_id", "list_level")}
            found = replace(
                base,
                name=_telling(found.name, base.name),
                **{key: value for key, value in known.items() if value is not None},
            )
            at = base.based_on
        return found


@dataclass
class Lists:
    """The definitions of lists, and how far each has counted."""

    root: _Element | None
    _levels: dict[str, dict[int, _Element]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        for abstract in self.root.iter(f"{W}abstractNum"):
            id_ = attribute(abstract, "abstractNumId") or ""
            self._levels[id_] = dict(_leveled(abstract))
        for number in self.root.iter(f"{W}num"):
            id_ = attribute(number, "numId") or ""
            self._abstract[id_] = attribute(number.find(f"{W}abstractNumId")) or ""

    def next(self, list_id: str, level: int) -> tuple[str, int | None]:
        """Return the sign or number in front of the next item, and the columns before it."""
        abstract = self._abstract.get(list_id)
        levels = self._levels.get(abstract or "", {})
        definition = levels.get(level)
        if abstract is None or definition is None:
            return "", None
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, _start(definition) - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        text = attribute(definition.find(f"{W}lvlText")) or ""
        if attribute(definition.find(f"{W}numFmt")) == "bullet":
            sign = _SYMBOLS.get(text, "•" if text[:1] > "\ue000" else text)
        else:
            for each in range(level + 1):
                other = levels.get(each)
                written = attribute(other.find(f"{W}numFmt")) if other is not None else None
                count = counts.get(each, 1 if other is None else _start(other))
                text = text.replace(f"%{each + 1}", counted(count, written or "decimal"))
            sign = text
        properties = definition.find(f"{W}pPr")
        return sign.strip(), None if properties is None else indent_in(properties)


def counted(count: int, written: str) -> str:
    """Return *count* as a list writes it: ``decimal``, ``lowerLetter``, ``upperRoman``."""
    if written == "none" or not 0 < count < 4_000:
        return "" if written == "none" else str(count)
    if "Letter" in written:
        letters = chr(97 + (count - 1) % 26) * ((count - 1) // 26 % 5 + 1)
        return letters.upper() if "upper" in written else letters
    if "Roman" in written:
        roman = "m" * (count // 1000) + "d" * (count % 1000 // 500)
        left = count % 500
        for value, sign in _ROMAN.items():
            roman += sign * (left // value)
            left %= value
        return roman.upper() if "upper" in written else roman
    return f"{count:02}" if written == "decimalZero" else str(count)


def _leveled(abstract: _Element) -> Iterator[tuple[int, _Element]]:
    for level in abstract.iter(f"{W}lvl"):
        yield _number(attribute(level, "ilvl")) or 0, level


def _start(definition: _Element) -> int:
    return _number(attribute(definition.find(f"{W}start"))) or 1


def _telling(first: str, base: str) -> str:
    """Return the name of a style, or of its base where that one is a heading."""
    is_heading = base == "title" or base.startswith("heading ")
    return base if is_heading or not first else first


def _number(text: str | None) -> int | None:
    try:
        return None if text is None else round(float(text))
    except (ValueError, OverflowError):
        return None
