"""Sessionize: the views All, Sessions, GridSmart and Speakers of its API."""

from roundtable_ical.importers.schedules.drafted import drafted
from roundtable_ical.importers.schedules.jsons import looks_like_json, tree, unrecognised
from roundtable_ical.importers.schedules.sessionize_plan import planned, sure
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading


class SessionizeImporter:
    """Reads every view of Sessionize's API that has sessions in it."""

    name = "sessionize"
    summary = "Sessionize API views (All, Sessions, GridSmart, Speakers)"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, source: Source) -> float:
        """Return 0.9 for what only Sessionize writes."""
        return sure(tree(source).value) if looks_like_json(source) else 0.0

    def read(self, source: Source) -> Reading:
        """Return the event and every problem."""
        found = tree(source)
        if not sure(found.value):
            return unrecognised(source, found)
        plan = planned(found.value)
        plan.problems += found.problems
        return drafted(plan, source)
