from collections.abc import Callable
from datetime import UTC, datetime

from roundtable_ical import SideEvent
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.web.models.head import Head, Host, head
from roundtable_ical.web.models.said import Said, Voice

Planned = Callable[..., SideEvent]
Voices = Callable[..., Voice]


def test_a_head_says_which_revision_and_when(planned: Planned, voice: Voices) -> None:
    event = planned(
        kind="Breakfast",
        subtitle="At work",
        revision=4,
        hosts=[{"id": "ilo", "name": "ILO", "role": "co-host", "url": "https://ilo.org/"}],
    )

    assert head(event, voice()) == Head(
        id="breakfast",
        kind=Said("Breakfast"),
        title=Said("Ministerial breakfast"),
        subtitle=Said("At work"),
        hosts=(Host(name=Said("ILO"), url="https://ilo.org/"),),
        cohosts=True,
        revision=4,
        revised="Tue 1 Sept 2026",
        revised_at="08:00",
        city="New York",
    )


def test_a_store_knows_the_revision_better_than_the_file(planned: Planned, voice: Voices) -> None:
    revision = Revision(
        event_id="breakfast",
        number=12,
        moment=datetime(2026, 9, 20, 16, 30, tzinfo=UTC),
        author="",
        message="",
        tzdata="2026f",
    )

    found = head(planned(revision=4), voice(), revision)

    assert (found.revision, found.revised, found.revised_at) == (12, "Sun 20 Sept 2026", "12:30")
