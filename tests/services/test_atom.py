"""What changed, as an Atom feed; RFC 4287, and nobody's words become mark-up."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.revisions.changes import Change, ChangeKind
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.services.atom import Journal, atom, file_journal, retold_journal
from roundtable_ical.services.publish import publish
from roundtable_ical.services.retell import Retelling, Retold, Told
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.programmes import HOSTILE, values

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
PAGE = "https://events.example.org/breakfast/"
ATOM = "{http://www.w3.org/2005/Atom}"
GOLDEN = b"""\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:uuid:9eca2681-4fb4-5ba2-9dbd-bfa0919c5e29</id>
  <title>Breakfast: what changed</title>
  <subtitle>Times are those on the clock at the venue.</subtitle>
  <updated>2026-09-01T13:00:00Z</updated>
  <author>
    <name>Sweden, ILO</name>
  </author>
  <link rel="self" type="application/atom+xml" \
href="https://events.example.org/breakfast/changes.atom" />
  <link rel="alternate" type="text/html" href="https://events.example.org/breakfast/" />
  <entry>
    <id>urn:uuid:f2b49de7-8d3b-5d30-9b30-92ed6620d9c6</id>
    <title>Revision 2: the minister comes later</title>
    <updated>2026-09-01T13:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://events.example.org/breakfast/changes" />
    <content type="html">\
&lt;h3&gt;Q &amp;amp; A&lt;/h3&gt;&lt;p&gt;Moved&lt;/p&gt;\
&lt;p&gt;was 2026-09-24 08:30-09:00&lt;/p&gt;&lt;p&gt;is 2026-09-24 08:45-09:15&lt;/p&gt;\
&lt;h3&gt;Q &amp;amp; A&lt;/h3&gt;&lt;p&gt;Renamed&lt;/p&gt;\
&lt;p&gt;was Panel&lt;/p&gt;&lt;p&gt;is Q &amp;amp; A&lt;/p&gt;</content>
  </entry>
  <entry>
    <id>urn:uuid:f629fc7e-17a1-58a7-b44d-d3cf4a40de0c</id>
    <title>Revision 1: first draft</title>
    <updated>2026-09-01T12:00:00Z</updated>
    <author>
      <name>Ana</name>
    </author>
    <link rel="alternate" type="text/html" href="https://events.example.org/breakfast/changes" />
    <content type="html">&lt;p&gt;First publication: 2 sessions.&lt;/p&gt;</content>
  </entry>
</feed>
"""


def event(**changes: Any) -> SideEvent:
    return SideEvent.model_validate(values(**changes))


def told(title: str = "Panel", was: str = "", now: str = "", **membership: Any) -> Told:
    """Return one change of a segment."""
    kind = ChangeKind.RENAMED
    change = Change(segment_id="panel", title=title, kind=kind, was=was, now=now)
    return Told(change=change, **membership)


def retold(
    *changes: Told, number: int = 2, author: str = "", message: str = "", old: str | None = None
) -> Retold:
    """Return a revision with *changes*."""
    revision = Revision(
        event_id="breakfast",
        number=number,
        moment=NOON + timedelta(hours=number),
        author=author,
        message=message,
        tzdata="2026g",
    )
    return Retold(revision=revision, told=changes, retimed_from=old)


def journal(*past: Retold, of: SideEvent | None = None, **choice: Any) -> Journal:
    selection = Selection(**choice)
    return retold_journal(of or event(), past, page=PAGE, updated=NOON, selection=selection)


def bodies(journal: Journal) -> list[str]:
    """Return the HTML of each entry, as a reader gets it."""
    root = ElementTree.fromstring(atom(journal))
    return [each.text or "" for each in root.iter(f"{ATOM}content")]


def texts(journal: Journal, tag: str) -> list[str]:
    """Return the text of each element *tag*."""
    return [each.text or "" for each in ElementTree.fromstring(atom(journal)).iter(ATOM + tag)]


def test_a_small_history_to_the_byte() -> None:
    store = MemoryStore()
    hosts = [{"id": "sweden", "name": "Sweden"}, {"id": "ilo", "name": "ILO"}]
    welcome, panel = values()["segments"]
    later = panel | {"title": "Q & A", "start": "08:45", "end": "09:15"}
    publish(event(hosts=hosts), store, moment=NOON, tzdata="2026f",
            author="Ana <ana@example.org>", message="first draft")  # fmt: skip
    publish(event(hosts=hosts, segments=[welcome, later]), store, moment=NOON + timedelta(hours=1),
            tzdata="2026f", message="the minister comes later")  # fmt: skip
    snapshot = store.latest("breakfast")
    assert snapshot is not None

    past = Retelling().of(snapshot, store)

    assert atom(journal(*past, of=snapshot.event)) == GOLDEN


def test_a_theme_and_a_speaker_have_feeds_of_their_own() -> None:
    past = (
        retold(told(now="both", themes={"skills"}, speakers={"guy"}), told(now="none"), number=4),
        retold(told(now="other", themes={"rights"}, speakers={"eva"}), number=3),
        retold(told(now="guy", speakers={"guy"})),
        retold(told(themes={"skills"}), told(), number=1),
    )

    whole, theme, speaker = (
        journal(*past),
        journal(*past, themes=("skills",)),
        journal(*past, speakers=("guy",)),
    )

    assert [each.title for each in (whole, theme, speaker)] == [
        "Breakfast: what changed",
        "Breakfast, Skills: what changed",
        "Breakfast, Guy Ryder: what changed",
    ]
    assert [each.address for each in (theme, speaker)] == [
        f"{PAGE}themes/skills.atom",
        f"{PAGE}speakers/guy.atom",
    ]
    assert [entry.title[-1] for entry in theme.entries] == ["4", "1"]
    assert [entry.title[-1] for entry in speaker.entries] == ["4", "2"]
    assert "none" not in bodies(theme)[0]
    assert bodies(theme)[1] == "<p>First publication: 1 session.</p>"
    ids = [id_ for each in (whole, theme, speaker) for id_ in texts(each, "id")]
    assert len(set(ids)) == len(ids)


def test_where_nothing_concerns_a_theme_its_feed_stands_without_entries() -> None:
    theme = journal(retold(told()), themes=("skills",))

    assert theme.entries == ()
    assert texts(theme, "updated") == ["2026-09-01T12:00:00Z"]


def test_an_id_never_changes() -> None:
    here = journal(retold(told(now="one"), message="one"))
    there = retold_journal(
        event(title="Brunch", uid_domain="example.org"),
        [retold(told(now="two"), message="two")],
        page="http://localhost/",
        updated=NOON,
    )

    assert texts(here, "id") == texts(there, "id")


def test_a_revision_that_changed_no_words_says_why() -> None:
    assert bodies(journal(retold(old="2026f"), retold())) == [
        "<p>Times were computed anew, by time zone data 2026g in place of 2026f.</p>",
        "<p>Nothing changed that is shown here.</p>",
    ]


def test_a_long_revision_is_cut() -> None:
    [body] = bodies(journal(retold(*(told(title=f"S {n}") for n in range(250)))))

    assert body.count("<h3>") == 100
    assert body.endswith("<p>And 150 more changes.</p>")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("", []),
        ("Ana", ["Ana"]),
        ("Ana Lind <ana@example.org>", ["Ana Lind"]),
        ("ana@example.org", []),
        ("ana@laptop", []),
        ("mailto:ana@example.org", []),
    ],
)
def test_an_author_is_a_name_or_nobody(author: str, names: list[str]) -> None:
    """The first author is the event's: every feed has one (RFC 4287 section 4.1.1)."""
    assert texts(journal(retold(author=author)), "name") == ["Breakfast", *names]


def test_no_address_of_anybody_is_in_the_feed() -> None:
    words = "Write to nora@example.org"
    hosts = [{"id": "h", "name": "Host (host@example.org)"}]

    found = atom(
        journal(
            retold(told(words, words, words), message=words, author=words),
            of=event(title=words, hosts=hosts),
        )
    )

    assert b"@" not in found


def test_a_name_that_is_withheld_is_not_in_a_message() -> None:
    speakers = [{"id": "guy", "name": {"en": "Guy Ryder", "fr": "G. Ryder"}, "consent": False}]
    message = "Guy Ryder (G. Ryder) is coming, Guy Ryders is not"

    found = journal(retold(message=message), of=event(speakers=speakers))

    assert found.entries[0].title == "Revision 2: […] ([…]) is coming, Guy Ryders is not"


class Seen(HTMLParser):
    """What a browser sees of HTML: tags, and words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, object]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "</p></div><img src=x onerror=alert(1)>",
        "&lt;script&gt; &amp;amp; &#60;",
        "]]></content></entry><entry>",
        "\" onload='x' `",
        HOSTILE,
    ],
)
def test_nobodys_words_become_mark_up(words: str) -> None:
    found = journal(retold(told(words, words, words), message=words), of=event(title=words))

    [body] = bodies(found)
    seen = Seen(body)
    shown = " ".join(words.split())
    assert seen.tags == [("h3", []), ("p", []), ("p", []), ("p", [])]
    assert "|".join(seen.words) == f"{shown}|Renamed|was {shown}|is {shown}"
    assert texts(found, "title") == [f"{shown}: what changed", f"Revision 2: {shown}"]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_carry_is_replaced(character: str) -> None:
    words = f"a{character}b"

    found = journal(retold(told(words, words), message=words, author=words))

    assert set(bodies(found)[0]) >= {"a", "b"}
    assert character not in atom(found).decode()


def test_a_file_has_one_entry_for_what_it_is_now() -> None:
    bare, numbered = event(), event(revision=3, revised="2026-09-02T12:00:00Z")

    first, second = (file_journal(each, page=PAGE) for each in (bare, numbered))

    assert texts(first, "title")[1:] == ["Revision of 2026-09-01 08:00"]
    assert texts(second, "title")[1:] == ["Revision 3 of 2026-09-02 08:00"]
    assert texts(second, "updated") == ["2026-09-02T12:00:00Z"] * 2
    assert first.id == second.id
    assert first.entries[0].id != second.entries[0].id
    assert atom(first) == atom(file_journal(event(), page=PAGE))


def test_a_journal_has_all_that_the_format_requires() -> None:
    root = ElementTree.fromstring(atom(journal(retold(told()), retold(number=1))))

    required = {"id", "title", "updated"}
    assert {child.tag.removeprefix(ATOM) for child in root} >= {*required, "author", "link"}
    for entry in root.iter(f"{ATOM}entry"):
        assert {child.tag.removeprefix(ATOM) for child in entry} >= {*required, "content", "link"}
