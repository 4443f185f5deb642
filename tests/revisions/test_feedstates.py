from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_ical import SideEvent
from roundtable_ical.ical.renderer import VeventRenderer
from roundtable_ical.revisions.feedstates import FeedState, all_paths, next_feeds
from roundtable_ical.revisions.ledger import Ledger, next_entries

Values = dict[str, Any]
NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
VALUES: Values = {
    "id": "lunch",
    "title": "Lunch",
    "timezone": "Europe/Zurich",
    "date": "2026-10-01",
    "revised": "2026-09-01T12:00:00Z",
    "themes": [{"id": "skills", "title": "Skills"}, {"id": "rights", "title": "Rights"}],
    "segments": [
        {"id": id_, "title": id_, "start": "12:00", "end": "12:30", "themes": ["skills"]}
        for id_ in "abc"
    ],
}


class Publisher:
    """Keeps ledger and feeds between publications."""

    def __init__(self) -> None:
        self.ledger: Ledger = {}
        self.feeds: dict[str, FeedState] = {}
        self.event: SideEvent | None = None
        self.moment = NOON

    def changed(self, values: Values) -> set[str]:
        """Publish *values* and return the paths of the feeds that have new bytes."""
        self.moment += timedelta(hours=1)
        event = SideEvent.model_validate(deepcopy(values))
        old = VeventRenderer(self.event) if self.event else None
        new = VeventRenderer(event)
        entries = next_entries(self.ledger, self.event, event, moment=self.moment, old=old, new=new)
        found = next_feeds(
            self.feeds,
            self.event,
            event,
            self.ledger,
            entries,
            moment=self.moment,
            zones=new.zones,
            zones_before=old.zones if old else {},
        )
        self.ledger = {**self.ledger, **{entry.segment_id: entry for entry in entries}}
        self.feeds |= {feed.path: feed for feed in found}
        self.event = event
        return {feed.path for feed in found}


def test_a_first_publication_makes_every_feed(values: Values) -> None:
    publisher = Publisher()

    found = publisher.changed(values)

    assert publisher.event is not None
    assert found == set(all_paths(publisher.event))


def test_only_feeds_that_hold_what_changed_change(
    values: Values, segment: Callable[[str], Values]
) -> None:
    publisher = Publisher()
    publisher.changed(values)
    segment("a")["end"] = "12:20"

    found = publisher.changed(values)

    assert found == {
        "event.ics", "agenda.ics", "themes/skills.ics", "speakers/guy.ics", "venues/one.ics",
    }  # fmt: skip


def test_a_segment_that_leaves_a_theme_changes_the_theme_it_left(
    values: Values, segment: Callable[[str], Values]
) -> None:
    publisher = Publisher()
    publisher.changed(values)
    segment("a")["themes"] = ["rights"]

    found = publisher.changed(values)

    assert {"themes/skills.ics", "themes/rights.ics"} <= found
    assert publisher.feeds["themes/skills.ics"].modified == publisher.moment


def test_a_renamed_theme_changes_its_own_name_too(values: Values) -> None:
    values["themes"].append({"id": "empty", "title": "Empty"})
    publisher = Publisher()
    publisher.changed(values)
    values["themes"][2]["title"] = "Still empty"

    assert publisher.changed(values) == {"themes/empty.ics", "event.ics"}


def test_a_feed_of_a_theme_that_was_taken_out_still_stands(
    values: Values, segment: Callable[[str], Values]
) -> None:
    publisher = Publisher()
    publisher.changed(values)
    segment("c")["themes"] = []
    del values["themes"][1]

    found = publisher.changed(values)

    assert "themes/rights.ics" in found
    assert publisher.changed(values) == set()


def test_another_definition_of_a_zone_changes_the_feeds_that_are_written_in_it(
    values: Values,
) -> None:
    """The feed of a room in Tokyo does not hear of new rules for Zurich."""
    values["venues"][1]["timezone"] = "Asia/Tokyo"
    publisher = Publisher()
    publisher.changed(values)
    assert publisher.event is not None
    zones = VeventRenderer(publisher.event).zones

    found = next_feeds(
        publisher.feeds,
        publisher.event,
        publisher.event,
        publisher.ledger,
        (),
        moment=NOON,
        zones={**zones, "Europe/Zurich": b"BEGIN:VTIMEZONE of other rules"},
        zones_before=zones,
    )

    assert {feed.path for feed in found} == publisher.feeds.keys() - {
        "themes/rights.ics",
        "venues/two.ics",
    }


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.sampled_from(["12:10", "12:20", "15:00"]),
            st.sampled_from([["skills"], ["rights"], ["skills", "rights"], []]),
            st.booleans(),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_step_by_step_or_at_once_a_feed_has_the_same_digest(
    steps: list[tuple[str, str, list[str], bool]],
) -> None:
    """Equal digests are equal bytes, so the way that led there must not show."""
    values = deepcopy(VALUES)
    publisher = Publisher()
    publisher.changed(values)
    for id_, end, themes, taken_out in steps:
        drawn = [each for each in values["segments"] if each["id"] != id_ or not taken_out]
        for each in drawn:
            if each["id"] == id_:
                each |= {"start": "12:00", "end": end, "themes": themes}
        values = {**values, "segments": drawn}
        publisher.changed(values)

    assert publisher.event is not None
    zones = VeventRenderer(publisher.event).zones
    everything = publisher.ledger.values()
    at_once = next_feeds(
        {},
        None,
        publisher.event,
        {},
        everything,
        moment=publisher.moment,
        zones=zones,
        zones_before={},
    )

    assert {feed.path: feed.digest for feed in at_once} == {
        path: publisher.feeds[path].digest for path in {feed.path for feed in at_once}
    }


def test_what_only_a_plan_looks_at_changes_no_feed(
    values: Values, segment: Callable[[str], Values]
) -> None:
    publisher = Publisher()
    publisher.changed(values)
    values["venues"][0] |= {"capacity": 80, "equipment": ["projector"], "hours": "08:00-18:00"}
    values["speakers"][0] |= {"available": "2026-10-29", "away": "mon"}
    segment("a").update({"fixed": True, "audience": 70, "needs": ["projector"]})
    values["constraints"] = [{"kind": "pause", "name": "Lunch", "when": "12:00-13:00"}]

    assert publisher.changed(values) == set()
