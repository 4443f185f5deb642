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
        yield f"  {wording.words.was}{colon}{_inner(row.was)}"
        yield f"  {wording.words.now}{colon}{_inner(row.value)}"
    elif "\n" in row.value:
        yield f"{row.label}{colon}".rstrip()
        yield f"  {_inner(row.value)}"
    else:
        yield f"{row.label}{colon}{row.value}"


def _inner(words: str) -> str:
    return words.replace("\n", "\n  ")


def _link(link: Link, colon: str) -> str:
    return f"{link.label}{colon}{link.address}"
