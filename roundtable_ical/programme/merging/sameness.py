"""What a programme and one of a document have in common, and what the latter's parts are called."""

from collections.abc import Mapping

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.counterparts import Counterparts
from roundtable_ical.programme.merging.likeness import normal
from roundtable_ical.programme.merging.matching import Match
from roundtable_ical.programme.merging.renaming import Names, named, rebuilt
from roundtable_ical.programme.problems import Problem

Matches = Mapping[str, list[Match]]
_KINDS = {
    "hosts": "host",
    "places": "place",
    "themes": "theme",
    "speakers": "person",
    "segments": "segment",
}


def without_series(present: SideEvent, document: SideEvent) -> SideEvent:
    """Return *document* without the segments that are days of a series in the file."""
    series = {each.id for each in present.segments if each.repeat}
    days = {
        (normal(item.segment.title), item.span)
        for item in present.occurrences
        if item.series in series
    }
    single = {each.id for each in document.segments if not each.repeat}
    told = {
        item.series
        for item in document.occurrences
        if item.series in single and (normal(item.segment.title), item.span) in days
    }
    if not told:
        return document
    return rebuilt(
        document, segments=tuple(each for each in document.segments if each.id not in told)
    )


def matches(old: SideEvent, new: SideEvent) -> Matches:
    """Return what is the same in both, by the section it is in."""
    found = Counterparts(old, new)
    people = found.speakers()
    return {
        "hosts": found.hosts(),
        "places": found.places(),
        "themes": found.themes(),
        "speakers": people,
        "segments": found.segments({match.new: match.old for match in people}),
    }


def added_by_hand(known: Matches, beside: Matches, first: SideEvent) -> Matches:
    """Return what only the file had, and the document has by now.

    Args:
        known: what the document has in common with the one that the file was made from.
        beside: what it has in common with the file.
        first: the event that the file was made from.
    """
    found: dict[str, list[Match]] = {}
    for section, pairs in beside.items():
        told = {match.new for match in known[section]}
        ours = {*ids(first, section)}
        found[section] = [it for it in pairs if it.new not in told and it.old not in ours]
    return found


def ids(event: SideEvent | None, section: str) -> list[str]:
    """Return the ids in a section of *event*; rooms are with the places."""
    if event is None:
        return []
    return [*event.places] if section == "places" else [each.id for each in getattr(event, section)]


def names(
    matches: Matches, old: SideEvent, new: SideEvent, other: SideEvent | None = None
) -> Names:
    """Return the ids that *new* gets: those of what it is the same as, else ids that are free."""
    return Names(
        **{
            section: named(
                ids(new, section),
                {match.new: match.old for match in found},
                {*ids(old, section), *ids(other, section)},
            )
            for section, found in matches.items()
        }
    )


def explained(match: Match, section: str, old: SideEvent, new: SideEvent) -> Problem:
    """Return a note on why two parts that do not say the same are taken to be one."""
    kind = _KINDS[section]
    ours, theirs = label(old, section, match.old), label(new, section, match.new)
    message = f"the {kind} {theirs!r} is taken to be {ours!r} ({match.old}): {match.reason}"
    return Problem.inferred("matched", (section,), message, sure=match.sure)


def label(event: SideEvent, section: str, id_: str) -> str:
    """Return what people call a part of *event*."""
    if section == "places":
        return event.places[id_].location(event.language)
    part = next(each for each in getattr(event, section) if each.id == id_)
    if section == "speakers":
        return str(part.name or part.place_words(event.language))
    return str(part.name if section == "hosts" else part.title)
