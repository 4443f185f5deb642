"""What of one programme is in another: hosts, themes, people, places and segments.

Texts are compared in the language of the second one, where the first has it.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.likeness import alike, alike_to_the_word, normal, same_person
from roundtable_ical.programme.merging.matching import MOST_PAIRS, Match, matched
from roundtable_ical.programme.people import Host, Speaker
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.segments import Kind, Segment
from roundtable_ical.programme.texts import Text, said
from roundtable_ical.programme.themes import Theme


@dataclass(frozen=True, slots=True)
class _Timed:
    segment: Segment
    span: tuple[datetime, datetime] | None
    alone: bool
    speakers: frozenset[str]

    @property
    def id(self) -> str:
        return self.segment.id

    @property
    def foreign(self) -> Mapping[str, Any]:
        return self.segment.foreign


class Counterparts:
    """Finds what of *old*, the programme there is, is in *new*, that of a document."""

    def __init__(self, old: SideEvent, new: SideEvent) -> None:
        self._old, self._new = old, new

    def hosts(self) -> list[Match]:
        """Return the hosts that are in both."""

        def score(one: Host, other: Host) -> tuple[float, str]:
            sure = alike_to_the_word(self._said(one.name), self._said(other.name))
            return _enough(sure, 0.85, "names")

        keys = [lambda each: self._said(each.name)]
        return matched(self._old.hosts, self._new.hosts, keys, score)

    def themes(self) -> list[Match]:
        """Return the themes that are in both."""

        def score(one: Theme, other: Theme) -> tuple[float, str]:
            sure = alike(self._said(one.title), self._said(other.title))
            return _enough(sure, 0.75, "titles")

        keys = [lambda each: self._said(each.title)]
        return matched(self._old.themes, self._new.themes, keys, score)

    def speakers(self) -> list[Match]:
        """Return the people that are in both; a place kept for one may have a name now."""
        keys: list[Callable[[Speaker], Hashable]] = [
            lambda each: each.name and (self._tokens(each), self._said(each.affiliation)),
            lambda each: each.name and self._tokens(each),
            lambda each: not each.name and self._place_words(each),
            lambda each: not each.name and normal(each.position(self._new.language)),
        ]
        return matched(self._old.speakers, self._new.speakers, keys, self._person)

    def places(self) -> list[Match]:
        """Return the venues and rooms that are in both; a building is known by its rooms."""
        old, new = self._old, self._new
        keys: list[Callable[[Venue], Hashable]] = [
            lambda each: (self._said(each.room), self._said(each.name), self._said(each.city)),
            lambda each: (self._said(each.room), self._said(each.name)),
        ]
        found = matched(_rooms(old), _rooms(new), keys, self._place)
        buildings: dict[str, str] = {}
        for match in found:
            now, was = new.building_of(match.new), old.building_of(match.old)
            if now and was and was not in buildings.values():
                buildings.setdefault(now, was)
        return [*found, *(Match(was, now) for now, was in buildings.items())]

    def segments(self, speakers: Mapping[str, str]) -> list[Match]:
        """Return the segments that are in both.

        Args:
            speakers: ids of people in the programme there is, by those in the document.
        """
        keys: list[Callable[[_Timed], Hashable]] = [
            lambda each: (self._said(each.segment.title), each.span, each.speakers),
            lambda each: (self._said(each.segment.title), each.span),
        ]
        if len(self._old.segments) * len(self._new.segments) > MOST_PAIRS:
            keys.append(lambda each: self._said(each.segment.title))
        ours, theirs = _timed(self._old, {}), _timed(self._new, speakers)
        return matched(ours, theirs, keys, self._segment)

    def _said(self, text: Text | None) -> str:
        return normal(said(text, self._new.language, self._old.language))

    def _tokens(self, speaker: Speaker) -> str:
        return " ".join(sorted(self._said(speaker.name).split()))

    def _place_words(self, speaker: Speaker) -> str:
        return normal(speaker.place_words(self._new.language, self._old.language))

    def _person(self, one: Speaker, other: Speaker) -> tuple[float, str]:
        ours, theirs = (self._said(it.affiliation) or self._place_words(it) for it in (one, other))
        same_place = alike_to_the_word(ours, theirs)
        if one.name and other.name:
            near = same_person(self._said(one.name), self._said(other.name))
            fits = same_place >= 0.6 or not ours or not theirs
            return _enough(near if fits else 0.0, 0.84, "names")
        if not one.name and other.name and same_place >= 0.85:
            return 0.7, "the place that was kept has a name now"
        if not one.name and not other.name:
            words = alike_to_the_word(self._place_words(one), self._place_words(other))
            return _enough(min(words, same_place), 0.85, "words")
        return 0.0, ""

    def _place(self, one: Venue, other: Venue) -> tuple[float, str]:
        cities = [self._said(each.city) for each in (one, other)]
        if all(cities) and alike(*cities) < 0.6:
            return 0.0, ""
        sure = alike_to_the_word(*(self._said(each.room or each.name) for each in (one, other)))
        if one.room and other.room:
            sure = min(sure, 0.5 + alike(self._said(one.name), self._said(other.name)) / 2)
        return _enough(sure, 0.8, "names")

    def _segment(self, one: _Timed, other: _Timed) -> tuple[float, str]:
        """Return how sure it is that two segments are one, and by what."""
        translated = self._translated(one.segment.title)
        words = alike(self._said(one.segment.title), self._said(other.segment.title))
        facts = [] if translated else [(0.55, words)]
        when = _near(one.span, other.span) if one.span and other.span else None
        if when is not None:
            facts.append((0.3, when))
        who = 0.0
        if one.speakers or other.speakers:
            who = len(one.speakers & other.speakers) / len(one.speakers | other.speakers)
            facts.append((0.15, who))
        if Kind.OTHER not in {one.segment.kind, other.segment.kind}:
            facts.append((0.1, float(one.segment.kind is other.segment.kind)))
        weights = sum(weight for weight, _ in facts)
        sure = sum(weight * value for weight, value in facts) / weights if facts else 0.0
        same_time = when == 1.0
        alone = same_time and one.alone and other.alone and (translated or words >= 0.3)
        if sure < 0.5 or not ((words >= 0.55 and not translated) or who >= 0.5 or alone):
            return 0.0, ""
        if words == 1.0:
            return min(sure, 0.99), ""
        percent = f"titles {words * 100:.0f} % alike"
        told = ["titles in two languages" if translated else percent]
        told += ["same time"] * same_time + ["same people"] * (who == 1.0)
        return min(sure, 0.99), ", ".join(told)

    def _translated(self, title: Text) -> bool:
        """Whether the programme does not have *title* in the language of the document."""
        wanted = _base(self._new.language)
        return wanted not in map(_base, title.languages or (self._old.language,))


def _base(tag: str) -> str:
    return tag.partition("-")[0]


def _enough(sure: float, least: float, what: str) -> tuple[float, str]:
    return (sure, f"the {what} are alike") if sure >= least else (0.0, "")


def _rooms(event: SideEvent) -> list[Venue]:
    """Return the places of *event* without buildings of which the rooms are known."""
    buildings = {venue.id for venue in event.venues if venue.rooms}
    return [place for place in event.places.values() if place.id not in buildings]


def _timed(event: SideEvent, speakers: Mapping[str, str]) -> list[_Timed]:
    spans: dict[str, tuple[datetime, datetime]] = {}
    for item in event.occurrences:
        spans.setdefault(item.series, item.span)
    counts: dict[tuple[datetime, datetime], int] = {}
    for span in spans.values():
        counts[span] = counts.get(span, 0) + 1
    found: list[_Timed] = []
    for segment in event.segments:
        when = spans.get(segment.id)
        who = frozenset(speakers.get(part.speaker, part.speaker) for part in segment.speakers)
        found.append(_Timed(segment, when, when is not None and counts[when] == 1, who))
    return found


def _near(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> float:
    """Return 1 for the same time, and less the further away."""
    if one == other:
        return 1.0
    hours = abs((one[0] - other[0]).total_seconds()) / 3600
    return max(0.0, 0.9 - hours / 24)
