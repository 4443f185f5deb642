"""Who invites: hosts, co-hosts and organisers; sponsors and partners are none."""

import re
from collections.abc import Iterable, Sequence

from roundtable_ical.importers.notes.head import host_words
from roundtable_ical.importers.notes.head.gazetteer import country_zones
from roundtable_ical.importers.notes.head.labels import Field
from roundtable_ical.importers.notes.head.paragraphs import Paragraph, mended, paragraphs
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded


def hosts(
    parts: Sequence[Section], head: Sequence[Line]
) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, int], frozenset[int]]:
    """Return hosts, co-hosts, the line of each of the two lists, and all lines that tell.

    Of a list that is called co-hosts, where nobody is called a host, the first one is the host.
    """
    found: dict[bool, list[str]] = {False: [], True: []}
    lines: dict[str, int] = {}
    used: set[int] = set()
    for part in parts:
        if not {Field.HOSTS, Field.COHOSTS}.intersection(part.fields):
            continue
        co = part.fields[0] is Field.COHOSTS
        names = tuple(name for words in _entries(part) for name in split(words))
        if names:
            found[co] += names
            lines.setdefault("cohosts" if co else "hosts", part.line)
            used.update(part.numbers)
    if not found[False] and not found[True]:
        loose = [part for part in parts if part.label is None or not part.label.field.is_short]
        for lines_, whole in ((head, True), *((part.lines, False) for part in loose)):
            told = _told(lines_)
            if told is None:
                continue
            co, names, each = told
            found[co] += names
            lines["cohosts" if co else "hosts"] = each.line
            if whole and len(each.text) < _WHOLE:
                used.update(each.lines)
            break
    first, others = _unique(found[False]), _unique(found[True])
    if not first and others:
        first, others = others[:1], others[1:]
        lines["hosts"] = lines["cohosts"]
    more = tuple(name for name in others if name not in first)
    return first, more, lines, frozenset(used)


_MOST = 2_000
"""Characters of a list of hosts; nobody has more."""
_WHOLE = 300
"""Characters of a paragraph that says nothing but who invites; longer ones are prose."""


def _told(lines: Sequence[Line]) -> tuple[bool, tuple[str, ...], Paragraph] | None:
    """Return whether they are co-hosts, who they are, and the paragraph that says so."""
    for each in paragraphs(lines):
        match = host_words.INVITES.search(folded(each.text))
        names = split(host_words.STOP.sub("", each.text[match.end() :][:_MOST])) if match else ()
        if match and names and len(names[0]) < _LONGEST and names[0][:1].isupper():
            return bool(match["co"]), names, each
    return None


_LONGEST = 150


def split(words: str) -> tuple[str, ...]:
    """Return the bodies that are named in *words*, in order.

    >>> split("the Government of Sweden and the ILO")
    ('Government of Sweden', 'ILO')
    """
    text = mended(words[:_MOST]).strip(" .:;,")
    strong = _pieces(text, ";") or _pieces(text, "|") or [text]
    if len(strong) == 1:
        strong = _pieces(text, " / ") or strong
    strong = _rejoined(strong)
    found: list[str] = []
    for piece in strong:
        found += _commas(piece)
    return tuple(name for name in map(_tidy, found) if len(name) > 1)


def _pieces(text: str, sign: str) -> list[str]:
    return [piece for piece in text.split(sign) if piece.strip()] if sign in text else []


def _rejoined(pieces: list[str]) -> list[str]:
    """Put a name together that was cut inside: "African; Caribbean and Pacific States"."""
    found: list[str] = []
    for piece in pieces:
        bare = piece.strip()
        if (
            found
            and len(found[-1].split()) == 1
            and found[-1].istitle()
            and host_words.AND.search(bare)
        ):
            head = host_words.AND.split(bare)[0]
            if len(head.split()) == 1 and head.istitle():
                found[-1] = f"{found[-1]}, {bare}"
                continue
        found.append(bare)
    return found


def _commas(piece: str) -> list[str]:
    """Return the bodies in *piece*, cut at commas and "and" where another body begins."""
    parts = _outside_brackets(piece)
    found: list[str] = []
    for part in parts:
        for name in _ands(part):
            if found and part != parts[0] and _belongs(name, found[-1]):
                found[-1] = f"{found[-1]}, {name}"
            else:
                found.append(name)
    return found


def _outside_brackets(piece: str) -> list[str]:
    """Cut at the commas that are in no brackets."""
    parts, depth, last = [], 0, 0
    for position, letter in enumerate(piece):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth <= 0:
            parts.append(piece[last:position].strip())
            last = position + 1
    return [part for part in (*parts, piece[last:].strip()) if part]


def _ands(part: str) -> list[str]:
    """Cut at an "and" that another body begins behind, and that ends one."""
    names, rest = [], host_words.AND.sub(lambda m: m.group(), part)
    position = 0
    for match in host_words.AND.finditer(rest):
        before, after = rest[position : match.start()], rest[match.end() :]
        article = bool(
            re.search(r"(?:the|le|la|les|el|los|las|dem|der|den|l['’])\s*$", match.group().lower())
        )
        ends = (
            bool(re.search(r"(?:\)|\b[A-Z]{2,}\w*)$", before)) or article or len(before.split()) > 1
        )
        begins = article or _begins_body(after, before)
        placed = _ends_with_country(before, match.group(), after)
        if placed or (begins and ends and (article or _stands_alone(before))):
            names.append(before)
            position = match.end()
    return [*names, rest[position:]]


def _ends_with_country(before: str, joint: str, after: str) -> bool:
    """Whether a whole country ends the body *before*: "the Embassy of Peru and WaterAid"."""
    *head, country = host_words.OF.split(before)
    if not head or not head[0].strip() or not after[:1].isupper():
        return False
    longer = f"{country.strip()}{joint}{after.split()[0].strip(',;')}"
    return bool(country_zones(country.strip())) and not country_zones(longer)


def _belongs(name: str, before: str) -> bool:
    """Whether *name* behind a comma goes on with what is *before*: "African, Caribbean and ..."."""
    adjective = before.istitle() and before.isalpha() and not country_zones(before)
    if adjective and re.search(r"\s(?:and|et|y)\s", name):
        return True
    return not _begins_body(name, before)


def _begins_body(words: str, before: str) -> bool:
    """Whether *words*, behind the body *before* them, are a body of their own."""
    bare = words.strip()
    article = bool(host_words.ARTICLE.match(bare))
    bare = host_words.AND.sub("", f" {bare}") if re.match(r"(?:and|et|y|e|&)\s", bare) else bare
    bare = host_words.ARTICLE.sub("", bare.strip())
    plain = folded(bare)
    if (host_words.BEGINS.match(bare) and not host_words.ADJECTIVE.match(plain)) or country_zones(
        bare
    ):
        return True
    inside = host_words.OF.search(before) or re.search(r"\s(?:and|et|y|und|e)\s", bare)
    if inside and not article:
        return bool(host_words.NOUN.search(plain))
    return bool(re.match(host_words.BODY, plain)) or _is_proper(bare)


def _is_proper(words: str) -> bool:
    """Whether *words* are a name of two words or more, each with a capital."""
    parts = [word for word in words.split() if word.isalpha()]
    return len(parts) > 1 and all(word[0].isupper() or len(word) <= 3 for word in parts)


def _stands_alone(words: str) -> bool:
    """Whether *words* can be a whole body: an acronym or a name with one of a body's words."""
    bare = words.strip()
    return (
        bool(re.search(r"[A-Z]{2,}|\)$", bare))
        or bool(re.search(rf"\b{host_words.BODY}\b", folded(bare)))
        or _is_proper(bare)
    )


def _tidy(name: str) -> str:
    bare = re.sub(r"^(?:and|et|y|&)\s+", "", name.strip(" .,;:-–—"))
    kept = host_words.ARTICLE.sub("", bare).strip(" .,;:")
    return f"{kept}." if host_words.INITIALS.search(kept) else kept


_NUMBER = re.compile(r"(^|[;,]\s*)\(?\d{1,2}[.)]\s+(?=\D)")
"""Of one body in a list that runs on: "1. UNDP; 2. UNEP"."""


def _entries(part: Section) -> Iterable[str]:
    """Yield what may name several bodies: a paragraph, or each line below a label of its own."""
    below = part.label is not None and not part.label.rest
    texts = [each.text for each in paragraphs(part.lines)]
    if below:
        texts = _unwrapped([line.text for line in part.lines if not line.is_blank])
    for text in texts:
        yield _expanded(host_words.STOP.sub("", _NUMBER.sub(r"\1", text[:_MOST])))


def _unwrapped(texts: Sequence[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        if found and host_words.OPEN_END.search(found[-1]):
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return found


def _expanded(text: str) -> str:
    """Return "Permanent Missions of Nepal and Peru" as two of them."""
    match = host_words.SEVERAL.match(text.strip())
    if not match:
        return text
    names = [name for name in host_words.NAMES_APART.split(match["names"]) if name]
    if len(names) < 2 or not all(country_zones(name) for name in names):
        return text
    one = match["bodies"]
    single = f"{one[:-3]}y" if one.endswith("ies") else one[:-1]
    return "; ".join(f"{match['lead'] or ''}{single} of {name}" for name in names)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple({folded(name): name for name in reversed(list(names))}.values())[::-1]
