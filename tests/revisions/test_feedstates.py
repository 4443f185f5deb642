from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.ical.renderer import VeventRenderer
from roundtable_ical.revisions.feedstates import FeedState, all_paths, next_feeds
from roundtable_ical.revisions.ledger import Ledger, next_entries

Values = dict[str, Any]
NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)


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
        found = next_feeds(self.feeds, self.event, event, self.ledger, entries, moment=self.moment)
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
