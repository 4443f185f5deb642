"""How much of an order fits, where not all of it does."""

from hypothesis import assume, given
from hypothesis import strategies as st

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.segments import Segment
from roundtable_ical.scheduling.fits import Fit
from roundtable_ical.scheduling.placements import inserted
from roundtable_ical.scheduling.proposals import Proposed
from roundtable_ical.scheduling.shifts import extended, shifted
from tests.scheduling.agendas import agendas, day


def most(done: Proposed) -> tuple[int, dict[Fit, int]] | None:
    return (done.less.as_it_is, dict(done.less.ways)) if done.less else None


def test_nothing_is_told_where_all_fits() -> None:
    assert shifted(day("a 09:00 30", "b 09:40 20"), "a", 10).less is None


def test_the_most_that_fits_is_told_of_each_order() -> None:
    full = day("a 09:00 30", "b 09:40 20", "c 10:00 30 fixed")

    assert most(shifted(full, "a", 20)) == (10, {})
    assert most(shifted(full, "b", -20)) == (-10, {})
    assert most(extended(full, "a", 40)) == (10, {Fit.SHORTEN: 25, Fit.DROP: 30, Fit.OVERRUN: 29})
    new = Segment.model_validate({"id": "n", "title": "N", "start": "09:30", "minutes": 25})
    assert most(inserted(full, new)) == (10, {})


@given(agendas(), st.data())
def test_so_much_fits_and_not_one_minute_more(event: SideEvent, data: st.DataObject) -> None:
    free = [each.id for each in event.occurrences if not each.segment.fixed]
    assume(free)
    lead = data.draw(st.sampled_from(free))
    minutes = data.draw(st.integers(1, 180)) * data.draw(st.sampled_from((1, -1)))
    done = shifted(event, lead, minutes)
    assume(done.less)
    assert done.less
    sign = 1 if minutes > 0 else -1

    pairs: list[tuple[Fit | None, int]] = [(None, done.less.as_it_is), *done.less.ways.items()]
    for fit, found in pairs:
        if found:
            assert shifted(event, lead, found, fit=fit).fits
        assert not shifted(event, lead, found + sign, fit=fit).fits
