"""What a piece of an entry is as a whole, and the parts that it is cut into."""

import re
from dataclasses import replace

from roundtable_ical.importers.notes.people import roles, tbc
from roundtable_ical.importers.notes.people.pieces import Piece, Shape
from roundtable_ical.importers.notes.people.wording import Atom, Kind

_REMOTE = re.compile(
    r"(?:virtual(?:ly)?|remote(?:ly)?|online|on-?line|by video(?:\s?link|\s?conference)?|via zoom|"
    r"via video|video message|pre-?recorded(?: video)?(?: message)?|en ligne|à distance|a distance|"
    r"en visioconférence|visio|virtuel(?:le)?|en línea|a distancia|remoto|remota|"
    r"por videoconferencia)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"(?:invited|invitée?s?|invitad[oa]s?|convidad[oa]s?|confirmed|confirmée?s?|"
    r"confirmad[oa]s?|bestätigt|confermato|in[\s-]person|on[\s-]?site|in the room|en présentiel|"
    r"(?:she|he|they|elle|il|ella|él)\s?/\s?\w+(?:\s?/\s?\w+)?|"
    r"présentiel|presencial|in presenza|"
    r"(?:in |en |auf )?(?:english|french|spanish|arabic|russian|chinese|portuguese|german|italian|"
    r"anglais|français|espagnol|arabe|russe|inglés|francés|español|englisch|deutsch|französisch|"
    r"inglês|português|espanhol|inglese|francese|italiano))",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"hybrid(?:e|o|a)?|híbrid[oa]|ibrid[oa]|virtual event|online event|webinar|zoom|"
    r"(?:microsoft |ms )?teams",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"(?P<degree>Ph\.?\s?D\.?|M\.?Sc\.?|M\.?D\.?|MBA|MPH|DPhil|Esq\.?|OBE|CBE|MBE|FRS|KC|QC)(?:[.,]?\s+|\.?$)"
)
"""A degree or an order behind a name."""


def is_way_of_meeting(words: str) -> bool:
    """Return whether *words* only say how people take part: "In-person", "Online"."""
    parts = [part for part in re.split(r"\s*(?:/|&|\+|\band\b|,)\s*", words.strip()) if part]
    ways = (_REMOTE, _PRESENT, _HYBRID)
    return bool(parts) and all(any(way.fullmatch(part) for way in ways) for part in parts)


def is_in_person(words: str) -> bool:
    """Return whether *words* only say that people come: no place."""
    return bool(_PRESENT.fullmatch(words.strip()))


def replace_text(piece: Piece, text: str, start: int) -> Piece:
    """Return *piece* as plain words *text* that stand at *start*."""
    return Piece(piece.sign, Shape.PLAIN, text, start, start + len(text))


def made(kind: Kind, piece: Piece, **more: object) -> Atom:
    """Return *piece* as an atom of *kind*."""
    made = Atom(kind=kind, text=piece.text, start=piece.start, end=piece.end, sign=piece.sign)
    return replace(made, **more) if more else made  # type: ignore[arg-type]  # fields of Atom


def mark_of(piece: Piece) -> Atom | None:
    """Return the mark that *piece* is as a whole: tbc, a role, how somebody takes part."""
    words = piece.text.strip(" .*")
    if tbc.is_mark(words):
        return made(Kind.TBC, piece)
    if _REMOTE.fullmatch(words):
        return made(Kind.MODE, piece, remote=True)
    if _PRESENT.fullmatch(words):
        return made(Kind.MODE, piece)
    if role := roles.role_of(words):
        return made(Kind.ROLE, piece, role=role)
    return None


def part_of(piece: Piece, start: int, end: int | None = None, sign: str | None = None) -> Piece:
    """Return the part of a plain *piece* between two places in its text, blanks taken off."""
    words = piece.text[start:end]
    left = start + len(words) - len(words.lstrip())
    text = words.strip()
    sign = piece.sign if sign is None else sign
    return Piece(sign, Shape.PLAIN, text, piece.start + left, piece.start + left + len(text))


def replace_sign(piece: Piece, sign: str) -> Piece:
    """Return *piece* behind another sign."""
    return Piece(sign, piece.shape, piece.text, piece.start, piece.end)
