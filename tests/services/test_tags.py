"""Tags that readers send are of revisions."""

from dataclasses import replace

import pytest

from roundtable_ical.revisions.feedstates import AGENDA_FEED
from roundtable_ical.services import tags
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.tags import Tags, bare
from roundtable_ical.testing.programmes import breakfast, publication, snapshot


def edition(number: int) -> Edition:
    return Edition(breakfast(number), base=None, snapshot=snapshot(number))


@pytest.mark.parametrize(
    "header", ['"abc"', 'W/"abc"', '"abc-gzip"', '"abc--gzip"', '"abc", "def"', "abc", 'W/"abc-br"']
)
def test_a_tag_is_known_however_proxies_dress_it(header: str) -> None:
    assert bare(header) == "abc"


def test_a_tag_is_of_the_newest_revision_it_was_served_in() -> None:
    known, first, second = Tags(), edition(1), edition(2)
    [old, new] = [it.published[AGENDA_FEED].etag for it in (first, second)]

    known.learn({"breakfast": first})
    known.learn({"breakfast": second})

    assert old != new
    assert (known.number("breakfast", old), known.number("breakfast", new)) == (1, 2)
    assert known.number("breakfast", "nobody's") is None
    assert known.number("lunch", new) is None


def test_bytes_that_a_revision_leaves_as_they_were_are_of_that_revision_too() -> None:
    known, first = Tags(), edition(1)
    later = replace(snapshot(1), revision=publication(7).revision)
    tag = first.published[AGENDA_FEED].etag

    known.learn({"breakfast": first})
    known.learn({"breakfast": Edition(breakfast(1), base=None, snapshot=later)})

    assert known.number("breakfast", tag) == 7


def test_a_feed_with_options_is_of_what_is_served_when_it_is_first_seen() -> None:
    known = Tags()
    known.learn({"breakfast": edition(1)})

    assert known.served("breakfast", "with-alarm") == 1
    known.learn({"breakfast": edition(2)})
    assert known.served("breakfast", "with-alarm") == 1
    assert known.served("breakfast", "with-alarm-2") == 2


def test_a_file_has_no_revisions() -> None:
    known = Tags()
    known.learn({"breakfast": Edition(breakfast(1), base=None)})

    assert known.served("breakfast", "any") == 0


def test_only_so_many_tags_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "MOST_TAGS", 2)
    known = Tags()

    for tag in ("a", "b", "c"):
        known.served("breakfast", tag)

    assert [known.number("breakfast", tag) for tag in ("a", "b", "c")] == [None, 0, 0]
