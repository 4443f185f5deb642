"""What a reader has chosen to follow, and how: read from the query of an address."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from urllib.parse import parse_qsl, urlencode

from roundtable_ical.errors import InvalidField
from roundtable_ical.ical.addresses import feed_path
from roundtable_ical.ical.options import Options
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.revisions.feedstates import EVENT_FEED

KINDS = ("theme", "speaker", "venue", "segment")
EVERYTHING = Selection()
PLAIN = Options()
_MOST_TOLD = 10
_MOST_LETTERS = 64

Query = Mapping[str, Sequence[str]]


class What(StrEnum):
    """What is followed: the event as one block, all of its agenda, or what was ticked."""

    EVENT = "event"
    AGENDA = "agenda"
    MIX = "mix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is followed.

    *ticked* is what a mix is of; it is remembered while something else is followed. *unusable* has
    what the query says and the event does not have, as name and value.
    """

    what: What = What.AGENDA
    ticked: Selection = EVERYTHING
    options: Options = PLAIN
    unusable: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_query(cls, query: Query, event: SideEvent, language: str | None = None) -> Self:
        """Return what *query* tells of; what cannot be used is left out and told.

        Args:
            query: every value of each parameter; empty ones are none.
            event: the programme.
            language: that feeds are asked for in; None for the programme's own.
        """
        known = {
            "theme": event.topics,
            "speaker": event.people,
            "venue": event.places,
            "segment": event.agenda,
        }
        asked = {kind: tuple(filter(None, query.get(kind, ()))) for kind in KINDS}
        ticked = Selection(
            **{
                f"{kind}s": tuple(id_ for id_ in ids if id_ in known[kind])
                for kind, ids in asked.items()
            }
        )
        unusable = [
            (kind, id_) for kind, ids in asked.items() for id_ in ids if id_ not in known[kind]
        ]
        what = What.AGENDA if ticked.everything else What.MIX
        if wanted := next(filter(None, query.get("what", ())), ""):
            if wanted in set(What):
                what = What(wanted)
            else:
                unusable.append(("what", wanted))
        options = Options(language=None if language == event.language else language)
        options, wrong = _options(query, options)
        told = dict.fromkeys((name, value[:_MOST_LETTERS]) for name, value in (*unusable, *wrong))
        return cls(what=what, ticked=ticked, options=options, unusable=tuple(told)[:_MOST_TOLD])

    @property
    def selection(self) -> Selection:
        """What the feed has; of a block and of everything, nothing is left out."""
        return self.ticked if self.what is What.MIX else EVERYTHING

    @property
    def nothing(self) -> bool:
        """Whether a mix was chosen and nothing to be in it."""
        return self.what is What.MIX and self.ticked.everything

    @property
    def path(self) -> str:
        """Where the feed is, below the event's page; without options."""
        if self.what is What.EVENT:
            return EVENT_FEED
        section, id_ = self.selection.only or ("", "")
        if section == "segments":  # the file of its own is a copy, to be saved
            return f"mix.ics?{urlencode({'segment': id_})}"
        return feed_path(self.selection)

    @property
    def made(self) -> tuple[tuple[str, str], ...]:
        """What tells *what* is followed, for the query of a page, in the order of `HANDED_ON`."""
        return tuple(self._made())

    @property
    def how(self) -> tuple[tuple[str, str], ...]:
        """What tells of busy time and alarm; the language is that of the page."""
        return tuple(pair for pair in parse_qsl(self.options.query) if pair[0] != "lang")

    def _made(self) -> Iterator[tuple[str, str]]:
        if self.what is not What.AGENDA:
            yield "what", self.what.value
        if self.what is What.MIX:
            for kind in KINDS:
                for id_ in getattr(self.ticked, f"{kind}s"):
                    yield kind, id_


def _options(query: Query, options: Options) -> tuple[Options, list[tuple[str, str]]]:
    """Return *options* with what *query* has of busy time and alarm, and what is wrong of it."""
    wrong: list[tuple[str, str]] = []
    busy, alarm = False, None
    for name in ("busy", "alarm"):
        value = next(filter(None, query.get(name, ())), "")
        try:
            found = Options.from_query({name: value})
        except InvalidField:
            wrong.append((name, value))
        else:
            busy, alarm = busy or found.busy, alarm or found.alarm
    return Options(language=options.language, busy=busy, alarm=alarm), wrong
