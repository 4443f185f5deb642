"""What changed, as an Atom feed: one entry for each revision, for people and their feed readers.

Values in, bytes out. Source: RFC 4287.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from roundtable_ical.ical.description import Speech
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.programme.texts import public
from roundtable_ical.revisions.changes import Change
from roundtable_ical.services.reasons import Reasons
from roundtable_ical.services.retell import Retold

MEDIA_TYPE = "application/atom+xml"
MOST_SECTIONS = 100
"""Changes of one revision that are told one by one."""

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLOCKS = "Times are those on the clock at the venue."


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One revision as readers see it: *body* is HTML; *author* may be empty."""

    id: str
    title: str
    updated: datetime
    body: str
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What changed of an event, a theme or a speaker; *entries* newest first.

    *author* is who invites: RFC 4287 wants one where an entry has none. *page* is the address that
    people read, and below it what changed; *address* is that of this feed.
    """

    id: str
    title: str
    author: str
    updated: datetime
    page: str
    address: str
    entries: tuple[Entry, ...]


def journal_path(selection: Selection) -> str:
    """Return the path of the feed of what changed, below its event.

    >>> journal_path(Selection(themes=("skills",)))
    'themes/skills.atom'
    """
    section, id_ = selection.only or ("", "")
    return f"{section}/{id_}.atom" if section else "changes.atom"


def retold_journal(
    event: SideEvent,
    retold: Iterable[Retold],
    *,
    page: str,
    updated: datetime,
    selection: Selection = Selection(),  # noqa: B008  # frozen, and everything
) -> Journal:
    """Return the journal of *event* as a store remembers it.

    Args:
        event: as it is public now.
        retold: its revisions, newest first.
        page: address of the event's page, ending in a slash.
        updated: moment of the last change, should no revision in *retold* concern *selection*.
        selection: a theme or a speaker; only what concerns it is told.
    """
    reasons = Reasons(event)
    entries = []
    for each in retold:
        found = [told.change for told in each.told if told.concerns(selection)]
        if found or selection.everything:
            entries.append(_entry(event, each, found, journal_path(selection), reasons))
    return _journal(event, selection, page, entries, updated)


def file_journal(
    event: SideEvent,
    *,
    page: str,
    selection: Selection = Selection(),  # noqa: B008  # frozen, and everything
) -> Journal:
    """Return the journal of an event that nobody remembers the history of: what it is now."""
    moment = event.revised
    number = "" if event.revision is None else f" {event.revision}"
    entry = Entry(
        id=_urn(event, journal_path(selection), moment.astimezone(UTC).isoformat()),
        title=f"Revision{number} of {moment.astimezone(event.timezone):%Y-%m-%d %H:%M}",
        updated=moment,
        body="<p>The programme as it is now. What changed before is not kept here.</p>",
    )
    return _journal(event, selection, page, [entry], moment)


def atom(journal: Journal) -> bytes:
    """Return *journal* as an Atom document; the same journal gives the same bytes."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _text(root, "id", journal.id)
    _text(root, "title", journal.title)
    _text(root, "subtitle", _CLOCKS)
    _text(root, "updated", _moment(journal.updated))
    _author(root, journal.author)
    SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": journal.address})
    _alternate(root, journal.page)
    for entry in journal.entries:
        item = SubElement(root, "entry")
        _text(item, "id", entry.id)
        _text(item, "title", entry.title)
        _text(item, "updated", _moment(entry.updated))
        if entry.author:
            _author(item, entry.author)
        _alternate(item, f"{journal.page}changes")
        content = SubElement(item, "content", {"type": "html"})
        content.text = _NO_XML.sub("\ufffd", entry.body)
    indent(root)
    document: str = tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{document}\n'.encode()


def _journal(
    event: SideEvent,
    selection: Selection,
    page: str,
    entries: Sequence[Entry],
    updated: datetime,
) -> Journal:
    speech, path = Speech(event), journal_path(selection)
    names = [speech.title(), *([speech.named(*selection.only)] if selection.only else [])]
    hosts = (host.name.said_in(event.language) for host in event.hosts)
    return Journal(
        id=_urn(event, path),
        title=f"{', '.join(names)}: what changed",
        author=", ".join(hosts) or speech.title(),
        updated=entries[0].updated if entries else updated,
        page=page,
        address=f"{page}{path}",
        entries=tuple(entries),
    )


def _entry(
    event: SideEvent, retold: Retold, found: list[Change], path: str, reasons: Reasons
) -> Entry:
    revision = retold.revision
    message = reasons.said(revision.message)
    return Entry(
        id=_urn(event, path, str(revision.number)),
        title=f"Revision {revision.number}" + (f": {message}" if message else ""),
        updated=revision.moment,
        author=_person(revision.author),
        body="".join(_sections(retold, found)),
    )


def _sections(retold: Retold, found: list[Change]) -> Iterator[str]:
    """Yield what changed as HTML; all of a first revision is new, so only its size is told."""
    if retold.revision.number == 1:
        noun = "session" if len(found) == 1 else "sessions"
        yield f"<p>First publication: {len(found)} {noun}.</p>"
        return
    for change in found[:MOST_SECTIONS]:
        yield from _section(change)
    if len(found) > MOST_SECTIONS:
        yield f"<p>And {len(found) - MOST_SECTIONS} more changes.</p>"
    if not found and retold.retimed_from:
        old, new = escape(retold.retimed_from), escape(retold.revision.tzdata)
        yield f"<p>Times were computed anew, by time zone data {new} in place of {old}.</p>"
    elif not found:
        yield "<p>Nothing changed that is shown here.</p>"


def _section(change: Change) -> Iterator[str]:
    """Yield one change; each text in a block of its own, so that none can turn its neighbours."""
    kind = change.kind.value
    yield f"<h3>{_html(change.title)}</h3><p>{escape(kind[0].upper() + kind[1:])}</p>"
    if change.was:
        yield f"<p>was {_html(change.was)}</p>"
    if change.now:
        yield f"<p>is {_html(change.now)}</p>"


def _html(words: str) -> str:
    """Return *words* as they may stand in HTML: no address of anybody, no mark-up."""
    return escape(_plain(words))


def _plain(words: str) -> str:
    """Return *words* on one line, without e-mail addresses and what XML cannot carry."""
    return " ".join(_NO_XML.sub("\ufffd", public(words)).split())


def _person(author: str) -> str:
    """Return the name in *author*, which may be "Ana <ana@example.org>"; may be empty."""
    return " ".join(word for word in author.split() if "@" not in word)


def _urn(event: SideEvent, path: str, mark: str = "") -> str:
    """Return the id of the feed at *path*, or of an entry of it: the same for ever."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'urn:roundtable-ical:{event.id}:{path}:{mark}')}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _text(parent: Element, tag: str, words: str) -> None:
    SubElement(parent, tag).text = _plain(words)


def _author(parent: Element, name: str) -> None:
    _text(SubElement(parent, "author"), "name", name)


def _alternate(parent: Element, page: str) -> None:
    SubElement(parent, "link", {"rel": "alternate", "type": "text/html", "href": page})
