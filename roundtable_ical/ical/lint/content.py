"""Physical lines to content lines, and those to properties: name, parameters, value (O5).

Source: RFC 5545 sections 3.1 and 3.2; RFC 6868 leaves the forms as they are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roundtable_ical.ical.lint.findings import Report, quoted

_MAX_PARAMETERS = 100
_NAME = re.compile(r"[A-Za-z0-9-]+", re.ASCII)
_QUOTED = r'"[^"\x00-\x08\x0a-\x1f\x7f]*+"'
_PLAIN = r'[^";:,\x00-\x08\x0a-\x1f\x7f]*+'
_PARAMETER = re.compile(
    rf";([A-Za-z0-9-]++)=((?:{_QUOTED}|{_PLAIN})(?:,(?:{_QUOTED}|{_PLAIN}))*+)(?=[;:])"
)
_VALUE = re.compile(rf"{_QUOTED}|{_PLAIN}")
_BROKEN_NAME = re.compile(r"[^:;]*+")


@dataclass(frozen=True, slots=True)
class ContentLine:
    """An unfolded line; octets that are not UTF-8 stand in it as lone surrogates.

    *parts* says where each physical line begins: octets into the text, and line number.
    """

    text: str
    parts: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """The physical line on which it begins."""
        return self.parts[0][1]

    def line_at(self, index: int) -> int:
        """Return the physical line of the character at *index*."""
        if len(self.parts) == 1:
            return self.line
        octets = len(self.text[:index].encode("utf-8", "surrogateescape"))
        return self.parts[bisect_right(self.parts, (octets, 2**63)) - 1][1]


@dataclass(frozen=True, slots=True)
class Property:
    """A content line taken apart; names of the property and its parameters in capitals.

    *start* is the index of *value* in the text of *source*.
    """

    name: str
    parameters: dict[str, tuple[str, ...]]
    value: str
    source: ContentLine
    start: int

    @property
    def line(self) -> int:
        """The physical line on which it begins."""
        return self.source.line

    def line_at(self, index: int) -> int:
        """Return the physical line of the character at *index* of the value."""
        return self.source.line_at(self.start + index)

    def parameter(self, name: str) -> str:
        """Return the first value of a parameter, or "" where there is none."""
        return self.parameters.get(name, ("",))[0]

    @property
    def value_type(self) -> str:
        """The parameter VALUE in capitals, or ""."""
        return self.parameter("VALUE").upper()


def unfolded(lines: Iterable[bytes], report: Report) -> Iterator[ContentLine]:
    """Yield the content lines; blank lines have been reported and are passed over."""
    pieces: list[bytes] = []
    parts: list[tuple[int, int]] = []
    length = 0
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        if line[:1] in (b" ", b"\t"):
            if not pieces:
                message = "this line begins with a space, and there is none before to continue"
                report.error("O5", number, f"{message}; take the space out")
            line = line[1:]
        elif pieces:
            yield _joined(pieces, parts)
            pieces, parts, length = [], [], 0
        pieces.append(line)
        parts.append((length, number))
        length += len(line)
    if pieces:
        yield _joined(pieces, parts)


def parsed(source: ContentLine, report: Report) -> Property | None:
    """Return the property in *source*, as well as it can be told; None where it has no colon."""
    text = source.text
    name = _NAME.match(text)
    at = name.end() if name else 0
    parameters: dict[str, tuple[str, ...]] = {}
    count = 0
    while count < _MAX_PARAMETERS and (found := _PARAMETER.match(text, at)):
        values = tuple(value.strip('"') for value in _values(found[2]))
        parameters.setdefault(found[1].upper(), values)
        at = found.end()
        count += 1
    if name and text[at : at + 1] == ":":
        return Property(name[0].upper(), parameters, text[at + 1 :], source, at + 1)
    colon = text.find(":", at)
    if colon < 0:
        message = f"{quoted(text)} has no colon; write NAME:value"
        hint = "or begin the line with a space where it continues the one before"
        report.error("O5", source.line, f"{message}, {hint} (RFC 5545 section 3.1)")
        return None
    if name is None or text[at : at + 1] != ";":
        broken = _BROKEN_NAME.match(text)
        message = f"{quoted(broken[0] if broken else text)} is no name of a property"
        hint = "write letters, digits and hyphens, then a colon"
        report.error("O5", source.line, f"{message}; {hint} (RFC 5545 section 3.1)")
    elif count >= _MAX_PARAMETERS:
        report.error("O5", source.line, f"more than {_MAX_PARAMETERS} parameters; leave some out")
    else:
        message = f"broken parameter at {quoted(text[at:colon])}"
        hint = 'write ;NAME=value, in "quotes" where the value has a colon, comma or semicolon'
        advice = f"{hint}; no quote or control character in it (RFC 5545 section 3.2)"
        report.error("O5", source.line_at(at), f"{message}; {advice}")
    shown = name[0].upper() if name else ""
    return Property(shown, parameters, text[colon + 1 :], source, colon + 1)


def _joined(pieces: list[bytes], parts: list[tuple[int, int]]) -> ContentLine:
    return ContentLine(b"".join(pieces).decode("utf-8", "surrogateescape"), tuple(parts))


def _values(text: str) -> list[str]:
    if '"' not in text:
        return text.split(",")
    values, at = [], 0
    while at <= len(text) and (found := _VALUE.match(text, at)):
        values.append(found[0])
        at = found.end() + 1
    return values
