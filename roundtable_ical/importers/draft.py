"""An event being put together from somebody else's document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from roundtable_ical.errors import Origin
from roundtable_ical.ports import Source
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Path, Problem
from roundtable_ical.programme.reading import Reading, understood
from roundtable_ical.programme.texts import suggested_slug
from roundtable_ical.revisions.parts import SECTIONS


@dataclass
class Draft:
    """Plain values as `SideEvent` has them, where each was read, and what is to be told of them.

    *values* is the tree that ``event.yaml`` would hold; *lines* the line (from 1) of the document
    that the value at a path was read from; *problems* what was inferred, asked or not understood.
    """

    source: Source
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refusal: Problem | None = None

    def __post_init__(self) -> None:
        moment = self.source.given.moment.isoformat()
        self.values |= {"created": moment, "revised": moment}

    def tell(self, problem: Problem, line: int | None = None) -> None:
        """Report *problem*, found in *line*; without one, in the line of its value."""
        origin = Origin(self.source.name, line) if line else self._origin(problem.where.path)
        self.problems.append(problem.written_at(origin))

    def unread(self, line: int, words: str) -> None:
        """Report words of the document that nothing was made of."""
        hint = "add it to the programme by hand, where it matters"
        self.tell(Problem.warning("not-understood", (), f"not understood: {words!r}", hint), line)

    def refuse(self, problem: Problem, line: int | None = None) -> None:
        """Let nothing become of the document, because of *problem*."""
        self.refusal = problem.written_at(Origin(self.source.name, line))

    def reading(self) -> Reading:
        """Return the event without what is wrong in it, and every problem with its line."""
        if self.refusal:
            return Reading(event=None, problems=(self.refusal,))
        found = understood(self.values, partly=True)
        located = (each.written_at(self._origin(each.where.path)) for each in found.problems)
        problems = sorted((*self.problems, *located), key=_line)
        return Reading(event=found.event, problems=tuple(self._placed(problems, found.event)))

    def _placed(self, problems: list[Problem], event: SideEvent | None) -> Iterator[Problem]:
        """Yield *problems* with the places that their values have where others were left out."""
        places: dict[str, dict[str, int]] = {}
        for problem in problems:
            match problem.where.path:
                case (str(section), int(position), *rest) if event and section in SECTIONS:
                    if section not in places:
                        parts = enumerate(getattr(event, section))
                        places[section] = {part.id: place for place, part in parts}
                    place = places[section].get(self.values[section][position].get("id"))
                    where = (section,) if place is None else (section, place, *rest)
                    yield problem.at(where)
                case _:
                    yield problem

    def _origin(self, path: Path) -> Origin:
        places = (path[:length] for length in range(len(path), -1, -1))
        line = next((self.lines[place] for place in places if place in self.lines), None)
        return Origin(self.source.name, line)


class Ids:
    """Ids (slugs) that are each given once; the same words in the same order give the same ids."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def new(self, words: str, longest: int = 40) -> str:
        """Return a new id made of *words*, cut between words at *longest* characters."""
        slug = suggested_slug(words)
        short = slug if len(slug) <= longest else slug[: longest + 1].rpartition("-")[0]
        base = short or slug[:longest]
        found, number = base, self._numbers.get(base, 1)
        while found in self._taken:
            number += 1
            found = f"{base}-{number}"
        self._numbers[base] = number
        self._taken.add(found)
        return found


def refused(source: Source, problem: Problem, line: int | None = None) -> Reading:
    """Return the reading of a document that is none of its kind: one problem, no event."""
    return Reading(event=None, problems=(problem.written_at(Origin(source.name, line)),))


def _line(problem: Problem) -> int:
    return (problem.where.origin.line or 0) if problem.where.origin else 0
