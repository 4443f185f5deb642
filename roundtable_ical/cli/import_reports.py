"""What an import tells: what was read, what was asked, what was inferred, what is different."""

from collections.abc import Iterable, Iterator
from typing import Any

import click

from roundtable_ical.cli.answers import open_questions
from roundtable_ical.cli.publishing import change_as_json, print_changes
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Problem, Severity
from roundtable_ical.revisions.changes import changes

_COUNTED = ("segments", "speakers", "themes", "venues", "hosts")
_TOLD = frozenset({"revised", "revision", "created", "segments", "title", "status"})
"""What is no news, and what `changes` tells."""
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def counted(event: SideEvent) -> dict[str, int]:
    """Return how many segments, speakers, ... there are."""
    return {section: len(getattr(event, section)) for section in _COUNTED}


def summary(source: str, importer: str, event: SideEvent) -> str:
    """Return one line on what was read."""
    counts = ", ".join(
        f"{number} {section if number != 1 else section.removesuffix('s')}"
        for section, number in counted(event).items()
    )
    days = event.days or tuple(sorted({item.start.date() for item in event.occurrences}))
    when = " to ".join(dict.fromkeys(map(str, (*days[:1], *days[-1:])))) or "date open"
    return f"{source}: read as {importer}: {event.title}, {when}, {event.timezone.key}: {counts}"


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield what is to be told, questions first; each with what answers it."""
    problems = tuple(problems)
    asked = open_questions(problems)
    for each in asked:
        question = each.question
        choices = f" ({', '.join(question.choices)})" if question.choices else ""
        words = f"{each.problem}: {question.words}{choices}"
        answer = f"{question.default!r} was taken; answer with {each.option}"
        yield f"{click.style('question', fg='cyan')}: {words} {answer}"
    for problem in problems:
        if not problem.question:
            sure = "" if problem.sure is None else f" ({problem.sure * 100:.0f} %)"
            mark = click.style(problem.severity.value, fg=_COLORS[problem.severity])
            yield f"{mark}: {problem}{sure}"


def questions_as_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return the questions for programs."""
    return [
        {
            "name": each.question.name,
            "words": each.question.words,
            "default": each.question.default,
            "choices": list(each.question.choices),
            "option": each.option,
            "line": each.problem.where.origin.line if each.problem.where.origin else None,
            "message": each.problem.message,
        }
        for each in open_questions(problems)
    ]


def also_changed(before: SideEvent, after: SideEvent) -> list[str]:
    """Return the keys of the event that are different and that no change of a segment tells."""
    return [
        name
        for name in SideEvent.model_fields
        if name not in _TOLD and getattr(before, name) != getattr(after, name)
    ]


def print_difference(before: SideEvent, after: SideEvent) -> None:
    """Print "was / is" between what a file says and what it would say."""
    print_changes(changes(before, after))
    if other := also_changed(before, after):
        click.echo(f"also different: {', '.join(other)}")


def difference_as_json(before: SideEvent, after: SideEvent) -> dict[str, Any]:
    """Return the difference for programs."""
    return {
        "changes": [change_as_json(each) for each in changes(before, after)],
        "also_changed": also_changed(before, after),
    }
