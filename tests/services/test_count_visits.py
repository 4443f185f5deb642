"""Readers are told apart for a day, and by nobody afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.reach.counts import Counted, Gaps, Visits, added
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.rhythms import step_of
from roundtable_ical.services import count_visits
from roundtable_ical.services.count_visits import Visit, VisitCounter, new_salt
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.tags import Tags
from roundtable_ical.testing.programmes import breakfast, publication, snapshot

NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
TODAY = NOON.date()
APPLE = "iOS/18.0 (22A3354) dataaccessd/1.0"
GOOGLE = "Google-Calendar-Importer"
FEED = "agenda.ics"


class Counter:
    """A counter, the revision that is served, and a clock."""

    def __init__(self) -> None:
        salts: Iterator[int] = count()
        self.tags = Tags()
        self.counter = VisitCounter(self.tags, salt=lambda: str(next(salts)).encode())
        self.moment = NOON
        self.kept = Counted()
        self.publish(1)

    def publish(self, number: int) -> None:
        self.number = number
        self.edition = Edition(breakfast(number), base=None, snapshot=snapshot(number))
        self.tags.learn({"breakfast": self.edition})

    def tag(self, feed: str = FEED) -> str:
        return self.edition.published[feed].etag

    def visit(
        self,
        address: str = "192.0.2.1",
        *,
        agent: str = APPLE,
        sent: str = "",
        feed: str = FEED,
        bodiless: bool = False,
        after: float = 0.0,
    ) -> None:
        """Have a reader come, *after* hours."""
        self.moment += timedelta(hours=after)
        visit = Visit("breakfast", feed, agent, address, sent, f'"{self.tag(feed)}"', bodiless)
        self.counter.add([visit], self.moment)

    def counted(self) -> Counted:
        self.kept = added(self.kept, self.counter.take())
        return self.kept

    def readers(self, day: date = TODAY) -> dict[int, int]:
        """Return how many readers hold each revision after a day."""
        found = {it.number: it.readers for it in self.counted().visits if it.day == day}
        return {number: readers for number, readers in found.items() if readers}

    def gaps(self) -> list[tuple[Family, int]]:
        return [(gap.family, gap.step) for gap in self.counted().gaps for _ in range(gap.times)]


@pytest.fixture
def here() -> Counter:
    return Counter()


def test_a_visit_is_a_number_of_a_family_and_a_day(here: Counter) -> None:
    here.visit(after=1)
    here.visit(after=1)

    assert here.counted() == Counted(
        (
            Visits(
                event_id="breakfast",
                family=Family.APPLE,
                day=TODAY,
                number=1,
                fetches=2,
                readers=1,
                last=NOON + timedelta(hours=2),
            ),
        ),
        (
            Gaps(
                event_id="breakfast",
                family=Family.APPLE,
                day=TODAY,
                step=step_of(3600),
                times=1,
            ),
        ),
    )


def test_what_was_taken_is_not_told_again_and_what_was_given_back_is(here: Counter) -> None:
    here.visit()
    first = here.counter.take()

    assert here.counter.take() == Counted()
    here.counter.give_back(first)
    assert here.counter.take() == first


def test_readers_are_addresses_and_programs(here: Counter) -> None:
    for address in ("192.0.2.1", "192.0.2.2", "2001:db8::1"):
        here.visit(address)
    here.visit("192.0.2.1", agent="iOS/17.0 dataaccessd/1.0")

    assert here.readers() == {1: 4}


def test_who_comes_again_after_a_publication_moves_on(here: Counter) -> None:
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.3"):
        here.visit(address)
    assert here.readers() == {1: 3}

    here.publish(2)
    here.visit("192.0.2.1", after=1)

    assert here.readers() == {1: 2, 2: 1}


def test_a_feed_that_did_not_change_is_of_the_newest_revision(here: Counter) -> None:
    here.visit(feed="themes/skills.ics")

    later = replace(snapshot(1), revision=publication(7).revision)
    here.tags.learn({"breakfast": Edition(breakfast(1), base=None, snapshot=later)})

    assert here.readers() == {7: 1}


def test_who_follows_two_feeds_holds_the_older_of_both(here: Counter) -> None:
    here.visit(feed=FEED)
    here.visit(feed="themes/skills.ics")
    here.publish(2)
    here.visit(feed=FEED, after=1)

    assert here.readers() == {1: 1}
    here.visit(feed="themes/skills.ics", after=1)
    assert here.readers() == {2: 1}


def test_who_does_not_take_what_is_given_holds_the_older_one(here: Counter) -> None:
    old = here.tag()
    here.visit(sent=old)
    here.publish(2)
    here.visit(sent=old, after=1)
    assert here.readers() == {2: 1}

    here.visit(sent=old, after=1)

    assert here.readers() == {1: 1}


def test_who_only_asks_for_headers_holds_what_their_tag_says(here: Counter) -> None:
    old = here.tag()
    here.publish(2)
    here.visit("192.0.2.1", sent=f'W/"{old}"', bodiless=True)
    here.visit("192.0.2.2", bodiless=True)
    here.visit("192.0.2.3", sent='"unheard-of"', bodiless=True)

    assert here.readers() == {1: 1}


def test_google_is_one_reader_of_each_feed_wherever_it_comes_from(here: Counter) -> None:
    for number in range(5):
        here.visit(f"66.249.88.{number}", agent=GOOGLE, after=0.5)
    here.visit("66.249.88.9", agent=GOOGLE, feed="themes/skills.ics")

    assert here.readers() == {1: 2}
    assert here.gaps() == [(Family.GOOGLE, step_of(1800))] * 4


def test_gaps_are_those_of_one_reader_and_one_feed(here: Counter) -> None:
    here.visit("192.0.2.1")
    here.visit("192.0.2.2", after=0.25)
    here.visit("192.0.2.1", feed="themes/skills.ics", after=0.25)
    here.visit("192.0.2.1", after=0.5)

    assert here.gaps() == [(Family.APPLE, step_of(3600))]


def test_what_comes_within_a_minute_is_the_same_visit(here: Counter) -> None:
    here.visit()
    here.visit(after=30 / 3600)
    here.visit(after=50 / 3600)

    assert here.gaps() == [(Family.APPLE, step_of(80))]


def test_a_browser_has_no_rhythm(here: Counter) -> None:
    firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0"
    here.visit(agent=firefox)
    here.visit(agent=firefox, after=1)

    assert here.gaps() == []


def test_a_gap_over_midnight_is_known(here: Counter) -> None:
    here.visit(after=10)
    here.visit(after=11)

    assert here.gaps() == [(Family.APPLE, step_of(11 * 3600))]
    assert here.readers() == {1: 1}
    assert here.readers(TODAY + timedelta(days=1)) == {1: 1}


def test_the_day_before_yesterday_is_forgotten(here: Counter) -> None:
    here.visit()
    here.visit(after=49)

    assert here.gaps() == []


def test_the_salt_changes_every_day_and_nobody_can_guess_it(here: Counter) -> None:
    visit = Visit("breakfast", FEED, APPLE, "192.0.2.1", "", "", bodiless=False)
    days = [count_visits._Day(TODAY, new_salt()) for _ in range(2)]

    one, other = (day.hashed(Family.APPLE, visit) for day in days)

    assert one != other
    assert len(new_salt()) == 16


def test_beyond_a_bound_readers_are_not_told_apart(
    here: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(count_visits, "MOST_READERS", 3)

    for number in range(10):
        here.visit(f"192.0.2.{number}")

    assert here.readers() == {1: 3}
    assert [each.fetches for each in here.counted().visits] == [10]


def test_a_name_that_is_no_text_is_a_reader_too(here: Counter) -> None:
    here.visit("\udcff", agent="\udcff\x00")

    assert here.readers() == {1: 1}


STEP = st.tuples(
    st.sampled_from(["192.0.2.1", "192.0.2.2", "192.0.2.3"]),
    st.sampled_from([FEED, "themes/skills.ics"]),
    st.sampled_from([0.0, 0.01, 5.0, 30.0]),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(STEP, max_size=30))
def test_whatever_happens_the_sums_are_those_of_people_who_came(
    steps: list[tuple[str, str, float, bool, bool]],
) -> None:
    here, came = Counter(), set()
    for address, feed, after, publishes, takes in steps:
        here.visit(address, feed=feed, after=after)
        came.add((here.moment.date(), address))
        if publishes:
            here.publish(here.number + 1)
        if takes:
            here.counted()

    visits = here.counted().visits

    assert min((each.readers for each in visits), default=0) >= 0
    assert sum(each.readers for each in visits) == len(came)
    assert sum(each.fetches for each in visits) == len(steps)
