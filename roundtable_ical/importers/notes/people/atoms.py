"""What stands in an entry, piece by piece."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roundtable_ical.importers.notes.people import bodies, honorifics, names, tbc
from roundtable_ical.importers.notes.people.common_words import CONNECTING
from roundtable_ical.importers.notes.people.home_first import home_first
from roundtable_ical.importers.notes.people.honoured import starts_name
from roundtable_ical.importers.notes.people.marks import made, mark_of, part_of, replace_text
from roundtable_ical.importers.notes.people.phrases import words_of
from roundtable_ical.importers.notes.people.pieces import Piece, Shape, cut
from roundtable_ical.importers.notes.people.wording import Atom, Kind, kind_of

_NAME_LAST = re.compile(
    r"(?:^|\s)(?:by|with|par|avec|por|con|di|de|mit|von|com|door|met)\s+"
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:\s[\w'’.-]+){1,3})$"
)

_OTHERS = re.compile(
    r"\s*,?\s+(?:and|et|y|e|und|among|entre|unter|tra)\s+(?:many\s+)?(?:others?|otr[oa]s|autres|"
    r"outr[oa]s|altri|andere[nr]?|more|más)\s*\.?$",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"(?<=\w)\s+(?:followed by|suivie?s? (?:par|de)|seguid[oa]s? (?:por|de)|gefolgt von|"
    r"seguit[oai] da)\s+(?=\w)",
    re.IGNORECASE,
)
_AND_SO_ON = re.compile(r"(?:\.{2,}|…|\betc\.?|\busw\.?)\s*$", re.IGNORECASE)
"""Ends a list of examples in brackets: nobody is invited so."""


def atoms(text: str) -> list[Atom]:
    """Return what stands in *text*, in its order."""
    read = _told_by_post(list(_flat(_joined(cut(text), text), text)))
    return home_first(_honoured_next(read))


def _told_by_post(read: list[Atom]) -> list[Atom]:
    """Return *read*, words that end on a name parted where a post follows: "Talk by A, Rector"."""
    made: list[Atom] = []
    for at, atom in enumerate(read):
        following = read[at + 1] if at + 1 < len(read) else None
        post = following and following.kind is Kind.FUNCTION and following.sign in (",", "(")
        found = _NAME_LAST.search(atom.text) if post else None
        if (
            atom.kind not in (Kind.OTHER, Kind.TEXT)
            or not found
            or not names.is_full(found["name"])
            or not names.is_name(found["name"])
        ):
            made.append(atom)
            continue
        start = atom.start + found.start("name")
        before = atom.text[: found.start()].strip()
        if before:
            end = atom.start + found.start()
            made.append(replace(atom, kind=Kind.TEXT, text=before, end=end))
        made.append(
            replace(
                atom, kind=Kind.NAME, text=found["name"], start=start, sign="by" if before else ""
            )
        )
    return made


def _honoured_next(read: list[Atom]) -> list[Atom]:
    """Return *read*, an honorific that a comma has parted from its name put before it: "Ing, A"."""
    made: list[Atom] = []
    for atom in read:
        last = made[-1] if made else None
        alone = last and not last.honorific and last.kind in (Kind.NAME, Kind.OTHER)
        alone = alone and (len(made) == 1 or not honorifics.is_post(last.text if last else ""))
        if atom.kind is Kind.NAME and last and alone and honorifics.is_alone(last.text):
            start = last.start
            made[-1] = replace(atom, honorific=last.text, start=start, sign=last.sign)
        else:
            made.append(atom)
    return made


def _flat(pieces: list[Piece], text: str) -> Iterator[Atom]:
    named = False
    for piece in pieces:
        for atom in _of(piece, first=not named, text=text):
            named = named or atom.kind is Kind.NAME
            yield atom


def _of(piece: Piece, *, first: bool, text: str) -> Iterator[Atom]:
    if piece.shape is Shape.QUOTED:
        yield made(Kind.QUOTE, piece)
    elif piece.shape is Shape.PLAIN:
        yield from _plain_words(piece, first=first)
    else:
        inner = text[piece.start + 1 :].find(piece.text[:1]) + piece.start + 1
        whole = replace_text(piece, piece.text, inner)
        if mark := mark_of(whole):
            yield replace(mark, bracketed=True, start=piece.start, end=piece.end)
            return
        if _AND_SO_ON.search(piece.text):
            yield made(Kind.TEXT, whole, bracketed=True, sign="(")
            return
        for part in _joined(cut(piece.text, inner), text):
            for atom in _of(part, first=first, text=text):
                sign = atom.sign or "("
                yield replace(atom, bracketed=True, sign=sign)


def _plain_words(piece: Piece, *, first: bool) -> Iterator[Atom]:
    """Yield the atoms of a piece without brackets; *first*: nobody was named before it."""
    if mark := mark_of(piece):
        yield mark
        return
    if (others := _OTHERS.search(piece.text)) and others.start():
        piece = part_of(piece, 0, others.start())
    if next_one := _FOLLOWED.search(piece.text):
        yield from words_of(part_of(piece, 0, next_one.start()), first=first)
        rest = part_of(piece, next_one.end(), sign="and")
        after = list(words_of(rest, first=False))
        named = after and after[-1].kind is Kind.NAME
        yield from after if named else [replace(made(Kind.TEXT, rest), sign="–")]
        return
    words, open_ = tbc.without(piece.text)
    if open_ and words and piece.text.startswith(words):
        yield from words_of(replace_text(piece, words, piece.start), first=first)
        end = piece.start + len(piece.text)
        yield Atom(
            kind=Kind.TBC, text=piece.text[len(words) :], start=piece.start + len(words), end=end
        )
        return
    yield from words_of(piece, first=first)


def _ends_open(text: str) -> bool:
    """Return whether *text* ends on what a name in quotation marks belongs to: "Academy"."""
    if not text.split() or names.is_name(text):
        return False
    last = names.key(text.split()[-1])
    if text.split()[-1].islower() and kind_of(text) in (Kind.FUNCTION, Kind.BODY):
        return True
    return last in CONNECTING or (bodies.is_noun(last) and not names.is_name(text))


def _joined(pieces: list[Piece], text: str) -> list[Piece]:
    """Return *pieces* with brackets that belong to the words before them put back: "Fund (GCF)"."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if (
            (
                last
                and last.shape is Shape.PLAIN
                and piece.shape is Shape.BRACKETED
                and _belongs(last, piece)
            )
            or (
                last
                and last.shape is Shape.PLAIN
                and piece.shape is Shape.QUOTED
                and not piece.sign
                and _ends_open(last.text)
            )
            or (
                last
                and last.shape is Shape.PLAIN
                and not piece.sign
                and piece.shape is Shape.PLAIN
                and last.text[-1:] in "»”"
                and not starts_name(piece.text)
            )
            or (
                last
                and not piece.sign
                and piece.shape is Shape.PLAIN
                and last.text.endswith(")")
                and last.shape is Shape.PLAIN
                and not starts_name(piece.text)
            )
        ):
            joined[-1] = Piece(
                last.sign, Shape.PLAIN, text[last.start : piece.end], last.start, piece.end
            )
        else:
            joined.append(piece)
    return joined


def _belongs(before: Piece, bracket: Piece) -> bool:
    """Return whether *bracket* is only the short name of what stands before it."""
    if names.is_short_for(bracket.text, before.text):
        return True
    if mark_of(Piece("", Shape.PLAIN, bracket.text, 0, 0)) or starts_name(before.text):
        return False
    if tbc.is_mark(before.text):
        return False
    if any(each.kind is Kind.NAME for each in words_of(before, first=True)):
        return False
    short = names.is_acronym(bracket.text) and " " not in bracket.text
    return short and kind_of(before.text) in (Kind.BODY, Kind.FUNCTION, Kind.OTHER)
