"""The components of a calendar, as a tree; what is cut off or out of place is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from roundtable_ical.importers.calendars.lines import ContentLine
from roundtable_ical.programme.problems import Problem

DEEPEST = 20
_ITEMS = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"})
_CUT = "export the calendar again; nothing that follows in the file is missing otherwise"


class TooDeep(ValueError):
    """Components inside each other, deeper than any program writes them; carries the line."""

    def __init__(self, line: int) -> None:
        super().__init__(f"components are nested more than {DEEPEST} deep")
        self.line = line


@dataclass(slots=True)
class Component:
    """``BEGIN:name`` in *line*, the properties and components in it; *whole* where it ends."""

    name: str
    line: int
    properties: list[ContentLine] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)
    whole: bool = False

    def first(self, *names: str) -> ContentLine | None:
        """Return the first property of one of these *names*, the first name first."""
        for name in names:
            for each in self.properties:
                if each.name == name and each.value:
                    return each
        return None

    def every(self, name: str) -> tuple[ContentLine, ...]:
        """Return all properties of that *name*."""
        return tuple(each for each in self.properties if each.name == name and each.value)

    def inside(self, name: str) -> Iterator["Component"]:
        """Yield every component of that *name* anywhere below."""
        for part in self.parts:
            if part.name == name:
                yield part
            yield from part.inside(name)


def tree(lines: Iterable[ContentLine]) -> tuple[Component, list[tuple[int, Problem]]]:
    """Return a root that holds everything in the file, and what was out of place, with its line.

    Raises:
        TooDeep: components are nested more than 20 deep.
    """
    root = Component("", 0, whole=True)
    stack = [root]
    problems: list[tuple[int, Problem]] = []
    for each in lines:
        value = each.value.strip().upper()
        if each.name == "BEGIN":
            if value in _ITEMS:
                while stack[-1].name in _ITEMS:
                    problems.append(_unended(stack.pop(), each.line))
            part = Component(value, each.line)
            stack[-1].parts.append(part)
            stack.append(part)
            if len(stack) > DEEPEST:
                raise TooDeep(each.line)
        elif each.name == "END":
            names = [part.name for part in stack]
            if value not in names[1:]:
                message = f"END:{each.value} ends nothing that was begun; it was skipped"
                problems.append((each.line, Problem.warning("stray-end", (), message)))
                continue
            while stack[-1].name != value:
                stack.pop()
            stack.pop().whole = True
        else:
            stack[-1].properties.append(each)
    cut = [part for part in stack[1:] if part.name not in _ITEMS]
    if cut and stack[-1] is cut[-1]:
        message = f"the file ends before {cut[-1].name} does; it may have been cut off"
        problems.append((cut[-1].line, Problem.warning("cut-off", (), message, _CUT)))
    return root, problems


def _unended(part: Component, line: int) -> tuple[int, Problem]:
    part.whole = True
    message = f"this {part.name} has no END before the next one begins (line {line})"
    hint = "check its end and description; it was kept as it is"
    return part.line, Problem.warning("no-end", (), message, hint)
