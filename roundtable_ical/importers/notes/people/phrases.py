"""The words between two signs, read as atoms: "Talk by Jane Doe" is words and a name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roundtable_ical.importers.notes.people import functions, honorifics, names, roles
from roundtable_ical.importers.notes.people.acting import (
    ABOUT,
    ACTING,
    OF_NAME,
    SPEECH,
    WITH,
    doing,
    is_office,
    verb_before,
)
from roundtable_ical.importers.notes.people.common_words import PREPOSITIONS
from roundtable_ical.importers.notes.people.homes import names_and_homes
from roundtable_ical.importers.notes.people.honoured import FOLLOWED, crowned, is_topic, whole
from roundtable_ical.importers.notes.people.marks import (
    DEGREE,
    made,
    part_of,
    replace_sign,
    replace_text,
)
from roundtable_ical.importers.notes.people.pieces import Piece, Shape
from roundtable_ical.importers.notes.people.run_together import (
    details_and_name,
    name_and_post,
    post_and_name,
    post_of_and_name,
    role_and_name,
    spans,
    two_names,
    two_posts,
)
from roundtable_ical.importers.notes.people.wording import SPEAKS, Atom, Kind, keys_of, kind_of

_LONGEST = 600
"""Characters; who is named in a longer run of words without any sign is only mentioned."""
_LEADING_AND = re.compile(r"(?:and|et|y|e|und|&|\+)\s+(?=\S)", re.IGNORECASE)
_BY_END = re.compile(
    r"(?:^|\s)(?:by|par|por|with|avec|con|mit|oleh|von|durch|door|pelo|pela|dal|dalla|a cargo del?|"
    r"con la presencia del?|"
    r"de la mano de)(?:\s+(?:the|le|la|el|den|der))?$",
    re.IGNORECASE,
)
_OF_SPEECH = re.compile(r"(?:\s)(?:of|from|de|du|del|de la|di|do|da|von|,)$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?:the|le|la|les|el|los|las|der|die|das|dem|den|o|a|os|as|il|lo|i|gli)\s+|l['’]\s*",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:(?:of|from|at|with|de la|de|du|des|del|von|chez)\s+|(?:de l['’]|d['’]|@)\s*)(?:the\s+)?",
    re.IGNORECASE,
)


def words_of(piece: Piece, *, first: bool, acted: bool = False) -> Iterator[Atom]:
    """Yield the atoms of words that no mark of its own is among."""
    text = piece.text
    if not text:
        return
    if len(text) > _LONGEST:
        yield made(Kind.TEXT, piece)
        return
    if piece.sign in ("", ",", ";") and (joint := _LEADING_AND.match(text)):
        rest_atoms = list(words_of(part_of(piece, joint.end(), sign="and"), first=first))
        starts = rest_atoms and rest_atoms[0].kind is Kind.NAME
        posted = rest_atoms and rest_atoms[0].kind is Kind.FUNCTION
        if (
            not piece.sign
            or posted
            or (starts and (rest_atoms[0].sure or names.is_full(rest_atoms[0].text)))
        ):
            yield from rest_atoms
            return
    if not first and (after := DEGREE.match(text)):
        yield made(Kind.FUNCTION, part_of(piece, 0, after.end("degree")))
        if text[after.end() :].strip():
            yield from words_of(part_of(piece, after.end(), sign=","), first=False)
        return
    honorific, rest = honorifics.split(text)
    if honorific and is_topic(honorific, rest):
        honorific = None
    if honorific and (role := roles.role_of(text)):
        yield made(Kind.ROLE, piece, role=role)
        return
    if (
        honorific
        and honorifics.is_post(honorific)
        and not names.is_name(rest)
        and (not first or _prepositional(rest))
    ):
        yield made(Kind.FUNCTION, piece)
        return
    if honorifics.is_alone(text):
        yield made(Kind.OTHER, piece)
        return
    if honorific:
        lead = made(Kind.TEXT, piece)
        yield from _honoured(piece, honorific, len(text) - len(rest), lead)
        return
    if (place := honorifics.inside(text)) > 0 and not functions.BEFORE.issuperset(
        keys_of(text[:place])
    ):
        yield from _before_honorific(piece, place, first=first)
        return
    if homes := names_and_homes(piece):
        yield from homes
        return
    if (two := two_names(piece)) and all(names.is_full(each.text) for each in two):
        yield from two
        return
    if names.is_name(text):
        yield made(Kind.NAME, piece)
        return
    if two := two_names(piece):
        yield from two
        return
    if not acted and (acting := _acting(piece)):
        yield from acting
        return
    parted = two_posts(piece) or post_and_name(piece, given=not first) or role_and_name(piece)
    if parted := parted or post_of_and_name(piece):
        yield from parted
        return
    if first and (parted := name_and_post(piece)):
        yield from parted
        return
    if parted := details_and_name(piece, given=first):
        yield from parted
        return
    yield made(kind_of(text), piece)


def _prepositional(text: str) -> bool:
    return bool(PREPOSITIONS.intersection(keys_of(text)[:1]))


def _honoured(piece: Piece, honorific: str, at: int, prose: Atom) -> Iterator[Atom]:
    rest = part_of(piece, at)
    words = spans(rest.text)
    count = names.length([word for _, word in words], led=True)
    if (next_one := honorifics.inside(rest.text)) > 0:
        count = min(count, sum(start < next_one for start, _ in words))
        while count and words[count - 1][1].lower() in names.PARTICLES:
            count -= 1
    if count == 0 and words:
        if kind_of(rest.text) is Kind.FUNCTION:
            yield made(
                Kind.FUNCTION,
                replace_text(piece, rest.text, piece.start),
                honorific=honorific,
                end=rest.end,
            )
            return
        following = names.length([word for _, word in words[1:3]])
        if (words[0][1][:1].isupper() and not names.is_common(words[0][1])) or names.is_name(
            rest.text
        ):
            count = 1
        elif words[0][1].istitle() and len(words[0][1]) < 4 and following == len(words[1:3]) > 0:
            count = 1 + names.length([word for _, word in words[1:]])
        else:
            yield prose
            return
    count = whole([word for _, word in words], count)
    if count > 2 and names.is_body_acronym(words[count - 1][1]):
        count -= 1
    last = words[count - 1]
    end = last[0] + len(last[1])
    tail = part_of(rest, end, sign="")
    name = Atom(
        kind=Kind.NAME,
        text=rest.text[:end].rstrip(" ,"),
        start=piece.start,
        end=rest.start + end,
        sign=piece.sign,
        honorific=honorific,
    )
    if not tail.text:
        yield name
        return
    joint = re.match(r"(?:and|et|y|e|und|&|/)\s+", tail.text, re.IGNORECASE)
    if joint:
        yield name
        yield from words_of(part_of(tail, joint.end(), sign="and"), first=False)
        return
    if crowned(honorific, tail.text):
        yield replace(name, text=f"{name.text} {tail.text}", end=tail.end)
        return
    if origin := _FROM.match(tail.text):
        yield name
        if honorifics.inside(tail.text) > 0:
            yield from words_of(part_of(tail, origin.end(), sign=","), first=False)
            return
        yield made(Kind.BODY, part_of(tail, origin.end(), sign=","))
        return
    if FOLLOWED.match(tail.text):
        yield name
        yield from words_of(part_of(tail, 0, sign=""), first=True)
        return
    if re.fullmatch(r"et\s+al\.?", tail.text, re.IGNORECASE):
        yield replace(name, text=f"{name.text} {tail.text}", end=tail.end)
        return
    if honorifics.split(tail.text)[0]:
        yield name
        yield from words_of(tail, first=False)
        return
    kind = kind_of(tail.text)
    if SPEAKS.match(tail.text):
        yield name
        yield made(Kind.TEXT, tail)
        return
    if kind is Kind.TEXT and not functions.NOUNS.intersection(keys_of(tail.text)[:4]):
        yield prose
        return
    yield name
    if (place := honorifics.inside(tail.text)) > 0 and kind is not Kind.TEXT:
        yield made(kind_of(tail.text[:place]), part_of(tail, 0, place))
        yield from words_of(part_of(tail, place, sign=""), first=False)
        return
    yield made(Kind.FUNCTION if kind is Kind.TEXT else kind, tail)


def _before_honorific(piece: Piece, place: int, *, first: bool) -> Iterator[Atom]:
    head, tail = piece.text[:place].rstrip(), part_of(piece, place, sign="")
    if acting := _BY_END.search(head):
        yield from doing(piece, acting.start())
        yield from words_of(Piece("by", Shape.PLAIN, tail.text, tail.start, tail.end), first=first)
        return
    if deed := verb_before(head):
        yield from doing(piece, deed)
        doers = list(words_of(replace_sign(tail, "by"), first=first))
        yield from (replace(doers[0], start=piece.start + deed), *doers[1:])
        return
    of = _OF_SPEECH.search(head)
    role = roles.role_of(head[: of.start()]) if of else None
    if of and (role or SPEECH.search(head[: of.start()])):
        before = part_of(piece, 0, of.start())
        yield made(Kind.ROLE, before, role=role) if role else made(Kind.TEXT, before)
        yield from words_of(Piece("by", Shape.PLAIN, tail.text, tail.start, tail.end), first=first)
        return
    if joint := re.search(r"\s(?:and|et|y|und|&)$", head):
        before = part_of(piece, 0, joint.start())
        yield from words_of(before, first=first)
        yield from words_of(replace_sign(tail, "and"), first=False)
        return
    kind = kind_of(head)
    if SPEECH.match(head):
        yield made(Kind.TEXT, part_of(piece, 0, place))
        yield from words_of(replace_sign(tail, "+"), first=first)
        return
    if kind is Kind.TEXT or (kind is Kind.OTHER and any(names.is_common(w) for w in head.split())):
        yield made(Kind.TEXT, piece)
        return
    yield from words_of(part_of(piece, 0, place), first=first)
    yield from words_of(replace_sign(tail, "" if not first else "+"), first=first)


def _acting(piece: Piece) -> list[Atom]:
    """Return what "Talk by A" and "Introduction by the Chair of B" are."""
    for pattern, sure in ((ACTING, True), (WITH, False), (OF_NAME, False)):
        for found in pattern.finditer(piece.text):
            spoken = bool(SPEECH.search(piece.text[: found.start()]))
            about = ABOUT.search(piece.text[: found.end()])
            if pattern is OF_NAME and (not spoken or about):
                continue
            acted = _acted(piece, found.start(), found.end(), sure=sure)
            named = next((each for each in acted if each.kind is Kind.NAME), None)
            known = bool(named and (named.sure or names.has_given(named.text)))
            posted = acted[-1:] and acted[-1].sign == "+" and acted[-1].kind is Kind.NAME
            opens = posted or (pattern is WITH and not found.start() and not piece.sign)
            if acted and (sure or known or opens or (spoken and pattern is WITH)):
                return acted
    return []


def _acted(piece: Piece, end: int, start: int, *, sure: bool) -> list[Atom]:
    """Return the words before *end*, and whoever is named from *start* on."""
    article = _ARTICLE.match(piece.text, start)
    bare = article.end() if article and article.end() < len(piece.text) else start
    after = part_of(piece, bare, sign="by")
    inner = list(words_of(after, first=True, acted=True)) if after.text else []
    if not inner:
        return []
    if len(inner) == 2 and inner[0].kind is Kind.FUNCTION and inner[0].text.split()[0][-1] == "s":
        inner = [replace(inner[0], kind=Kind.TEXT), replace(inner[1], sign="by")]
        named = names.is_full(inner[1].text)
        return [*doing(piece, end), *inner] if named else []
    led = len(inner) == 2 and inner[1].sign in ("+", "") and inner[1].kind is Kind.NAME
    who = inner[1] if led else inner[0]
    named = who.kind is Kind.NAME and (who.sure or names.is_full(who.text))
    office = sure and who.kind is Kind.FUNCTION and (len(inner) > 1 or is_office(who.text))
    return [*doing(piece, end), *inner] if named or office else []
