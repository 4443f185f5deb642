"""Names and functions that no sign stands between: "A and B", "Prime Minister Jane Doe"."""

import re
from dataclasses import replace

from roundtable_ical.importers.notes.people import bodies, functions, names, roles
from roundtable_ical.importers.notes.people.common_words import PREPOSITIONS
from roundtable_ical.importers.notes.people.marks import made, part_of
from roundtable_ical.importers.notes.people.pieces import Piece
from roundtable_ical.importers.notes.people.wording import Atom, Kind, keys_of, kind_of
from roundtable_ical.zones.places import city_names
from roundtable_ical.zones.places import folded as placed

_AND = re.compile(r"\s+(?:and|et|y|e|und|&|\+)\s+|\s*/\s*", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?:(?:the|le|la|les|el|los|las|der|die|das|o|a|os|as|il|lo|i|gli)\s+|l['’])", re.IGNORECASE
)
_WORD = re.compile(r"\S+")
_CONNECTED = frozenset("and et y e und & o u".split())
_HOLY = frozenset("san santa santo saint sainte sao st sankt sant ste".split())
_RANKS = frozenset("high special senior alto alta haut haute hoher hohe".split())
"""Words before an office that are not known for one alone."""
_LONGEST_ROLE = 4
"""Words of a role that a name follows, and one more."""


def two_names(piece: Piece) -> list[Atom]:
    """Return the names of "A and B", "A / B"; empty where it is not two names."""
    parts, begun, sign = [], 0, piece.sign
    for found in [*_AND.finditer(piece.text), None]:
        part = part_of(piece, begun, found.start() if found else None, sign)
        parts.append(part)
        if found:
            begun, sign = found.end(), "and"
    alone = piece.sign in ("", "(", "and", ":", "–", "by") or any(
        names.is_full(part.text) for part in parts
    )
    if len(parts) > 1 and alone and all(names.is_name(part.text) for part in parts):
        return [made(Kind.NAME, part) for part in parts]
    return []


def two_posts(piece: Piece) -> list[Atom]:
    """Return what "Governor A and the Mayor B" are; empty where it is nothing of the kind."""
    for joint in _AND.finditer(piece.text):
        led = _ARTICLE.match(piece.text)
        one = part_of(piece, led.end() if led else 0, joint.start())
        article = _ARTICLE.match(piece.text, joint.end())
        other = part_of(piece, article.end() if article else joint.end(), sign="and")
        named = names.is_name(one.text)
        first = [made(Kind.NAME, one)] if named else _post_and_name(one)
        second = _post_and_name(other)
        if first and second:
            second[0] = replace(second[0], sign="and")
            return [*first, *second]
    return []


def _post_and_name(piece: Piece) -> list[Atom]:
    return post_and_name(piece, given=False) or post_of_and_name(piece)


def name_and_post(piece: Piece) -> list[Atom]:
    """Return name and function, or function and name, that nothing stands between."""
    text, words = piece.text, spans(piece.text)
    plain = [word for _, word in words]
    count = names.length(plain)
    while count and names.key(plain[count - 1]) in functions.BEFORE:
        count -= 1
    if 2 <= count < len(words):
        split = words[count][0]
        tail = part_of(piece, split, sign="")
        loud = names.has_capital_surname(text[:split].strip())
        kind = kind_of(tail.text)
        begins = functions.is_noun(names.key(plain[count])) or (
            kind is Kind.FUNCTION and keys_of(tail.text)[0] in functions.BEFORE
        )
        if (kind is Kind.FUNCTION and begins) or (loud and kind in (Kind.FUNCTION, Kind.BODY)):
            return [made(Kind.NAME, part_of(piece, 0, split)), made(kind, tail)]
    return []


def post_and_name(piece: Piece, *, given: bool) -> list[Atom]:
    """Return function and name of "Prime Minister Jane Doe".

    *given*: the name must begin with a given name that we know.
    """
    words = spans(piece.text)
    plain = [word for _, word in words]
    last = max(
        (at for at, word in enumerate(plain) if functions.is_noun(names.key(word))), default=-1
    )
    if last >= 0 and 2 <= len(plain) - last - 1 <= 4:
        split = words[last + 1][0]
        tail = part_of(piece, split, sign="+")
        head = part_of(piece, 0, split)
        calm = all(
            names.is_common(w)
            or names.is_adjective(w)
            or names.is_initial(w)
            or names.is_acronym(w)
            or names.key(w) in functions.BEFORE | _RANKS
            or functions.is_noun(names.key(w))
            for w in plain[: last + 1]
        )
        known = not given or names.has_given(tail.text)
        known = known and tail.text[:1].isupper()
        if (
            names.is_name(tail.text)
            and known
            and calm
            and not PREPOSITIONS.intersection(keys_of(head.text))
        ):
            found = roles.understood(head.text)
            if found and found.role and not found.weak:
                return [made(Kind.ROLE, head, role=found.role), made(Kind.NAME, tail)]
            return [made(Kind.FUNCTION, head), made(Kind.NAME, tail)]
    return []


def post_of_and_name(piece: Piece) -> list[Atom]:
    """Return what "la profesora de la Universidad de Lugo Ana Ruiz" is: the name ends it.

    A given name that we know begins it, behind the place that the post is of; behind a country
    it need not be known.
    """
    words = spans(piece.text)
    plain = [word for _, word in words]
    for at in range(len(plain) - 2, 2, -1):
        before = plain[at - 1]
        of = {names.key(word) for word in plain[at - 3 : at - 1]}
        placed_last = before[:1].isupper() and not names.is_common(before)
        known = names.is_given(plain[at]) or bodies.is_country(before)
        if not (known and placed_last and of & (PREPOSITIONS - _CONNECTED)):
            continue
        if names.is_given(before) or names.key(before) in _HOLY:
            continue
        head, tail = part_of(piece, 0, words[at][0]), part_of(piece, words[at][0], sign="+")
        if names.is_name(tail.text) and kind_of(head.text) is Kind.FUNCTION:
            return [made(Kind.FUNCTION, head), made(Kind.NAME, tail)]
    return []


def role_and_name(piece: Piece) -> list[Atom]:
    """Return role and name of "Coordina Noel Paredes", "Moderation Jane Doe"."""
    words = spans(piece.text)
    for start, _ in words[1:_LONGEST_ROLE]:
        head, tail = part_of(piece, 0, start), part_of(piece, start, sign="+")
        role = roles.role_of(head.text)
        bare = names.key(head.text.split()[-1]) not in PREPOSITIONS
        if role and bare and names.is_full(tail.text) and names.is_name(tail.text):
            known = names.has_given(tail.text)
            return [made(Kind.ROLE, head, role=role), made(Kind.NAME, tail)] if known else []
    return []


def details_and_name(piece: Piece, *, given: bool) -> list[Atom]:
    """Return details of the last person and the name of the next: "Co-chair CCC Jane Doe"."""
    words = spans(piece.text)
    plain = [word for _, word in words]
    for at in range(len(plain) - 2, 0, -1):
        if (
            not names.is_acronym(plain[at - 1])
            or len(plain) - at > 3
            or any(names.is_acronym(w) for w in plain[at:])
        ):
            continue
        split = words[at][0]
        tail, head = part_of(piece, split, sign=""), part_of(piece, 0, split)
        placed_words = [tail.text, *tail.text.split()]
        somewhere = any(bodies.is_country(w) or placed(w) in city_names() for w in placed_words)
        if given and not (names.has_given(tail.text) and len(plain) > 4):
            continue
        belongs = at > 1 and names.key(plain[at - 2]) in PREPOSITIONS
        if belongs and not names.has_given(tail.text):
            continue
        if names.is_name(tail.text) and names.is_full(tail.text) and not somewhere:
            sign = "+" if given else ""
            return [made(kind_of(head.text), head), made(Kind.NAME, tail, sign=sign)]
    return []


def spans(text: str) -> list[tuple[int, str]]:
    """Return the words of *text* with where they stand."""
    return [(found.start(), found.group()) for found in _WORD.finditer(text)]
