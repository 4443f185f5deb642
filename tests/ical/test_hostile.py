"""Whatever words a programme holds, no feed gets a line that was not meant (rules O1 to O8)."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from roundtable_ical import SideEvent, every_feed
from roundtable_ical.ical.lint import lint
from roundtable_ical.programme.reading import understood
from roundtable_ical.programme.texts import Text

BAITS = (
    "\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM",
    "\nATTENDEE:mailto:spy@example.org",
    "END:VEVENT\r\nEND:VCALENDAR",
    "\\n\\N\\\\;,;,:\"'^n^^",
    '"; X-EVIL="1',
    "👩🏽‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿🇺🇳" * 12,
    "مؤتمر \u202eعن\u202c العمل\u200f",
    "x" * 400,
    "字" * 200,
    "e\u0301" * 90,
    "\ufeffBOM \u2028 \u2029 \x85 \x0b \x0c",
    " \t leading and trailing \t ",
    "nora@example.org",
)
WORDS = st.one_of(
    st.sampled_from(BAITS),
    st.lists(st.sampled_from(BAITS), min_size=2, max_size=3).map("".join),
    st.text(min_size=1, max_size=120),
)


def programme(words: list[str]) -> dict[str, Any]:
    """Return a programme with every text field there is, filled from *words*."""
    said = iter(words)

    def text() -> Any:
        first, second = next(said), next(said)
        return {"en": first, "ar": second}

    return {
        "id": "event", "timezone": "America/New_York", "date": "2026-09-24",
        "revised": "2026-09-01T12:00:00Z", "url": "https://events.example.org/event/",
        "title": text(), "subtitle": text(), "kind": text(), "objective": text(),
        "background": text(), "participants": [text()],
        "hosts": [{"id": "h", "name": text()}],
        "organizer": {"name": text(), "email": "office@example.org"},
        "venues": [
            {"id": "v", "name": text(), "room": text(), "address": text(), "city": text(),
             "rooms": [{"id": "r", "name": text()}]},
        ],
        "venue": "v",
        "themes": [{"id": "t", "title": text(), "description": text()}],
        "speakers": [
            {"id": "s", "name": text(), "honorific": text(), "function": text(),
             "affiliation": text()},
            {"id": "u", "label": text(), "tbc": True},
        ],
        "segments": [
            {"id": "a", "title": text(), "abstract": text(), "note": text(), "start": "08:00",
             "end": "09:00", "themes": ["t"], "speakers": ["s", "u"]},
            {"id": "b", "title": text(), "start": "09:00", "end": "10:00", "status": "cancelled"},
            {"id": "c", "title": text(), "start": "10:00", "end": "11:00", "venue": "r",
             "repeat": {"rule": "FREQ=DAILY;COUNT=2", "changes": {"2026-09-25": {
                 "title": text(), "abstract": text(), "note": text()}}}},
        ],
        "constraints": [{"kind": "pause", "name": text(), "when": "12:00-13:00"}],
    }  # fmt: skip


NUMBER_OF_TEXTS = 58


def text_fields(model: type[BaseModel], found: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return every field of *model*, and of the models in it, that holds words."""
    for name, field in model.model_fields.items():
        for part in _parts(field.annotation):
            if issubclass(part, Text):
                found.add((model.__name__, name))
            elif issubclass(part, BaseModel):
                text_fields(part, found)
    return found


def _parts(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
    for inside in get_args(annotation):
        yield from _parts(inside)


def filled(value: object, found: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return every field in *value* that holds words."""
    for item in (
        value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    ):
        filled(item, found)
    if isinstance(value, BaseModel) and not isinstance(value, Text):
        for name in type(value).model_fields:
            inside = getattr(value, name)
            parts = inside if isinstance(inside, tuple) else (inside,)
            if any(isinstance(part, Text) for part in parts):
                found.add((type(value).__name__, name))
            filled(inside, found)
    return found


def test_no_field_with_words_is_left_out_here() -> None:
    event = SideEvent.model_validate(programme(["word"] * NUMBER_OF_TEXTS))

    assert filled(event, set()) == text_fields(SideEvent, set())


def names(body: bytes) -> list[bytes]:
    """Return the property names of the content lines in *body*, in order; unfolds on its own."""
    lines = body.replace(b"\r\n ", b"").split(b"\r\n")
    return [line.replace(b";", b":").partition(b":")[0] for line in lines]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=NUMBER_OF_TEXTS, max_size=NUMBER_OF_TEXTS))
def test_hostile_words_give_the_same_lines_as_plain_ones(words: list[str]) -> None:
    reading = understood(programme(words))
    plain = SideEvent.model_validate(programme(["word"] * NUMBER_OF_TEXTS))

    if reading.event is None:  # nothing is dropped in silence: what is not taken is said
        assert all(problem.where.path and problem.hint for problem in reading.errors)
        return
    hostile = every_feed(reading.event)

    meant = {path: names(feed.body) for path, feed in every_feed(plain).items()}
    assert {path: names(feed.body) for path, feed in hostile.items()} == meant
    assert [found for feed in hostile.values() for found in lint(feed.body)] == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(BAITS), st.integers(min_value=0, max_value=NUMBER_OF_TEXTS - 1))
def test_each_bait_alone_in_each_field_does_no_harm(bait: str, place: int) -> None:
    words = ["word"] * NUMBER_OF_TEXTS
    words[place] = bait
    plain = SideEvent.model_validate(programme(["word"] * NUMBER_OF_TEXTS))

    event = understood(programme(words)).required()

    meant = {path: names(feed.body) for path, feed in every_feed(plain).items()}
    assert {path: names(feed.body) for path, feed in every_feed(event).items()} == meant


def test_nothing_depends_on_assertions() -> None:
    """Under `python -O` icalendar 7 writes a line end in an X- property as it is."""
    script = (
        "from roundtable_ical import SideEvent, every_feed\n"
        "event = SideEvent(id='e', title='a\\nATTENDEE:mailto:x@example.org', timezone='UTC',"
        " revised='2026-01-01T00:00:00Z', subtitle='b', objective='c\\nX-EVIL:1')\n"
        "bodies = b''.join(feed.body for feed in every_feed(event).values())\n"
        "print(bodies.count(b'\\nATTENDEE'), bodies.count(b'\\nX-EVIL'))\n"
    )

    run = subprocess.run(
        [sys.executable, "-O", "-c", script], capture_output=True, text=True, check=True
    )

    assert run.stdout == "0 0\n"
