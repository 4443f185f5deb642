"""pretalx: answers of its API, exports of its organisers, and the data of its widget."""

from roundtable_ical.importers.schedules.drafted import drafted
from roundtable_ical.importers.schedules.jsons import looks_like_json, tree, unrecognised
from roundtable_ical.importers.schedules.pretalx_plan import planned, sure
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading


class PretalxImporter:
    """Reads submissions, talks, slots, session exports and widget data of pretalx."""

    name = "pretalx"
    summary = "pretalx exports and API answers (JSON)"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, source: Source) -> float:
        """Return up to 0.9 for what only pretalx writes."""
        return sure(tree(source).value) if looks_like_json(source) else 0.0

    def read(self, source: Source) -> Reading:
        """Return the event and every problem."""
        found = tree(source)
        if not sure(found.value):
            return unrecognised(source, found)
        plan = planned(found.value)
        plan.problems += found.problems
        return drafted(plan, source)
