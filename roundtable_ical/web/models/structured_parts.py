"""What search engines read of a theme, a speaker, a venue: Schema.org, in JSON-LD."""

from typing import Any

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.programme.texts import public, said
from roundtable_ical.web.models.structured import MOST_PARTS, part_described, place_described
from roundtable_ical.web.reader import Reader


def part_structured(
    event: SideEvent, selection: Selection, reader: Reader, page: str
) -> dict[str, Any] | None:
    """Return the one thing that *selection* has, with what takes place there.

    Args:
        event: the programme.
        selection: a theme, a speaker or a venue.
        reader: in whose language.
        page: address of the event's page, ending in a slash.

    Returns:
        A Person, a Place or a list of events; None for a speaker whose name may not be said.
    """
    kind, id_ = selection.only or ("themes", "")
    items = selected(event, selection)[:MOST_PARTS]
    told = [part_described(event, item, reader, page) for item in items]
    top = {"@context": "https://schema.org", "url": f"{page}{kind}/{id_}"}
    if kind == "themes":
        name = public(said(event.topics[id_].title, reader.wanted, event.language))
        listed = [
            {"@type": "ListItem", "position": position, "item": each}
            for position, each in enumerate(told, start=1)
        ]
        return {**top, "@type": "ItemList", "name": name, "itemListElement": listed}
    if kind == "venues":
        return {**top, **place_described(event.places[id_], event, reader), "event": told}
    who = _performer(event, id_, reader)
    return {**top, **who, "performerIn": told} if who else None


def _performer(event: SideEvent, id_: str, reader: Reader) -> dict[str, Any]:
    speaker = event.people[id_]
    name = speaker.public_name(reader.wanted, event.language)
    if not name:
        return {}
    words = {
        "jobTitle": said(speaker.function, reader.wanted, event.language),
        "affiliation": said(speaker.affiliation, reader.wanted, event.language),
    }
    told = {field: public(value) for field, value in words.items() if value}
    return {"@type": "Person", "name": public(name), **told}
