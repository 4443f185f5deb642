"""From plain values, as a file holds them, to a `SideEvent`, with all problems at once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from roundtable_ical.errors import InvalidProgramme
from roundtable_ical.programme.checks import warnings
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.explained import explained
from roundtable_ical.programme.problems import Path, Problem, Severity
from roundtable_ical.programme.pruning import copied, cut, original
from roundtable_ical.programme.texts import shortened

_STAND_INS = {
    "id": "event",
    "title": "-",
    "timezone": "UTC",
    "revised": "1970-01-01T00:00:00Z",
}
_ROUNDS = 50
_FOLLOWS = {
    "missing-day": {"date", "dates"},
    "missing-start": {"start"},
    "missing-end": {"end", "minutes"},
}
"""What seems to be missing, and the fields that may only be gone because they were wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood: an event without errors, or none, and every problem found."""

    event: SideEvent | None
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the event from existing."""
        return tuple(problem for problem in self.problems if problem.is_error)

    def required(self) -> SideEvent:
        """Return the event.

        Raises:
            InvalidProgramme: there is none; carries the errors.
        """
        if self.event is None:
            raise InvalidProgramme(self.errors)
        return self.event


def understood(values: object, *, partly: bool = False) -> Reading:
    """Return the event that *values* describe and all that is wrong with them.

    What is wrong is reported, taken out, and the rest looked at again, so that errors of one kind
    do not hide those of another.

    Args:
        values: mappings, lists and strings as `SideEvent` has them; a file's tree.
        partly: give the event without what is wrong, which then is warned of: for documents of
            others, which their reader cannot mend. What an event cannot be without stays an error.
    """
    if not isinstance(values, Mapping):
        message = f"{shortened(repr(values))} is no programme"
        problem = Problem.error("not-a-programme", (), message, "write keys and values")
        return Reading(event=None, problems=(problem,))
    draft: Any = values
    problems: list[Problem] = []
    gone: set[Path] = set()
    ids: set[str] = set()
    event: SideEvent | None = None
    for _ in range(_ROUNDS):
        try:
            event = SideEvent.model_validate(draft)
            break
        except (ValidationError, InvalidProgramme) as error:
            if draft is values:  # most programmes are right: only others need to be taken apart
                draft, ids = copied(values), {repr(id_) for id_ in _ids(values)}
            found = _found(error, draft)
        problems += [
            problem.at(path)
            for problem in found
            if (path := original(draft, problem.where.path)) not in gone
            and not _defined(problem, ids)
            and not _follows(problem.code, path, gone)
            and not _emptied(problem.code, path, gone)
        ]
        gone |= {original(draft, problem.where.path) for problem in found}
        cut(draft, [problem.where.path for problem in found], _STAND_INS)
    if event is not None:
        problems += _still_true((*_understood_zones(event, draft), *warnings(event)), draft, gone)
    if partly:
        problems = [_left_out(problem) for problem in problems]
    if any(problem.is_error for problem in problems):
        event = None
    return Reading(event=event, problems=tuple(problems))


def _found(error: ValidationError | InvalidProgramme, draft: object) -> list[Problem]:
    if isinstance(error, ValidationError):
        return explained(error, SideEvent, draft)
    return [problem for problem in error.problems if isinstance(problem, Problem)]


def _left_out(problem: Problem) -> Problem:
    """Return *problem* as a warning that its value is not in the event, where it may be missing."""
    if not problem.is_error or problem.where.path[:1] in {(key,) for key in _STAND_INS}:
        return problem
    message = f"{problem.message}; it was left out"
    return replace(problem, severity=Severity.WARNING, message=message)


def _understood_zones(event: SideEvent, draft: Mapping[str, object]) -> Iterator[Problem]:
    """Warn where a zone was written in another way than it is called."""
    places: list[tuple[Path, object, ZoneInfo | None]] = [((), draft, event.timezone)]
    stated = {
        "venues": [venue.timezone for venue in event.venues],
        "segments": [segment.timezone for segment in event.segments],
    }
    for section, found in stated.items():
        written = draft.get(section)
        for position, zone in enumerate(found):
            values = written[position] if isinstance(written, list | tuple) else None
            places.append(((section, position), values, zone))
    for path, values, zone in places:
        raw = values.get("timezone") if isinstance(values, Mapping) else None
        if isinstance(raw, str) and zone and raw != zone.key:
            message = f"{raw!r} was read as {zone.key}"
            yield Problem.warning(
                "zone-inferred", (*path, "timezone"), message, f"write {zone.key}"
            )


def _emptied(code: str, path: Path, gone: Collection[Path]) -> bool:
    """Whether a value is only wrong because something was taken out of it."""
    return code in {"invalid-value", "missing-field"} and any(
        place[: len(path)] == path for place in gone
    )


def _follows(code: str, path: Path, gone: Collection[Path]) -> bool:
    """Whether a value is only missing because it was wrong: one problem is told once."""
    return any(
        field in _FOLLOWS.get(code, ())
        for place in gone
        for field in (place[:1] if len(place) < 3 else place[2:] * (place[:2] == path[:2]))
    )


def _defined(problem: Problem, ids: Collection[str]) -> bool:
    """Whether *problem* misses one of the *ids* that the file has, in an item taken out before."""
    return problem.code == "unknown-id" and problem.message.split(" ", 4)[-1] in ids


def _ids(value: object) -> Iterator[object]:
    """Yield every id that the file has, be it a good one or not."""
    if isinstance(value, Mapping):
        if "id" in value:
            yield value["id"]
        for item in value.values():
            yield from _ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item)


def _still_true(
    found: tuple[Problem, ...], draft: object, gone: Collection[Path]
) -> Iterator[Problem]:
    """Yield the warnings that do not only come from what was taken out."""
    broken = {path[:length] for path in gone for length in (1, 2)}
    for problem in found:
        path = original(draft, problem.where.path)
        unused = problem.code in {"unused-theme", "unused-speaker"} and ("segments",) in broken
        untimed = problem.code == "unscheduled" and path in broken
        if not unused and not untimed:
            yield problem.at(path)
