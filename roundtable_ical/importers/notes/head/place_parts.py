"""The words of a place taken apart: a house, a room, an address, a city."""

import re
from collections.abc import Iterable
from dataclasses import replace

from roundtable_ical.importers.notes.found import Place
from roundtable_ical.importers.notes.head import gazetteer, place_words
from roundtable_ical.importers.notes.head.labels import Field
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.times.letters import folded

BETWEEN = re.compile(r"\s*(?:,|;|\||\t|\u2022|·|\n| [-–—] )\s*")
"""What stands between two parts of a place."""


def placed(words: str, line: int) -> Place:
    """Return the parts of *words*: "New York, Delegates Dining Room, United Nations".

    A part is a city by its name, a room or an address by words in it; the first of the rest is
    the house. What is left over goes to the address.
    """
    bare = place_words.WITH_LIST.sub(r", \1", place_words.DETAILS.sub("", words))
    parts = [part.strip(" .;,") for part in BETWEEN.split(bare) if part.strip(" .;,")]
    city: str | None = None
    room: str | None = None
    address: list[str] = []
    names: list[str] = []
    for part in parts:
        plain = folded(part)
        if city is None and len(parts) > 1 and gazetteer.city_zones(part):
            city = part
        elif len(parts) > 1 and gazetteer.country_zones(part):
            address.append(part)
        elif room is None and place_words.ROOM.search(plain) and len(parts) > 1:
            room = part
        elif place_words.STREET.search(plain) and re.search(r"\d", plain):
            address.append(part)
        else:
            names.append(part)
    if not names and room is not None:
        names, room = [room], None
    elif not names:
        names, city = [city or words.strip()], None
    if city is None:
        city = next(
            (
                spot.name
                for spot in gazetteer.places_in(words)
                if spot.is_city and not spot.known_as
            ),
            None,
        )
        city = None if city and folded(city) == folded(names[0]) else city
    name, *rest = names
    return Place(
        line=line, name=name, room=room, city=city, address=", ".join((*rest, *address)) or None
    )


def with_labels(place: Place | None, extra: dict[Field, Section]) -> Place | None:
    """Return *place* with room, address and city from labels of their own."""
    said = {field: " ".join(part.text.split()) for field, part in extra.items()}
    room, address, city = (said.get(f) for f in (Field.ROOM, Field.ADDRESS, Field.CITY))
    if place is None:
        name = room or address or city
        line = next(iter(extra.values())).line
        return Place(line=line, name=name, address=address, city=city) if name else None
    return replace(
        place,
        room=room or place.room,
        address=address or place.address,
        city=city or place.city,
    )


def spots(place: Place | None) -> Iterable[gazetteer.Spot]:
    """Return the cities and countries that *place* is in, the surest first."""
    if place is None:
        return ()
    words = ", ".join(filter(None, (place.city, place.address, place.name, place.room)))
    found = gazetteer.places_in(words, loose=True)
    return sorted(found, key=lambda spot: not spot.is_city)
