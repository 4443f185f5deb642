"""How long a large schedule takes to import, beside the libraries that have to see all of it.

python -m benchmarks.importing [--items 15000]

The measure is what nobody can do without: lxml or json parsing the file, and pydantic validating
the values that come out. Both are taken in the same run.
"""

import argparse
import gc
import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import process_time
from typing import Any

from lxml import etree

from roundtable_ical import SideEvent
from roundtable_ical.importers.draft import Draft
from roundtable_ical.importers.frab_json import FrabJsonImporter
from roundtable_ical.importers.frab_xml import FrabXmlImporter
from roundtable_ical.importers.schedules import jsons
from roundtable_ical.ports import Importer, Source

ROUNDS = 3
WORDS = (
    "agenda alliance capacity climate compact data decent delegates dialogue equity finance "
    "framework governance green health inclusive jobs justice labour local migration ocean open "
    "partners peace policy protection recovery resilience rights skills social sources standards "
    "tools trade transition water women work world youth"
).split()
BEGIN = datetime(2026, 10, 26, 7, tzinfo=UTC)


def items(number: int) -> list[dict[str, Any]]:
    """Return *number* items with words, people and rooms as large conferences have them."""
    chance = random.Random(5)
    found = []
    for n in range(number):
        start = BEGIN + timedelta(days=n % 30, minutes=30 * (n // 30 % 20))
        people = chance.sample(range(1, number // 2 + 10), chance.choice((0, 1, 1, 1, 2, 3)))
        found.append(
            {
                "id": n + 1,
                "guid": f"00000000-0000-4000-8000-{n:012}",
                "date": start.astimezone().astimezone(UTC).isoformat(),
                "start": f"{start:%H:%M}",
                "duration": "00:30",
                "room": f"Room {n // 600 + 1}",
                "slug": f"xl-{n}",
                "title": f"{' '.join(chance.sample(WORDS, 6)).capitalize()} {n}",
                "subtitle": " ".join(chance.sample(WORDS, 4)),
                "track": f"Track {n % 25}",
                "type": "lecture",
                "language": "en",
                "abstract": " ".join(chance.choices(WORDS, k=40)),
                "description": " ".join(chance.choices(WORDS, k=150)),
                "recording_license": "CC BY 4.0",
                "do_not_record": False,
                "persons": [
                    {"id": p, "public_name": f"Speaker {p} Family{p % 997}"} for p in people
                ],
                "links": [{"url": f"https://example.org/{n}", "title": "More"}],
            }
        )
    return found


def schedule_json(found: list[dict[str, Any]]) -> bytes:
    """Return the items as schedule.json."""
    days: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for item in found:
        days.setdefault(item["date"][:10], {}).setdefault(item["room"], []).append(item)
    conference = {
        "acronym": "xl",
        "title": "XL",
        "time_zone_name": "UTC",
        "days": [{"index": n, "date": day, "rooms": days[day]} for n, day in enumerate(days, 1)],
    }
    return json.dumps({"schedule": {"version": "1", "conference": conference}}).encode()


def schedule_xml(found: list[dict[str, Any]]) -> bytes:
    """Return the items as schedule.xml."""
    root = etree.Element("schedule")
    conference = etree.SubElement(root, "conference")
    for tag, words in (("acronym", "xl"), ("title", "XL"), ("time_zone_name", "UTC")):
        etree.SubElement(conference, tag).text = words
    days: dict[str, etree._Element] = {}
    rooms: dict[tuple[str, str], etree._Element] = {}
    for item in found:
        day, room = item["date"][:10], item["room"]
        if day not in days:
            days[day] = etree.SubElement(root, "day", index=str(len(days) + 1), date=day)
        if (day, room) not in rooms:
            rooms[day, room] = etree.SubElement(days[day], "room", name=room)
        _event(rooms[day, room], item)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _event(parent: etree._Element, item: dict[str, Any]) -> None:
    event = etree.SubElement(parent, "event", id=str(item["id"]), guid=item["guid"])
    for tag in (
        "date start duration room slug title subtitle track type language abstract description"
    ).split():
        etree.SubElement(event, tag).text = item[tag]
    recording = etree.SubElement(event, "recording")
    etree.SubElement(recording, "license").text = item["recording_license"]
    etree.SubElement(recording, "optout").text = "false"
    persons = etree.SubElement(event, "persons")
    for person in item["persons"]:
        etree.SubElement(persons, "person", id=str(person["id"])).text = person["public_name"]
    links = etree.SubElement(event, "links")
    for link in item["links"]:
        etree.SubElement(links, "link", href=link["url"]).text = link["title"]


def timed(action: Callable[[], object]) -> float:
    """Return how many seconds of this process *action* takes: what else runs does not count."""
    gc.collect()
    begun = process_time()
    action()
    return process_time() - begun


class _Seen:
    """Keeps the values that an importer hands to the model."""

    values: dict[str, Any]


def values_of(importer: Importer, source: Source) -> dict[str, Any]:
    """Return the values that *importer* makes of *source*, before they are validated."""
    seen = _Seen()
    reading = Draft.reading

    def noted(draft: Draft) -> Any:
        seen.values = draft.values
        return reading(draft)

    Draft.reading = noted  # type: ignore[assignment, method-assign]  # put back below
    try:
        importer.read(source)
    finally:
        Draft.reading = reading  # type: ignore[method-assign]  # as it was
    return seen.values


def forget() -> None:
    """Let the next reading parse the file again."""
    jsons.forget()


def measured(name: str, importer: Importer, content: bytes, parse: Callable[[bytes], Any]) -> float:
    """Print the times of one format; return the ratio."""
    source = Source(name, content)
    values = values_of(importer, source)
    least, taken = [], []
    for _ in range(ROUNDS):
        parsing = timed(lambda: parse(content))
        validating = timed(lambda: SideEvent.model_validate(values))
        forget()
        taken.append(timed(lambda: importer.read(source)))
        least.append(parsing + validating)
    ratio = min(taken) / min(least)
    print(
        f"{name:14} {len(content) / 1e6:5.1f} MB  parsing and validation {min(least):6.2f} s  "
        f"import {min(taken):6.2f} s  {ratio:5.2f} of that"
    )
    return ratio


def main() -> None:
    """Measure, and print ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=15_000)
    found = items(parser.parse_args().items)
    measured("schedule.xml", FrabXmlImporter(), schedule_xml(found), etree.fromstring)
    measured("schedule.json", FrabJsonImporter(), schedule_json(found), json.loads)


if __name__ == "__main__":
    main()
