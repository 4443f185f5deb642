"""The octets of a feed before anything is read: line ends, length, encoding, controls (O1-O4).

Source: RFC 5545 sections 3.1 and 3.1.4.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator

from roundtable_ical.ical.lint.findings import Report

MAX_LINES = 500_000
"""Physical lines that are read; a feed of 10,000 events has about 200,000."""

_END = re.compile(rb"\r\n|\r|\n")
_BARE_LF = re.compile(rb"(?<!\r)\n")
_BARE_CR = re.compile(rb"\r(?!\n)")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def physical(feed: bytes, report: Report) -> list[bytes]:
    """Return the lines of *feed* without their ends; what is wrong with them goes to *report*.

    A bare CR or LF ends a line too, as most programs read it.
    """
    _check_ends(feed, report)
    if feed.startswith(BOM_UTF8):
        # ical.js, ts-ics and vobject refuse the whole feed.
        report.error("O4", 1, "the feed begins with a byte order mark; begin with BEGIN:VCALENDAR")
        feed = feed[len(BOM_UTF8) :]
    lines = _END.split(feed, MAX_LINES)
    if len(lines) > MAX_LINES:
        message = f"the feed has more than {MAX_LINES} lines; the rest was not read: split it"
        report.warning("C1", MAX_LINES, message)
        lines.pop()
    elif not lines[-1]:
        lines.pop()
    if b"" in lines or max(map(len, lines), default=0) > 75 or _CONTROL.search(feed):
        _check_lines(lines, report)
    if not _is_utf8(feed):
        _check_encoding(lines, report)
    return lines


def _check_lines(lines: list[bytes], report: Report) -> None:
    for number, line in enumerate(lines, 1):
        if len(line) > 75:
            message = f"this line has {len(line)} octets; fold after 75 (RFC 5545 section 3.1)"
            report.warning("O2", number, message)
        if not line:
            report.error("O4", number, "this line is blank; leave it out (RFC 5545 section 3.1)")
        elif control := _CONTROL.search(line):
            message = (
                f"control character 0x{control[0][0]:02X}; leave it out, "
                "or write \\n for a line break in a text (RFC 5545 section 3.3.11)"
            )
            report.error("O4", number, message)


def _check_ends(feed: bytes, report: Report) -> None:
    pairs = feed.count(b"\r\n")
    for name, octet, pattern in (("LF", b"\n", _BARE_LF), ("CR", b"\r", _BARE_CR)):
        if count := feed.count(octet) - pairs:
            found = pattern.search(feed)
            line = 1 + sum(1 for _ in _END.finditer(feed, 0, found.start() if found else 0))
            others = f" (and {count - 1} more)" if count > 1 else ""
            message = f"this line ends with {name} alone{others}; end every line with CRLF"
            report.error("O1", line, f"{message} (RFC 5545 section 3.1)")
    if feed and not feed.endswith((b"\n", b"\r")):
        line = feed.count(b"\n") + feed.count(b"\r") - pairs + 1
        report.error("O1", line, "the last line has no end; write CRLF (RFC 5545 section 3.1)")


def _check_encoding(lines: list[bytes], report: Report) -> None:
    for first, parts in _folded(lines):
        broken = [number for number, part in enumerate(parts, first) if not _is_utf8(part)]
        if broken and _is_utf8(b"".join([parts[0], *(part[1:] for part in parts[1:])])):
            message = "a character is cut in two by the fold; fold between characters"
            report.warning("O3", broken[0], f"{message} (RFC 5545 section 3.1)")
            continue
        for number in broken:
            message = "these octets are not UTF-8; write the feed in UTF-8"
            report.error("O3", number, f"{message} (RFC 5545 section 3.1.4)")


def _folded(lines: list[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield each content line as its physical lines, and the number of the first."""
    parts: list[bytes] = []
    for number, line in enumerate(lines, 1):
        if parts and not line.startswith((b" ", b"\t")):
            yield number - len(parts), parts
            parts = []
        parts.append(line)
    if parts:
        yield len(lines) - len(parts) + 1, parts


def _is_utf8(octets: bytes) -> bool:
    try:
        octets.decode()
    except UnicodeDecodeError:
        return False
    return True
