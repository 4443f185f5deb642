"""What changed, revision by revision."""

from datetime import UTC, datetime, timedelta
from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.revisions.changes import Change, ChangeKind, changes
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.services.retell import Retold, Told
from roundtable_ical.testing.programmes import values
from roundtable_ical.web.models.changes_page import (
    MOST_LINES,
    ChangesPage,
    Line,
    Section,
    changes_page,
)
from roundtable_ical.web.models.said import Said
from roundtable_ical.web.reader import Reader

NOON = datetime(2026, 9, 1, 16, tzinfo=UTC)
ENGLISH = Reader(wanted="en")


def event(**fields: Any) -> SideEvent:
    return SideEvent.model_validate(values(**fields))


def retold(number: int, *told: Change, message: str = "", retimed: str | None = None) -> Retold:
    revision = Revision(
        event_id="breakfast",
        number=number,
        moment=NOON + timedelta(hours=number),
        author="Ana Lee <ana@example.org>",
        message=message,
        tzdata="2026f",
    )
    told_all = tuple(Told(change=change) for change in told)
    return Retold(revision=revision, told=told_all, retimed_from=retimed)


def test_a_section_says_when_why_and_what_was_and_is() -> None:
    before, after = event(), moved()
    found = retold(2, *changes(before, after), message="The guest is early")

    [section] = changes_page(after, ENGLISH, [found]).sections

    assert section == Section(
        number=2,
        day="Tue 1 Sept 2026",
        time="14:00",
        moment="2026-09-01T14:00-04:00",
        reason=Said("The guest is early"),
        first=None,
        lines=(
            Line(
                tone="moved",
                icon="arrow",
                word="Moved",
                title=Said("Welcome"),
                segment="welcome",
                whole=False,
                context=Said("Dining Hall, New York"),
                was=Said("Thu 24 Sept, 08:15–08:30"),
                now=Said("Thu 24 Sept, 08:00–08:15"),
            ),
        ),
        more=0,
        retimed=None,
    )


def moved() -> SideEvent:
    welcome, panel = values()["segments"]
    return event(segments=[welcome | {"start": "08:00", "end": "08:15"}, panel])


def test_of_the_first_publication_only_the_size_is_told() -> None:
    [section] = changes_page(event(), ENGLISH, [retold(1, *changes(None, event()))]).sections

    assert (section.first, section.lines) == (2, ())


def test_what_left_the_agenda_has_no_link() -> None:
    gone = Change(segment_id="lunch", title="Lunch", kind=ChangeKind.REMOVED, was="time open")

    [line] = changes_page(event(), ENGLISH, [retold(2, gone)]).sections[0].lines

    assert (line.segment, line.whole, line.title, line.was) == ("", False, Said("Lunch"),
                                                                Said("Time open"))  # fmt: skip


def test_a_title_is_told_in_the_readers_language_while_it_is_the_same() -> None:
    both = event(segments=[{"id": "talk", "title": {"en": "Talk", "fr": "Exposé"}}])
    same, other = (
        Change(segment_id="talk", title=title, kind=ChangeKind.UNSCHEDULED)
        for title in ("Talk", "Old talk")
    )

    [section] = changes_page(both, Reader(wanted="fr"), [retold(2, same, other)]).sections

    assert [line.title for line in section.lines] == [Said("Exposé"), Said("Old talk", "en")]


def test_the_organisers_words_say_which_language_they_are_in() -> None:
    renamed = Change(segment_id="welcome", title="Welcome", kind=ChangeKind.RENAMED,
                     was="Greeting", now="Welcome")  # fmt: skip
    off = Change(segment_id="panel", title="Panel", kind=ChangeKind.CANCELLED,
                 was="confirmed", now="cancelled")  # fmt: skip
    why = Change(segment_id="panel", title="Panel", kind=ChangeKind.WORDS, now="No quorum")

    page = changes_page(event(), Reader(wanted="es"), [retold(2, renamed, off, why)])

    assert [(line.was, line.now, line.reason) for line in page.sections[0].lines] == [
        (Said("Greeting", "en"), Said("Welcome", "en"), Said("")),
        (Said("Confirmado"), Said("Cancelado"), Said("No quorum", "en")),
    ]


def test_new_time_zone_data_are_told_where_nothing_else_changed() -> None:
    [section] = changes_page(event(), ENGLISH, [retold(3, retimed="2026e")]).sections

    assert section.retimed == ("2026e", "2026f")


def test_who_is_withheld_and_who_published_is_on_no_page() -> None:
    hidden = event(speakers=[{"id": "guy", "name": "Guy Ryder", "consent": False}])

    page = changes_page(hidden, ENGLISH, [retold(2, message="Guy Ryder asks ana@example.org")])

    assert page.sections[0].reason == Said("[…] asks […]")
    assert "Ana" not in repr(page)
    assert "Ryder" not in repr(page)


def numbers(page: ChangesPage) -> list[int]:
    return [section.number for section in page.sections]


def test_a_long_history_has_pages() -> None:
    history = [retold(number) for number in range(9, 2, -1)]

    first = changes_page(event(), ENGLISH, history, most=3)
    second = changes_page(event(), ENGLISH, history, before=first.older, most=3)
    last = changes_page(event(), ENGLISH, history, before=second.older, most=3)

    assert [numbers(page) for page in (first, second, last)] == [[9, 8, 7], [6, 5, 4], [3]]
    assert [page.newer for page in (first, second, last)] == [False, True, True]
    assert (last.older, last.forgotten) == (None, True)
    assert not changes_page(event(), ENGLISH, [retold(1)]).forgotten


def test_a_revision_of_many_changes_is_cut() -> None:
    word = Change(segment_id="welcome", title="Welcome", kind=ChangeKind.WORDS)

    [section] = changes_page(event(), ENGLISH, [retold(2, *[word] * (MOST_LINES + 5))]).sections

    assert (len(section.lines), section.more) == (MOST_LINES, 5)


def test_where_nobody_remembers_that_is_told() -> None:
    page = changes_page(event(), ENGLISH, None)

    assert (page.kept, page.sections, page.forgotten) == (False, (), False)
