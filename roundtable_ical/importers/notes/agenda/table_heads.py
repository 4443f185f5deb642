"""What the columns of an agenda hold, told from their heads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from roundtable_ical.importers.notes.agenda.rooms import is_room
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times import dates
from roundtable_ical.importers.notes.times.dates import Written
from roundtable_ical.importers.notes.times.letters import folded


class Holds(StrEnum):
    """What a column holds; *day* and *track* columns have one item in each of their cells."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    START = "start"
    END = "end"
    LENGTH = "length"
    TITLE = "title"
    PEOPLE = "people"
    ROOM = "room"
    KIND = "kind"
    OTHER = "other"
    DAY = "day"
    TRACK = "track"


_HEADS = (
    (
        Holds.START,
        r"start(?:s|ing)?(?: time)?|begin|from|debut|inicio|beginn|inizio|von|(?:hora|heure"
        r"|ora)(?: de)? "
        r"(?:inicio|debut|inizio)|desde|de",
    ),
    (
        Holds.END,
        r"end(?:s|ing)?(?: time)?|to|until|finish(?: time)?|fin|ende|fine|bis|termino|hasta|a"
        r"|(?:hora|heure|ora)(?: de)? (?:fin|fim|final|termino|fine)",
    ),
    (
        Holds.LENGTH,
        r"duration|duree|duracion|dauer|durata|duracao|length|minutes|mins?|allotted time|time"
        r" allotted",
    ),
    (
        Holds.TIME,
        r"(?:time|timing|times|hours?|horas?|horarios?|heures?|horaires?|uhrzeit|zeit|zeiten"
        r"|orario|orari|ora"
        r"|tijd|waktu|schedule|time slots?|slots?|when|jam|hr|hs|pukul)\b.{0,24}",
    ),
    (Holds.DATE, r"date|fecha|datum|data|day|jour|dia|tag|giorno|tanggal|hari"),
    (
        Holds.TITLE,
        r"activit(?:y|ies)|session(?: title)?|sessions|title|topics?|agenda(?: items?)?|items?"
        r"|event|program(?:me)?"
        r"|subject|description|details?|content|contents|what|actividad(?:es)?|tema|temas"
        r"|sesion|sessao|sessoes|palestra|titulo|evento"
        r"|activites?|theme|intitule|titre|sujet|programa|asunto|contenido|thema|titel|inhalt"
        r"|programm|attivita"
        r"|titolo|argomento|atividades?|kegiatan|acara|session/activity|talk|presentation"
        r"|agenda point|point|objet"
        r"|programmpunkt|points? (?:de l')?ordre du jour|activity/topic|segment|acto|actos",
    ),
    (
        Holds.PEOPLE,
        r"(?:speakers?|presenters?|panel(?:l)?ists?|moderators?|chairs?|chairpersons?"
        r"|facilitators?|leads?|who"
        r"|responsib(?:le|ility).{0,20}|responsables?|ponentes?|intervenants?|orateurs?"
        r"|expositor(?:es)?|persons?"
        r"|orador(?:es|as?)?|referent(?:en|in)?|relator[ei]|relatori|palestrantes?|participants?|participantes"
        r"|resource persons?"
        r"|by|presented by|lead person|pic|narasumber|author(?:s|\(s\))?|instructors?"
        r"|conferencistas?|sprecher"
        r"|vortragende[r]?|organi[sz]ation|institution|lecturer|host|discussants?|invitados?"
        r"|moderacion"
        r"|presenter/facilitator|autores|oratori)(?:\(s\)|s)?(?:\s*(?:/|&|and|et|y|und"
        r"|,)\s*.{1,30})?",
    ),
    (
        Holds.ROOM,
        r"(?:rooms?|venues?|locations?|place|where|lieux?|salles?|salas?|lugar|ubicacion|ort"
        r"|raum|luogo|aula|sede"
        r"|zaal|tempat|hall|sala/lugar|local|endroit|espacio|auditorio|stage)",
    ),
    (Holds.KIND, r"type|format|typ|tipo|kind|modalidad|category|categoria|formato|nature|genre"),
    (Holds.NUMBER, r"no\.?|nr\.?|n[°º]|#|s/?n|s\.?no\.?|sr\.? no\.?|item no\.?|num(?:ber|ero)?|id"),
    (
        Holds.OTHER,
        r"notes?|remarks?|comments?|observa\w+|bemerkung\w*|links?|slides|materials?"
        r"|objectives?|documents?"
        r"|outcomes?|methodology|resources?|video|recording|abstract|status|streaming|output"
        r"|expected.*",
    ),
)  # fmt: skip
_PATTERNS = tuple((holds, re.compile(words)) for holds, words in _HEADS)
_ROOMS = 2
_TRACK = re.compile(r"(?:track|stream|parallel|group|strand|parcours|volet|eje|piste)\b.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it holds, its words, and of a day column its date or number."""

    holds: Holds
    words: str
    dates: tuple[Written, ...] = ()
    day: int | None = None


def heads(cells: Sequence[str]) -> tuple[Column, ...] | None:
    """Return the columns that a row names, None where the row is no head of a table.

    >>> [column.holds.value for column in heads(["Time", "Session Title", "Location"])]
    ['time', 'title', 'room']
    """
    if not any(cells) or any(len(cell) > 60 for cell in cells):
        return None
    columns = tuple(_column(cell) for cell in cells)
    known = [column for column in columns if column.holds is not Holds.OTHER]
    named = {column.holds for column in known}
    timed = named & {Holds.TIME, Holds.START}
    days = sum(column.holds is Holds.DAY for column in columns)
    rooms = sum(column.holds is Holds.TRACK for column in columns)
    if days >= 2 and (timed or not columns[0].words or columns[0].holds is Holds.DATE):
        return columns
    if timed and (len(known) >= 2 or rooms >= 1 or len(columns) == 2):
        return columns
    # A word of its own over the times, as "Morning", where all others are rooms.
    if rooms >= _ROOMS and rooms == len(columns) - 1 and columns[0].holds is Holds.OTHER:
        return columns
    unnamed = not columns[0].words
    if unnamed and (rooms >= 2 or {Holds.PEOPLE, Holds.TITLE} <= named):
        return columns
    return columns if len(named) >= 3 and len(known) == sum(bool(each) for each in cells) else None


def is_head(line: Line) -> bool:
    """Whether *line* names the columns of an agenda, with tabs or pipes between them."""
    cells = line.cells if len(line.cells) > 1 else line.text.strip(" |").split("|")
    return len(cells) > 1 and heads(cells) is not None


def _column(cell: str) -> Column:
    words = " ".join(cell.split())
    plain = folded(words).strip(" :*.|")
    inner = re.sub(r"\s*\(.*?\)\s*", " ", plain).strip()
    if not plain:
        return Column(holds=Holds.OTHER, words="")
    found = tuple(each for each in dates.found(words) if not each.doubtful)
    number = dates.day_number(words)
    if found or number:
        covered = sum(each.at[1] - each.at[0] for each in found)
        covered += number[2] - number[1] if number else 0
        if covered * 2 >= len(words):
            count = number[0] if number else None
            return Column(holds=Holds.DAY, words=words, dates=found, day=count)
    for holds, pattern in _PATTERNS:
        if pattern.fullmatch(plain) or pattern.fullmatch(inner):
            return Column(holds=holds, words=words)
    if is_room(words) or _TRACK.fullmatch(plain):
        return Column(holds=Holds.TRACK, words=words)
    first = re.split(r"\s*(?:/|&|\band\b|\bet\b|\by\b)\s*", inner)[0]
    for holds, pattern in _PATTERNS:
        if first and first != plain and pattern.fullmatch(first):
            return Column(holds=holds, words=words)
    return Column(holds=Holds.OTHER, words=words)
