"""Pages for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, url_for

from roundtable_ical.errors import UnknownId
from roundtable_ical.ical.addresses import feed_path
from roundtable_ical.ical.description import Speech, join_link
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Appearance, Role
from roundtable_ical.programme.segments import Segment, Status
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.programme.texts import said
from roundtable_ical.revisions.feedstates import EVENT_FEED
from roundtable_ical.web.context import context
from roundtable_ical.web.responses import fresh, guarded, page
from roundtable_ical.zones import city_of


def register(blueprint: Blueprint) -> None:
    """Add the addresses of pages."""
    blueprint.add_url_rule("/", view_func=index)
    blueprint.add_url_rule("/<event_id>/", view_func=event_page)
    blueprint.add_url_rule("/<event_id>/segments/<id_>", view_func=segment_page)
    blueprint.after_request(guarded)


def index() -> Response:
    """Show the events there are."""
    editions = context().shelf.editions.values()
    events = sorted((edition.event for edition in editions), key=_first_day, reverse=True)
    return page("roundtable/index.html", events=events, date_of=_dates)


def event_page(event_id: str) -> Response:
    """Show one event: its facts, agenda and calendars."""
    edition = context().edition(event_id)
    event = edition.event
    shown = page(
        "roundtable/event.html",
        event=event,
        speech=Speech(event),
        dates=_dates(event),
        days=list(_days(event)),
        unscheduled=[_row(event, segment, None) for segment in event.unscheduled],
        calendars=_calendars(event),
        revised=event.revised.astimezone(event.timezone),
        city=city_of(event.timezone),
        stale=any(file.stale and file.edition is edition for file in context().shelf.files),
    )
    return fresh(shown, kept=False)


def segment_page(event_id: str, id_: str) -> Response:
    """Show one segment, on its own."""
    edition = context().edition(event_id)
    event = edition.event
    if id_ not in event.agenda:
        raise UnknownId("segment", id_, event.agenda)
    item = next((item for item in event.occurrences if item.id == id_), None)
    row = _row(event, event.agenda[id_], item)
    day = f"{item.start:%A} {item.start.day} {item.start:%B %Y}" if item else None
    shown = page("roundtable/segment.html", event=event, speech=Speech(event), row=row, day=day)
    return fresh(shown, kept=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A segment as the agenda shows it."""

    id: str
    title: str
    abstract: str
    note: str
    status: Status
    when: str
    minutes: int | None
    city: str
    place: str
    link: str | None
    themes: tuple[tuple[int, str], ...]
    people: tuple["Person", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A speaker as the agenda shows them."""

    name: str
    position: str
    role: str
    tbc: bool
    remote: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A feed as the page offers it."""

    name: str
    count: int
    address: str

    @property
    def webcal(self) -> str:
        """The address that opens a calendar program on Apple's and Microsoft's systems."""
        return f"webcal://{self.address.partition('://')[2]}"


def _days(event: SideEvent) -> Iterator[tuple[str, list[Row]]]:
    by_day = sorted(event.occurrences, key=lambda item: item.start.date())  # of several zones
    for day, items in groupby(by_day, key=lambda item: item.start.date()):
        rows = [_row(event, item.segment, item) for item in items]
        yield f"{day:%A} {day.day} {day:%B %Y}", rows


def _row(event: SideEvent, segment: Segment, item: Occurrence | None) -> Row:
    speech = Speech(event)
    venue = item.venue if item else event.frame.venue_of(segment)
    numbers = {id_: number for number, id_ in enumerate(event.topics, start=1)}
    city = str(venue.city or venue.name) if venue else ""
    return Row(
        id=segment.id,
        title=segment.title.said_in(speech.language),
        abstract=said(segment.abstract, speech.language),
        note=said(segment.note, speech.language),
        status=segment.status if item else Status.UNSCHEDULED,
        when=f"{item.start:%H:%M}–{item.end:%H:%M}" if item else "",
        minutes=item.minutes if item else None,
        city=city,
        place=venue.location(speech.language) if venue else "",
        link=join_link(item) if item else segment.url,
        themes=tuple((numbers[id_], speech.named("themes", id_)) for id_ in segment.themes),
        people=tuple(_person(part, speech) for part in segment.speakers),
    )


def _person(part: Appearance, speech: Speech) -> Person:
    speaker = speech.event.people[part.speaker]
    known = speaker.public_name(speech.language)
    return Person(
        name=speech.name(part.speaker),
        position=speaker.position(speech.language) if known else "",
        role="" if part.role is Role.SPEAKER else speech.words.roles[part.role],
        tbc=part.tbc or speaker.tbc,
        remote=part.remote,
    )


def _calendars(event: SideEvent) -> list[tuple[str, list[Calendar]]]:
    """Return what can be subscribed to, by heading; feeds without an event are left out."""
    block = Calendar(
        name="The event as one block", count=1, address=f"{event_address(event)}{EVENT_FEED}"
    )
    choices = {
        "Themes": [Selection(themes=(id_,)) for id_ in event.topics],
        "Speakers": [Selection(speakers=(id_,)) for id_ in event.people],
        "Places": [Selection(venues=(id_,)) for id_ in event.places],
    }
    found = [("", [block, _calendar(event, Selection())])]
    found += [
        (name, [_calendar(event, each) for each in chosen]) for name, chosen in choices.items()
    ]
    filled = ((name, [calendar for calendar in each if calendar.count]) for name, each in found)
    return [(name, calendars) for name, calendars in filled if calendars]


def _calendar(event: SideEvent, choice: Selection) -> Calendar:
    name = Speech(event).named(*choice.only) if choice.only else "Every segment"
    address = f"{event_address(event)}{feed_path(choice)}"
    return Calendar(name=name, count=len(selected(event, choice)), address=address)


def event_address(event: SideEvent) -> str:
    """Return the address of the event's page, as this server is reached or says it is."""
    base_url = context().settings.base_url
    if base_url:
        return f"{base_url.rstrip('/')}/{event.id}/"
    return url_for(".event_page", event_id=event.id, _external=True)


def _dates(event: SideEvent) -> str:
    days = event.days or tuple(sorted({item.start.date() for item in event.occurrences}))
    if not days:
        return "Date to be confirmed"
    first, last = days[0], days[-1]
    whole = f"{last:%A} {last.day} {last:%B %Y}"
    return whole if first == last else f"{first:%A} {first.day} {first:%B} – {whole}"


def _first_day(event: SideEvent) -> str:
    return event.start.isoformat() if event.start else ""
