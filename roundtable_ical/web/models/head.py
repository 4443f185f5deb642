"""The head of every page of an event: kind left, revision right, as a UN paper has it."""

from dataclasses import dataclass

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import HostRole
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.web.models.home import home_city
from roundtable_ical.web.models.said import Said, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """Who invites."""

    name: Said
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Masthead and title; *revision* is None where nobody counts. *kind* may be empty.

    *revised* is when, as a day; *revised_at* the time and *city* the clock it was read from.
    *lists* are the kinds of parts that there are: ``themes``, ``speakers``, ``venues``.
    """

    id: str
    kind: Said
    title: Said
    subtitle: Said
    hosts: tuple[Host, ...]
    cohosts: bool
    revision: int | None
    revised: str
    revised_at: str
    city: str
    lists: tuple[str, ...] = ()


def head(event: SideEvent, say: Voice, revision: Revision | None = None) -> Head:
    """Return the head of *event*; *revision* is what a store says of it, else the file counts."""
    moment = (revision.moment if revision else event.revised).astimezone(event.timezone)
    reader = say.reader
    return Head(
        id=event.id,
        kind=say(event.kind),
        title=say(event.title),
        subtitle=say(event.subtitle),
        hosts=tuple(Host(name=say(host.name), url=host.url) for host in event.hosts),
        cohosts=any(host.role is HostRole.CO_HOST for host in event.hosts),
        revision=revision.number if revision else event.revision,
        revised=reader.short_day(moment.date()),
        revised_at=reader.time(moment),
        city=home_city(event, say),
        lists=tuple(
            kind
            for kind, parts in (
                ("themes", event.themes),
                ("speakers", event.speakers),
                ("venues", event.venues),
            )
            if parts
        ),
    )
