"""What the command line says of a document, and what a person at a terminal is asked of it."""

import datetime
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from shlex import quote
from typing import Any

import click

from roundtable_ical import zones
from roundtable_ical.errors import InvalidField
from roundtable_ical.ports import Given
from roundtable_ical.programme.clock import FIRST_YEAR, LAST_YEAR
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Problem, Question

_OPTIONS = {"year": "--year", "date": "--date", "tz": "--tz", "timezone": "--tz", "zone": "--tz"}


@dataclass(frozen=True, slots=True)
class Open:
    """A question of a reading, and the problem that it came with."""

    question: Question
    problem: Problem

    @property
    def option(self) -> str:
        """The option that answers it, with the default that was taken."""
        name, default = self.question.name, self.question.default
        if name in _OPTIONS:
            return f"{_OPTIONS[name]} {quote(default)}"
        return f"--answer {name}={quote(default)}"


def open_questions(problems: Iterable[Problem]) -> tuple[Open, ...]:
    """Return the questions among *problems*, each name once."""
    found: dict[str, Open] = {}
    for problem in problems:
        if problem.question:
            found.setdefault(problem.question.name, Open(problem.question, problem))
    return tuple(found.values())


def given(
    moment: datetime.datetime,
    year: int | None,
    day: datetime.date | None,
    zone: str | None,
    answers: Iterable[str],
) -> Given:
    """Return what the options say.

    Raises:
        click.UsageError: a zone that is none, or an answer without a name.
    """
    found: dict[str, str] = {}
    for each in answers:
        name, sign, value = each.partition("=")
        if not sign or not name.strip():
            raise click.UsageError(f"--answer {each!r}: write NAME=VALUE")
        found[name.strip()] = value.strip()
    said = Given(moment=moment, year=year, day=day, timezone=_zone(zone) if zone else None)
    return answered(said, found)


def answered(known: Given, answers: Mapping[str, str]) -> Given:
    """Return *known* with *answers*; those that have options of their own are taken as these.

    Raises:
        click.UsageError: one cannot be read.
    """
    said: dict[str, Any] = {"answers": {**known.answers, **answers}}
    for name, value in answers.items():
        match _OPTIONS.get(name):
            case "--year":
                said["year"] = _year(value)
            case "--date":
                said["day"] = _day(value)
            case "--tz":
                said["timezone"] = _zone(value)
    return replace(known, **said)


def known_from(event: SideEvent, said: Given) -> Given:
    """Return *said* with the year and the zone of a file that there is, where nobody said them."""
    days = event.days or tuple(item.start.date() for item in event.occurrences[:1])
    year = days[0].year if days and said.day is None else None
    return replace(said, year=said.year or year, timezone=said.timezone or event.timezone)


def is_terminal() -> bool:
    """Whether there is somebody to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(asked: Iterable[Open]) -> dict[str, str]:
    """Return what a person answers to each question; an empty line takes the default."""
    return {each.question.name: _ask(each) for each in asked}


def _ask(each: Open) -> str:
    question, origin = each.question, each.problem.where.origin
    place = f"line {origin.line}: " if origin and origin.line else ""
    words = f"{place}{each.problem.message}\n{question.words}"
    kind = click.Choice(question.choices, case_sensitive=False) if question.choices else None

    def checked(value: str) -> str:
        chosen = str(kind.convert(value, None, None)) if kind else value
        answered(Given(), {question.name: chosen})
        return chosen

    answer: str = click.prompt(
        words, default=question.default or None, type=kind, value_proc=checked, err=True
    )
    return answer


def _year(words: str) -> int:
    if not (words.isascii() and words.isdigit() and FIRST_YEAR <= int(words) <= LAST_YEAR):
        hint = f"write one from {FIRST_YEAR} to {LAST_YEAR}"
        raise click.UsageError(f"year: {words!r} is no year; {hint}")
    return int(words)


def _zone(words: str) -> Any:
    try:
        return zones.zone(words)
    except InvalidField as error:
        raise click.UsageError(str(error)) from error


def _day(words: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(words)
    except ValueError as error:
        raise click.UsageError(f"date: {words!r} is no date; write it as 2026-09-24") from error
