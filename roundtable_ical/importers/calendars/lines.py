"""The lines of a calendar: unfolded, decoded, and each with its number in the file."""

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roundtable_ical.importers.decoded import decoded
from roundtable_ical.programme.problems import Problem

_NAMES = frozenset(
    "BEGIN END CALSCALE METHOD PRODID VERSION ATTACH CATEGORIES CLASS COMMENT DESCRIPTION GEO "
    "LOCATION PERCENT-COMPLETE PRIORITY RESOURCES STATUS SUMMARY COMPLETED DTEND DUE DTSTART "
    "DURATION FREEBUSY TRANSP TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL ATTENDEE CONTACT ORGANIZER "
    "RECURRENCE-ID RELATED-TO URL UID EXDATE EXRULE RDATE RRULE ACTION REPEAT TRIGGER CREATED "
    "DTSTAMP LAST-MODIFIED SEQUENCE REQUEST-STATUS NAME REFRESH-INTERVAL SOURCE COLOR IMAGE "
    "CONFERENCE STYLED-DESCRIPTION STRUCTURED-DATA PARTICIPANT-TYPE CALENDAR-ADDRESS LOCATION-TYPE "
    "RESOURCE-TYPE CONCEPT LINK REFID ACKNOWLEDGED PROXIMITY DALARM AALARM TZ DAYLIGHT "
    "BUSYTYPE TZID-ALIAS-OF TZUNTIL".split()
)
"""Properties of RFC 5545, 7529, 7808, 7953, 7986, 9073, 9074, 9253 and of vCalendar 1.0."""

_NAME = re.compile(r"\s*([A-Za-z][A-Za-z0-9-]*)\s*[:;]")
_MARKS = re.compile('[":]')
_PIECES = re.compile('([";])')
_OUTLOOK = re.compile(r"\((?:UTC|GMT)[+-]\d\d$")
_LONGEST_HEAD = 20_000
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}
"""RFC 6868."""
_LINE_ENDS = re.compile(rb"\r\n|\n|\r")
_ODD_ENDS = re.compile(rb"\x0b|\x0c|\xe2\x80[\xa8\xa9]|\xc2\x85")
_QUOTED = re.compile(r"ENCODING=\"?QUOTED-PRINTABLE", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One property: *line* is where it begins (from 1), *value* as it stands there."""

    line: int
    name: str
    parameters: Mapping[str, str]
    value: str


def content_lines(content: bytes) -> tuple[list[ContentLine], tuple[Problem, ...]]:
    """Return the properties in *content*, in order, and what had to be assumed.

    Lines are unfolded before they are decoded: programs fold in the middle of a character
    (RFC 5545 section 3.1). A line that is no property goes on with the one before it, as where
    a program broke a description and forgot to fold it.

    Raises:
        Undecodable: it is no text at all.
    """
    if content.startswith(_WIDE) or b"B\0E\0G\0I\0N\0" in content[:100]:
        content = decoded(content).text.encode()
    numbers: list[int] = []
    unfolded: list[list[bytes]] = []
    for number, line in enumerate(_LINE_ENDS.split(content), 1):
        if line[:1] in (b" ", b"\t") and unfolded:
            unfolded[-1].append(line[1:])
        elif line.strip():
            numbers.append(number)
            unfolded.append([line])
    plain = b"\n".join(_ODD_ENDS.sub(b" ", b"".join(parts)) for parts in unfolded)
    text = decoded(plain)
    found: list[ContentLine] = []
    strays: list[int] = []
    for number, line in _whole(zip(numbers, text.text.split("\n"), strict=True), strays):
        found.append(_property(number, line))
    return found, (*text.problems, *_told(strays))


def _whole(lines: Iterator[tuple[int, str]], strays: list[int]) -> Iterator[tuple[int, str]]:
    """Yield lines with those that go on after them; *strays* gets the numbers of the latter."""
    first = 0
    parts: list[str] = []
    for number, line in lines:
        if parts and _QUOTED.search(parts[0].partition(":")[0]) and parts[-1].endswith("="):
            parts[-1] = parts[-1][:-1]
            parts.append(line.lstrip())
        elif _begins(line):
            if parts:
                yield first, "".join(parts)
            first, parts = number, [line]
        elif parts:
            strays.append(number)
            parts.append(f"\\n{line}")
        else:
            strays.append(number)
    if parts:
        yield first, "".join(parts)


def _begins(line: str) -> bool:
    """Whether *line* begins a property, and is not a piece of a text before it."""
    match = _NAME.match(line)
    name = match[1].upper() if match else ""
    return name in _NAMES or name.startswith(("X-", "IANA-"))


def _property(number: int, line: str) -> ContentLine:
    head, value = _cut(line.strip())
    name, *words = _parts(head)
    told = {}
    for each in words:
        key, _, said = each.partition("=")
        told[key.strip().upper()] = _CARET.sub(
            lambda found: _CARETS[found[1]], said.strip().strip('"')
        )
    if "QUOTED-PRINTABLE" in {told.get("ENCODING", "").upper(), *told}:
        raw = quopri.decodestring(value.encode())
        value = raw.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\n", "\\n")
    return ContentLine(number, name.strip().upper(), told, value.strip())


def _cut(line: str) -> tuple[str, str]:
    """Return what stands before and after the first colon that is in no quotation marks.

    Outlook leaves the colon in "(UTC+01:00) ..." without any.
    """
    quoted = False
    for mark in _MARKS.finditer(line):
        if mark.group() == '"':
            quoted = not quoted
        elif not quoted and not _OUTLOOK.search(line[max(0, mark.start() - 8) : mark.start()]):
            return line[: mark.start()], line[mark.end() :]
    head, _, value = line.partition(":")
    return head, value


def _parts(head: str) -> list[str]:
    """Return name and parameters."""
    found, quoted = [""], False
    for piece in _PIECES.split(head[:_LONGEST_HEAD]):
        quoted ^= piece == '"'
        if piece == ";" and not quoted:
            found.append("")
        else:
            found[-1] += piece
    return found


def _told(strays: list[int]) -> Iterator[Problem]:
    if strays:
        message = (
            f"{len(strays)} lines belong to no property, the first one is line {strays[0]}; "
            "each was taken for the rest of the line before it"
        )
        hint = "look whether the texts there are what you expect"
        yield Problem.warning("stray-lines", (), message, hint)
