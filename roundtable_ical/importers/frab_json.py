"""schedule.json, as frab, pretalx and the tools around c3voc write it."""

from importlib import import_module

from roundtable_ical.importers.schedules.drafted import drafted
from roundtable_ical.importers.schedules.frab_plan import planned
from roundtable_ical.importers.schedules.jsons import (
    Tree,
    looks_like_json,
    mapping,
    tree,
    unrecognised,
)
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading

_LAST_RESORT = 0.12
_VALID = 0.6
_BY_NAME = 0.7


class FrabJsonImporter:
    """Reads schedule.json, and says of other JSON why nobody does."""

    name = "frab-json"
    summary = "conference schedules (schedule.json of frab, pretalx, c3voc)"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, source: Source) -> float:
        """Return 0.95 for a schedule, little for other JSON: somebody has to say what is wrong."""
        if not looks_like_json(source):
            return 0.0
        found = tree(source)
        if _schedule(found.value):
            return 0.95
        if source.name.lower().endswith(self.suffixes):
            return _BY_NAME
        return _LAST_RESORT if found.unreadable else _VALID

    def read(self, source: Source) -> Reading:
        """Return the event and every problem."""
        found = tree(source)
        schedule = _schedule(found.value)
        if not schedule:
            return _table(source, found) or unrecognised(source, found)
        plan = planned(schedule)
        plan.problems += found.problems
        return drafted(plan, source)


def _table(source: Source, found: Tree) -> Reading | None:
    """Return what a list of items with titles and times says; None where there is none."""
    if found.unreadable is not None:
        return None
    book = import_module("roundtable_ical.importers.sheets.json_rows").agenda(source)
    if book is None:
        return None
    reader = import_module("roundtable_ical.importers.sheets.reader")
    reading: Reading = reader.read(source, lambda _: book)
    return reading if reading.event is not None else None


def _schedule(value: object) -> dict[str, object]:
    """Return the schedule in *value*, with or without a wrapper; an empty one for none."""
    for candidate in (mapping(mapping(value).get("schedule")), mapping(value)):
        conference = mapping(candidate.get("conference"))
        if conference and ("days" in conference or "events" in candidate or "days" in candidate):
            return candidate
    return {}
