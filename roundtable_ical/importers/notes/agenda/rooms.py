"""Rooms, as items and columns name them."""

import re

from roundtable_ical.importers.notes.times.letters import folded

_LONGEST = 60
"""Characters of the name of a room."""
_PLACES = (
    r"rooms?|conference room|meeting room|hall|ballroom|auditori(?:um|o)|theat(?:re|er)|foyer"
    r"|lobby|sala|salle|salon"
    r"|saal|raum|horsaal|aula|amphi(?:theatre)?|zaal|lokaal|stage|plenary hall|terrace|garden"
    r"|chamber|library"
    r"|pavilion|pavillon|pabellon|lecture (?:hall|theatre)|building|suite|studio|lounge"
    r"|cafeteria|ruang|online|zoom|anfiteatro|auditoire"
)
_ROOM = re.compile(
    rf"(?:(?:the )?(?:{_PLACES})\b.{{0,50}}"
    rf"|(?!.*\b(?:in|im|en|dans|nella|no|na)\b)[\w' -]{{1,40}}\b(?:{_PLACES})(?:\s[\w.-]{{1,6}})?"
    rf"|[a-z]{{0,3}}-?\d{{1,4}}[a-z]?)"
)
_NO_ROOM = re.compile(r"\b(?:with|avec|con|com|mit|from|questions?|preguntas?|perguntas?|fragen)\b")
"""Words of a title that ends with a word for a room: "Questions from the hall"."""
_BEHIND = re.compile(
    r",\s*(?P<inner>(?:room|sala|salle|raum|aula|hall|saal)\s(?:[a-z]{0,2}-?\d{1,4}[a-z]?|[a-z]))$"
)
_LABEL = re.compile(
    r"(?:room|venue|location|place|where|salle|lieu|sala|lugar|ubicacion|ort|raum|luogo|sede"
    r"|aula|local|tempat|zaal)\s*:\s*"
)
_BRACKETED = re.compile(
    rf"\s*[(\[]\s*(?P<inner>(?:{_PLACES})\b[^()\[\]]{{0,40}}"
    rf"|[a-z]{{1,2}}-?\d{{2,4}}[a-z]?(?:\s?[-/&]\s?[a-z]{{0,2}}\d{{2,4}})?)\s*[)\]]"
)
_AT_FRONT = re.compile(
    r"^(?P<room>(?:room|sala|salle|raum|aula|hall|saal)\s+(?:[a-z]|\d+[a-z]?|[ivx]+))\s*[:"
    r"|–-]\s*(?P<rest>\S.*)$"
)


def is_room(words: str) -> bool:
    """Whether *words* alone are the name of a room, as "Room A", "Sala 2", "Grand Ballroom"."""
    plain = folded(words).strip(" .:*")
    if not plain or len(plain) > _LONGEST or plain.isdigit() or _NO_ROOM.search(plain):
        return False
    return bool(_ROOM.fullmatch(plain))


def labelled(text: str) -> str | None:
    """Return the room in a line as "Venue: Hall 2"; None for other lines.

    >>> labelled("Ubicación: Hall principal")
    'Hall principal'
    """
    match = _LABEL.match(folded(text))
    room = text[match.end() :].strip(" .*") if match else ""
    return room if 0 < len(room) <= 100 and not room.startswith("[") else None


def begins_as_room(words: str) -> bool:
    """Whether *words* begin with a room, and go on in brackets at most."""
    return bool(words) and is_room(apart(words)[0])


def apart(words: str) -> tuple[str, str]:
    """Return a room and what stands in brackets behind it.

    >>> apart("/ Sala 1 (Traducción)")
    ('Sala 1', '(Traducción)')
    """
    bare = words.strip(" /|-–—,;:")
    match = re.fullmatch(r"([^()]*?)\s*(\(.*\))?", bare)
    return (match[1], match[2] or "") if match else (bare, "")


def split(title: str) -> tuple[str, str | None]:
    """Return *title* without the room in it, and the room.

    >>> split("Poster session (Hall B)"), split("Sala 2: Migration")
    (('Poster session', 'Hall B'), ('Migration', 'Sala 2'))
    """
    plain = folded(title)
    if match := _BEHIND.search(plain):
        return title[: match.start()].strip(), title[match.start("inner") :].strip()
    if match := _BRACKETED.search(plain):
        begin, end = match.span("inner")
        rest = f"{title[: match.start()]} {title[match.end() :].lstrip()}"
        return rest.strip(), title[begin:end].strip()
    if match := _AT_FRONT.match(plain):
        return title[match.start("rest") :].strip(), title[: match.end("room")].strip()
    return title, None
