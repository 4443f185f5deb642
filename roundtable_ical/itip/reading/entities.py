"""A message as octets -> its parts, whatever is wrong with it, within bounds (RFC 2045, 2046).

Python's own parser calls itself for each level and keeps every line apart, so that a mail of a few
kilobytes can exhaust the stack, and one of a few megabytes the memory.
"""

import re
from binascii import Error as NotBase64
from binascii import a2b_base64
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from itertools import islice
from quopri import decodestring

from roundtable_ical.itip.reading.charsets import text_of
from roundtable_ical.itip.reading.opaque import signed_content

MOST_PARTS = 1_000
DEEPEST = 40
_MOST_MARKS = 100_000
LONGEST_HEAD = 256_000
LARGEST = 4_000_000
"""Octets of a part that is decoded; pictures and documents are passed over."""

_LARGEST_NAMELESS = 500_000
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_HEAD_END = re.compile(rb"\r?\n\r?\n|\r\r")
_DELIMITER = re.compile(
    rb"^--(\S(?:[^\r\n]{0,68}\S)?)[ \t]*\r?\nContent-", re.IGNORECASE | re.MULTILINE
)
_WAY = re.compile(r"[\s\"']*([a-z0-9-]+)")
_CALENDAR = re.compile(rb"\s*BEGIN:VCALENDAR\s", re.IGNORECASE)
_PARAMETER = re.compile(rb"[;:](?:PARTSTAT|CN|RSVP|ROLE|TZID|VALUE)=(?!3D|\s)", re.IGNORECASE)
"""Shows a calendar that is not quoted-printable, which has no equal sign of its own."""
_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_READ = ("text/", "message/", "application/ics", "application/calendar", "application/ms-tnef")
_NAMES = (".ics", ".vcs", ".ical", ".icalendar", ".ifb", "winmail.dat", ".tnef", ".p7m")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A part without parts: *size* octets that are *content* decoded; empty where nobody reads it.

    Of a message inside the message, *content* is the head. *around* are the types of what it stands
    in, outermost first.
    """

    type: str
    head: Message
    size: int
    content: bytes = field(repr=False)
    around: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the file, in small letters."""
        return _named(self.head)

    def parameter(self, name: str) -> str:
        """Return a parameter of Content-Type, "" where there is none."""
        return _safe(self.head.get_param(name))

    @property
    def forwarded(self) -> bool:
        """Whether it stands in another message inside this one."""
        return "message/rfc822" in self.around


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    around: tuple[str, ...]
    content: bytes
    default: str = "text/plain"


def head_of(content: bytes, start: int = 0, end: int | None = None) -> tuple[Message, int]:
    """Return the header fields that begin at *start*, and where the body begins."""
    end = len(content) if end is None else end
    if content[start : start + 2] == b"\r\n" or content[start : start + 1] == b"\n":
        return Message(), start + (2 if content[start : start + 1] == b"\r" else 1)
    found = _HEAD_END.search(content, start, min(end, start + LONGEST_HEAD))
    stop, body = found.span() if found else (end, end)
    fields = text_of(content[start : min(stop, start + LONGEST_HEAD)], "utf-8")
    return HeaderParser().parsestr(fields), body


def entities(content: bytes, trouble: list[str]) -> Iterator[Entity]:
    """Yield the parts of a message in order; a message inside it before its own parts.

    What keeps the rest from being read goes to *trouble*, as the end of a sentence.
    """
    spans = [_Span(0, len(content), (), content)]
    count = 0
    while spans:
        span = spans.pop()
        count += 1
        if count > MOST_PARTS:
            trouble.append(f"it has more than {MOST_PARTS} parts")
            return
        if len(span.around) > DEEPEST:
            trouble.append(f"its parts are nested more than {DEEPEST} deep")
            return
        head, body = head_of(span.content, span.start, span.end)
        kind = _type(head, span.default)
        inside = (*span.around, kind)
        if kind.startswith("multipart/"):
            default = "message/rfc822" if kind == "multipart/digest" else "text/plain"
            pieces = islice(_parted(head, span.content, body, span.end), MOST_PARTS + 1)
            parts = [_Span(*piece, inside, span.content, default) for piece in pieces]
            spans.extend(reversed(parts))
            if parts:
                continue
        whole = _decoded(head, kind, memoryview(span.content)[body : span.end])
        size = span.end - body
        if kind in ("message/rfc822", "message/global"):
            top = (whole or span.content[body : min(span.end, body + LONGEST_HEAD)])[:LONGEST_HEAD]
            yield Entity(type=kind, head=head, size=size, content=top, around=span.around)
            within = (*span.around, "message/rfc822")
            plain = _Span(body, span.end, within, span.content)
            spans.append(_Span(0, len(whole), within, whole) if whole else plain)
            continue
        entity = Entity(type=kind, head=head, size=size, content=whole, around=span.around)
        sealed = kind in _SEALED or entity.name.endswith(".p7m")
        if sealed and (seen := signed_content(whole)):
            spans.append(_Span(0, len(seen), inside, seen))
        else:
            yield entity


def _parted(head: Message, content: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each part is; where the head names no delimiter that comes, the first that does.

    Gateways that rewrite heads lose it.
    """
    named = _safe(head.get_boundary()).encode("utf-8", "replace")
    few = _pieces(content, named, start, end) if named else iter(())
    first = next(few, None)
    if first is not None:
        yield first
        yield from few
    elif found := _DELIMITER.search(content, start, min(end, start + LONGEST_HEAD)):
        yield from _pieces(content, found[1], start, end)


def _pieces(content: bytes, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each part between delimiters begins and ends (RFC 2046 section 5.1.1)."""
    mark = b"--" + boundary
    begun = -1
    at = content.find(mark, start, end)
    for _ in range(_MOST_MARKS):
        if at < 0:
            break
        after = at + len(mark)
        line = content[after : after + 80].split(b"\n", 1)[0]
        if content[at - 1 : at] in (b"\n", b"\r") and line.rstrip() in (b"", b"--"):
            if begun >= 0:
                stop = at - 1
                stop -= content[stop - 1 : stop + 1] == b"\r\n"
                yield begun, max(begun, stop)
            if line.startswith(b"--"):
                return
            begun = min(after + len(line) + 1, end)
        at = content.find(mark, after, end)
    if 0 <= begun < end:
        yield begun, end


def _decoded(head: Message, kind: str, raw: memoryview) -> bytes:
    """Return what a part says; b"" where nobody reads it, or a message that is not encoded."""
    name = _named(head)
    nameless = kind == "application/octet-stream" and not name and len(raw) <= _LARGEST_NAMELESS
    wanted = kind.startswith(_READ) or kind in _SEALED or name.endswith(_NAMES) or nameless
    if not wanted or len(raw) > LARGEST:
        return b""
    said = _WAY.match(_safe(head.get("Content-Transfer-Encoding")).lower())
    way = said[1] if said else ""
    if way in ("base64", "quoted-printable"):
        if _CALENDAR.match(raw) and (way == "base64" or _PARAMETER.search(raw)):
            return bytes(raw)  # decoded by a gateway that left the field in the head
        return base64_read(bytes(raw)) if way == "base64" else decodestring(bytes(raw))
    return b"" if kind in ("message/rfc822", "message/global") else bytes(raw)


def base64_read(content: bytes) -> bytes:
    """Return what *content* says in base64, as far as it goes."""
    letters = _BASE64.sub(b"", content)
    try:
        return a2b_base64(letters[: len(letters) - (len(letters) % 4 == 1)] + b"==")
    except NotBase64:
        return b""


def _type(head: Message, default: str) -> str:
    if not head.get("Content-Type"):
        return default
    said = head.get_content_type()
    found = _TYPE.match(said)
    return found[0] if found else said


def _named(head: Message) -> str:
    """Return the name of the file, in small letters; many write it as only words may be encoded."""
    name = _safe(head.get_filename())
    if "=?" in name:
        with suppress(MessageError, ValueError, LookupError):
            name = str(make_header(decode_header(name)))
    return name.lower()


def _safe(value: object) -> str:
    """Return a value of a header field as text; a triple is one of RFC 2231."""
    if isinstance(value, tuple):
        value = value[2]
    return "" if value is None else str(value).encode("utf-8", "replace").decode("utf-8")
