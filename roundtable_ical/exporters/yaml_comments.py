"""What an import inferred, asked and warned of, as comments at the values it is about."""

import textwrap
from collections.abc import Iterable

from roundtable_ical.exporters.yaml import written
from roundtable_ical.exporters.yaml_scalars import WIDTH
from roundtable_ical.exporters.yaml_tree import tree
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Path, Problem, Severity

_NARROWEST = 60


def commented(event: SideEvent, problems: Iterable[Problem]) -> bytes:
    """Return ``event.yaml`` of *event*, each of *problems* as a comment before its value.

    What is not about a value of the event stands at the top of the file.
    """
    values = tree(event)
    comments: dict[Path, list[str]] = {}
    for problem in problems:
        path = _nearest(values, problem.where.path)
        width = max(WIDTH - 2 - 2 * len(path), _NARROWEST)
        comments.setdefault(path, []).extend(_lines(remark(problem), width))
    return written(event, comments)


def remark(problem: Problem) -> str:
    """Return what a comment says of *problem*: line of the document, fact, how sure, way out."""
    line = problem.where.origin.line if problem.where.origin else None
    inferred = problem.severity is Severity.NOTE or problem.question
    kind = "inferred" if inferred else "look at this"
    place = f"{'from ' * bool(inferred)}line {line}" if line else ""
    sure = "" if problem.sure is None else f" ({problem.sure:.0%})".replace("%", " %")
    asked = problem.question
    open_ = f"{asked.words} {asked.default} was taken" if asked else ""
    said = "; ".join(filter(None, (f"{problem.message}{sure}", open_, problem.hint)))
    return f"{' '.join(filter(None, (kind, place)))}: {said}"


def _nearest(values: object, path: Path) -> Path:
    """Return as much of *path* as there is in *values*."""
    for length, part in enumerate(path):
        match values, part:
            case dict(), str() if part in values:
                values = values[part]
            case list(), int() if part < len(values):
                values = values[part]
            case _:
                return path[:length]
    return path


def _lines(words: str, width: int) -> list[str]:
    """Return *words* as lines that cannot end a comment, nor turn its direction."""
    plain = "".join(each if each.isprintable() else " " for each in words)
    return textwrap.wrap(" ".join(plain.split()), width, break_on_hyphens=False)
