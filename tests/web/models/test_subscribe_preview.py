from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.web.models.said import Voice
from roundtable_ical.web.models.subscribe_preview import Preview, preview, preview_of_block

Planned = Callable[..., SideEvent]
Voices = Callable[..., Voice]


def told(found: Preview) -> list[str]:
    """Return what each item of *found* says."""
    return [f"{item.day}, {item.hours} {item.title}" for item in found.items]


def six(planned: Planned, **last: str) -> SideEvent:
    """Return an event of six segments, of which the last is as told."""
    segments = [{"id": f"s{n}", "start": f"08:{n}0", "end": f"08:{n}5"} for n in range(6)]
    return planned(*segments[:5], {**segments[5], **last})


def test_the_first_items_are_shown_and_the_rest_is_counted(planned: Planned, voice: Voices) -> None:
    found = preview(six(planned).occurrences, voice())

    assert (told(found), found.more) == (
        [
            "Thu 24 Sept, 08:00–08:05 S0",
            "Thu 24 Sept, 08:10–08:15 S1",
            "Thu 24 Sept, 08:20–08:25 S2",
        ],
        3,
    )


def test_a_cancelled_item_is_shown_wherever_it_is(planned: Planned, voice: Voices) -> None:
    found = preview(six(planned, status="cancelled").occurrences, voice("fr"))

    last = found.items[-1]
    assert (last.title.text, last.title.language, last.cancelled) == ("ANNULÉ : S5", "en", True)
    assert found.more == 2


def test_times_are_on_the_readers_clock(planned: Planned, voice: Voices) -> None:
    event = planned({"id": "gala", "start": "20:00", "end": "21:00"})

    found = preview(event.occurrences, voice(tz="Geneva"))

    assert told(found) == ["Fri 25 Sept, 02:00–03:00 Gala"]


def test_a_block_is_one_item_from_begin_to_end(planned: Planned, voice: Voices) -> None:
    found = preview_of_block(six(planned), voice())

    assert (told(found), found.more) == (["Thu 24 Sept, 08:00–08:55 Ministerial breakfast"], 0)


def test_an_event_without_times_has_nothing_to_show(planned: Planned, voice: Voices) -> None:
    event = planned({"id": "later"}, date=None)

    assert preview_of_block(event, voice()) == preview(event.occurrences, voice())
