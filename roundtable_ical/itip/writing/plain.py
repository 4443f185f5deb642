"""A letter as plain text."""

from collections.abc import Iterator

from roundtable_ical.ical.words import words as feed_words
from roundtable_ical.itip.writing.wording import Link, Row, Wording


def plain(wording: Wording) -> str:
    """Return *wording* as text; lines end in a line feed, and are as long as their paragraph."""
    colon = feed_words(wording.language).colon
    facts = "\n".join(line for row in wording.rows for line in _row(row, wording, colon))
    button = [wording.button] if wording.button else []
    links = "\n".join(_link(link, colon) for link in (*button, *wording.links))
    signature = "\n".join(filter(None, (wording.closing, wording.signature)))
    parts = (
        wording.greeting,
        wording.opening,
        facts,
        wording.text,
        wording.asks,
        links,
        signature,
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _row(row: Row, wording: Wording, colon: str) -> Iterator[str]:
    if row.was:
        yield f"{row.label}{colon}".rstrip()
        yield from _fact(wording.words.was, row.was, colon, "  ")
        yield from _fact(wording.words.now, row.value, colon, "  ")
    else:
        yield from _fact(row.label, row.value, colon, "")


def _fact(label: str, value: str, colon: str, indent: str) -> Iterator[str]:
    """Yield a fact; one of several lines stands below its label."""
    if "\n" in value:
        yield f"{indent}{label}{colon}".rstrip()
        yield indent + "  " + value.replace("\n", f"\n{indent}  ")
    else:
        yield f"{indent}{label}{colon}{value}"


def _link(link: Link, colon: str) -> str:
    return f"{link.label}{colon}{link.address}"
