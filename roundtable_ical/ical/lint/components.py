"""The tree of a feed: what stands between BEGIN and END (C1)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from roundtable_ical.ical.lint.content import ContentLine, Property, parsed
from roundtable_ical.ical.lint.findings import Report, quoted

_SHORT = 200
"""Longer lines are texts, which hardly come again."""
_MAX_DEPTH = 8
"""RFC 9073 needs five: VCALENDAR, VEVENT, PARTICIPANT, VLOCATION and one of others."""


@dataclass(slots=True, eq=False)
class Component:
    """A component in the order of the file; its *name* is in capitals, *line* its BEGIN."""

    name: str
    line: int
    parent: "Component | None"
    properties: list[Property] = field(default_factory=list)
    by_name: dict[str, list[Property]] = field(default_factory=dict)

    def add(self, found: Property) -> None:
        """Take the property in."""
        self.properties.append(found)
        self.by_name.setdefault(found.name, []).append(found)

    def all(self, name: str) -> list[Property]:
        """Return every property of this name."""
        return self.by_name.get(name, [])

    def first(self, name: str) -> Property | None:
        """Return the first property of this name."""
        return next(iter(self.all(name)), None)

    def word(self, name: str) -> str:
        """Return the value of a property that is one word (STATUS) in capitals, or ""."""
        found = self.first(name)
        return found.value.upper() if found else ""


def tree(lines: Iterable[ContentLine], report: Report) -> list[Component]:
    """Return all components in the order in which they begin; parts come after their whole."""
    components: list[Component] = []
    open_: list[Component] = []
    for found in _properties(lines, report):
        name = found.value.strip().upper()
        if found.name == "BEGIN":
            if len(open_) == _MAX_DEPTH:
                message = f"components inside each other {_MAX_DEPTH + 1} deep; nothing after"
                report.error("C1", found.line, f"{message} this line was read: write END lines")
                return components
            component = Component(name, found.line, open_[-1] if open_ else None)
            components.append(component)
            open_.append(component)
        elif found.name == "END":
            _close(name, found.line, open_, report)
        elif open_:
            open_[-1].add(found)
        else:
            message = f"{quoted(found.name)} stands outside a component"
            advice = "put it between BEGIN:VCALENDAR and END:VCALENDAR"
            report.error("C1", found.line, f"{message}; {advice} (RFC 5545 section 3.4)")
    for component in open_:
        _unclosed(component, report)
    return components


def _properties(lines: Iterable[ContentLine], report: Report) -> Iterator[Property]:
    """Yield the properties; a line without a fault that comes again is taken apart once."""
    known: dict[str, Property] = {}
    for line in lines:
        same = known.get(line.text)
        if same is not None:
            yield Property(same.name, same.parameters, same.value, line, same.start)
            continue
        told = report.count
        found = parsed(line, report)
        if found is not None:
            if report.count == told and len(line.text) < _SHORT:
                known[line.text] = found
            yield found


def _close(name: str, line: int, open_: list[Component], report: Report) -> None:
    if name not in (component.name for component in open_):
        message = f"END:{quoted(name)[1:-1]} ends nothing that has begun"
        report.error("C1", line, f"{message}; take it out (RFC 5545 section 3.6)")
        return
    while (component := open_.pop()).name != name:
        _unclosed(component, report)


def _unclosed(component: Component, report: Report) -> None:
    name = quoted(component.name)[1:-1]
    message = f"BEGIN:{name} has no end; write END:{name} after its last line"
    report.error("C1", component.line, f"{message} (RFC 5545 section 3.6)")
