"""Somebody found in an entry, as a value: name, honorific, function, affiliation."""

import re

from roundtable_ical.importers.notes.found import Person
from roundtable_ical.importers.notes.people import bodies, functions, names
from roundtable_ical.importers.notes.people.common_words import PREPOSITIONS
from roundtable_ical.importers.notes.people.found_people import Found
from roundtable_ical.importers.notes.people.roles import Label
from roundtable_ical.importers.notes.people.wording import Atom, Kind

_BETWEEN = re.compile(
    r"\s*,?\s+(?:(?:of|from|at|for|to|in|with|de|du|des|del|dos|das|da|do|à|au|aux|en|von|der|des|"
    r"dari)\s+|d['’]\s*)(?:(?:the|la|el|los|las|les|le)\s+|l['’]\s*)?(?=\S)",
    re.IGNORECASE,
)

_ARTICLES = frozenset("the le la les el los las der die das il lo".split())


def person(found: Found, text: str, line: int, label: Label | None) -> Person:
    """Return *found* as a value; *text* is the entry that it stands in."""
    role = found.role or (label.role if label else None)
    name = found.name.text.strip(" ,.;:") if found.name else None
    if (
        name
        and found.name
        and re.search(r"\b[A-ZÀ-Þ]\.$|\b(?:al|Jr|Sr)\.$", found.name.text.strip(" ,;:"))
    ):
        name = found.name.text.strip(" ,;:")
    if name and found.given:
        given = re.sub(r"(?<=\w{3})\.$", "", found.given)
        name = f"{given} {name}"
    said = [*found.before, *found.details]
    function, affiliation = _position(said, text)
    words = None if name else _label(said, text)
    if not name:
        function, affiliation = _place(function, affiliation)
    honorific = (
        found.name.honorific
        if found.name
        else next((each.honorific for each in said if each.honorific), None)
    )
    return Person(
        line=line,
        name=name,
        honorific=honorific or next((each.honorific for each in said if each.honorific), None),
        function=function,
        affiliation=affiliation,
        label=words,
        role=role,
        tbc=found.tbc or bool(label and label.tbc),
        remote=found.remote,
    )


def _label(said: list[Atom], text: str) -> str | None:
    if not said:
        return None
    return " ".join(text[said[0].start : said[-1].end].split()).strip(" ,;:")


def _position(said: list[Atom], text: str) -> tuple[str | None, str | None]:
    """Return function and affiliation of what is *said* of somebody."""
    posts: list[list[Atom]] = []
    places: list[list[Atom]] = []
    for at, atom in enumerate(said):
        goes_on = atom.kind is not Kind.FUNCTION and posts and not places and _goes_on(said, at)
        if goes_on:
            posts[-1].append(atom)
        elif atom.kind is Kind.FUNCTION:
            posts.append([atom])
        elif places and said[at - 1] is places[-1][-1]:
            places[-1].append(atom)
        else:
            places.append([atom])
    function = ", ".join(_slice(each, text) for each in posts) or None
    affiliation = ", ".join(_slice(each, text) for each in places) or None
    if function and not affiliation and len(posts) == 1:
        function, affiliation = parted(function)
    first = (function or "").split()[:1]
    if (
        function
        and not affiliation
        and first
        and names.is_acronym(first[0])
        and len(function.split()) > 1
    ) and names.key(function.split()[-1]) in functions.NOUNS:
        function, affiliation = function.split(maxsplit=1)[1], first[0]
    return _without_article(function), affiliation


def _without_article(function: str | None) -> str | None:
    """Return "la Alcaldesa de Ingenio" without its article."""
    words = (function or "").split()
    post = len(words) > 1 and names.key(words[1]) in functions.NOUNS | functions.BEFORE
    if function and post and words[0].casefold() in _ARTICLES:
        return function.split(maxsplit=1)[1]
    return function


def _slice(run: list[Atom], text: str) -> str:
    if len(run) == 1:
        return _clean(run[0].text)
    if run[0].bracketed != run[-1].bracketed:
        return ", ".join(_clean(each.text) for each in run)
    return _clean(text[run[0].start : run[-1].end])


def _clean(text: str) -> str:
    plain = " ".join(text.split()).strip(" ,;:|–—*_")
    plain = re.sub(r"^[(\[](.*)[)\]]$", r"\1", plain)
    if plain.count("(") < plain.count(")"):
        plain = plain.rstrip(")")
    return plain.rstrip(".") if not re.search(r"\b\w{1,4}\.$", plain) else plain


def _goes_on(said: list[Atom], at: int) -> bool:
    """Return whether an enumeration goes on: "Minister of Trade, Industry and SMEs"."""
    before = said[at - 1]
    if before.kind is not Kind.FUNCTION and at >= 2 and said[at - 2].kind is not Kind.FUNCTION:
        return False
    if (
        not PREPOSITIONS.intersection(names.key(w) for w in before.text.split())
        and before.kind is Kind.FUNCTION
    ):
        return False
    for atom in said[at : at + 3]:
        if atom.kind is Kind.FUNCTION or atom.bracketed != before.bracketed:
            return False
        joined = re.search(r"\s(?:and|et|y|e|&|und)\s", atom.text)
        if joined:
            return not any(
                bodies.is_noun(names.key(w)) for w in atom.text[: joined.start()].split()
            )
        if len(atom.text.split()) > 3 or atom.kind is Kind.BODY:
            return False
    return False


def parted(function: str) -> tuple[str, str | None]:
    """Return a function and the body behind its preposition.

    >>> parted("Director of ILO")
    ('Director', 'ILO')
    """
    for found in _BETWEEN.finditer(function):
        before, after = function[: found.start()], function[found.end() :]
        keys = [re.sub(r"^[ld]'", "", names.key(w)) for w in after.replace("’", "'").split()]
        stops = PREPOSITIONS - {"and", "et", "y", "e", "&", "und"}
        stop = next((i for i, k in enumerate(keys) if i and k in stops), len(keys))
        head = keys[:stop]
        if not head or any(k in functions.NOUNS for k in head[:1]):
            continue
        is_body = any(bodies.is_noun(k) for k in head) or any(
            names.is_acronym(w) or names.is_brand(w) for w in after.split()[:stop]
        )
        if is_body and any(names.key(w) in functions.NOUNS for w in before.split()):
            return before.strip(" ,"), _clean(after)
        if any(k in functions.NOUNS for k in keys):
            continue
    return _glued(function)


def _glued(function: str) -> tuple[str, str | None]:
    """Return function and body that nothing parts: "Directeur Général", "Banque Centrale"."""
    words = function.split()
    keys = [names.key(word) for word in words]
    last = max((at for at, each in enumerate(keys) if each in functions.NOUNS), default=-1)
    if last < 0 or PREPOSITIONS.intersection(keys[: last + 1]) - {"and", "et", "y", "e", "&"}:
        return function, None
    while last + 1 < len(keys) and keys[last + 1] in functions.BEFORE:
        last += 1
    after = words[last + 1 :]
    if (
        not after
        or not (after[0][:1].isupper() or after[0][:1].isdigit())
        or PREPOSITIONS.intersection(keys[last + 1 : last + 2])
    ):
        return function, None
    if any(bodies.is_noun(each) for each in keys[last + 1 :]) or any(
        names.is_acronym(word) for word in after
    ):
        return " ".join(words[: last + 1]), _clean(" ".join(after))
    return function, None


def _place(function: str | None, affiliation: str | None) -> tuple[str | None, str | None]:
    """Return function and affiliation of somebody without a name, parted at the preposition."""
    if function and not affiliation:
        found = _BETWEEN.search(function)
        if found and any(
            names.key(w) in functions.NOUNS for w in function[: found.start()].split()
        ):
            return function[: found.start()].strip(" ,"), _clean(function[found.end() :])
        words = function.split()
        if (
            len(words) > 1
            and names.key(words[-1]) in functions.STANDING_FOR
            and words[0][:1].isupper()
        ):
            return words[-1], " ".join(words[:-1])
    return function, affiliation
