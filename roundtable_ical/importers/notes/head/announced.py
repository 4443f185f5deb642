"""A title and a place inside the prose of an announcement, where no line of its own has them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roundtable_ical.importers.notes.head import place_words, title_words
from roundtable_ical.importers.notes.head.paragraphs import Paragraph, paragraphs
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_LONG, _SENTENCES = 40, 50
"""Characters from which on a paragraph is prose for a place, and for a title."""
_FIRST = 6
"""Paragraphs that announce; what comes later talks about other things too."""
_EVENT = (
    r"(?:events?|foro|convegno|tagung|manifesta\w+|conversatorio|meetings?|conferences?|"
    r"workshops?|forum|summit|symposium|seminar\w*|colloqu\w+|"
    r"coloquio|congres\w*|jornadas?|reunion|ateliers?|taller|webinar\w*|dialogue|round-?table|"
    r"table ronde|mesa redonda|panel|discussion|debate|briefing|session|consultation|evento|"
    r"encuentro|rencontre|lecture|theme|tema|title|titled|entitled|intitule\w*|titulad\w+)"
)
_QUOTED = re.compile(
    _EVENT + r"\b[^.\"“”«»]{0,40}[\"“«]\s*(?P<title>[^\"“”«»]{8,250}?)[,.]?\s*[\"”»]"
)
_NAMED = re.compile(
    r"(?:(?<![\d:.h])\d{1,3}\s?(?:[°ºª]|st|nd|rd|th|e|er|ème|\.)?\.?\s|[IVXL]+\s)?[A-ZÀ-Ý][\w’'-]+"
    r"(?:\s(?:(?:of|on|for|and|the|de|del|la|las|los|el|y|en|e|des|du|et|sur|pour|les|le|da|do|dos|"
    r"das|di|della|der|die|und|für|zu|zur|zum)\s){0,3}(?:[A-ZÀ-Ý\d][\w’'-]*))+"
)
"""Words with capitals, small ones between."""
_SHORT = 3
"""Words with a capital of the shortest name that is taken."""
_HELD = re.compile(
    r"\b(?:held|tak(?:es?|ing) place|hosted|convened|join us|se tien\w+|aura lieu|se deroul\w+|"
    r"est prevue?|sont prevue?s|organisee?s?|tendra lugar|tuvo lugar|tiene lugar|accueilli\w*|"
    r"se (?:realiz|celebr|desarroll|efectu)\w+|se llev\w+ a cabo|se hara|sera(?=n? en )|"
    r"sera realizad[oa]|realizar-se-a|acontece\w*|ocorre\w*|decorre\w*|findet|stattfinde\w*|"
    r"si (?:terra|svolg\w+|tiene)|avra luogo|vi aspett\w+|ladt ein)\b"
)
"""Words for an event that is somewhere, folded."""
_WHERE = re.compile(
    r"(?i:\b(?:at|in|inside|en|a|au|aux|dans|im|in der|in den|am|auf|beim|presso|nel|nella|no|na|"
    r"nos|"
    r"em|al|alla)\s+(?:the |el |la |le |los |las |il |lo |der |dem |den |our )?"
    r"(?=[^\W\d_])"
    r"|\b(?:à|a|presso|in|nel|a) ?l['’]\s?|\b(?:all|nell|dell|sull)['’]\s?)"
)
"""What stands before the place."""
_MASKED = re.compile(r"(?<=\d)\.(?=\s)|(?<=\b[ap])\.(?=\s?m\b)|(?<=\b[ap]\.m)\.|(?<=\bSt)\.")
"""Full stops that end no sentence."""
_HOST_OF_IT = re.compile(
    r"\b(?:el|la|the|le|das|der|die|il|o|a|"
    r"l['’])\s?(?P<place>[A-ZÀ-Ý][\w’'-]*(?: (?:[A-ZÀ-Ý][\w’'-]*|"
    r"de la|de|del|du|des|of|the|di|da|do|der|des|für)){1,9}),? (?:será (?:la )?sede|will host|"
    r"will be the venue|hosts|accueill\w+|acoger[aá]|albergar[aá]|ospiter[aà]|sediar[aá])\b"
)
_VENUE_FOR = re.compile(
    r"(?P<place>(?:[A-ZÀ-Ý][\w.’'-]+)(?: (?:[A-ZÀ-Ý][\w.’'-]+|of|the|de|du|des|la|del|di|in|"
    r"for))*),?"
    r" (?:(?:is|was|will be|as|being) )?(?:the|its|our) venue (?:for|of)\b"
)
"""Capitals before "the venue for"."""
_CUT = re.compile(
    r",?\s+(?:(?:on|from|le|les|el|los|between|du|del|from|of|the)\s*$|in order|where|during|"
    r"organi[sz]ed|under "
    r"the|sur le theme|(?:per|pour|para|for) (?:(?:the|la|le|el|il|lo|los|las|les|un\w*|a|an) |l'|"
    r"l’)?"
    + _EVENT
    + r"|to (?:discuss|explore|address)|autour|with the|in the margins|at which)\b.*$"
)
_INVITING = re.compile(
    r"\b(?:Das|Der|Die|Im|Le|La|L['’]|El|Il|The|No|Na)\s?(?P<place>[A-ZÀ-Ý][^,.;:]{3,60}, "
    r"[^,.;:]{3,40}\b\d{1,4}[a-z]?(?:, (?:in |à |en )?[A-ZÀ-Ý\d][^,.;:]{2,40})?)(?=[,.;])"
)
"""A house with its street in the midst of a sentence."""
_NEW_PART = re.compile(r",\s+(?=[a-zà-ÿ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """Words found in prose, and the line of their paragraph."""

    text: str
    line: int


def title(lines: Sequence[Line]) -> Announced | None:
    """Return what is in quotation marks behind a word for an event.

    >>> line = Line(number=3, text="A panel on “Goals for all”, to be held in the city of Rome.")
    >>> title([line])
    Announced(text='Goals for all', line=3)
    """
    for each in _prose(lines, _SENTENCES):
        if found := _QUOTED.search(folded(each.text)):
            return Announced(text=each.text[slice(*found.span("title"))].strip(), line=each.line)
    return None


def at_house(lines: Sequence[Line]) -> Announced | None:
    """Return a house behind "at" in the first lines, whatever the sentence says of it."""
    for line in [line for line in lines if not line.is_blank][:_TOP]:
        plain = _MASKED.sub(" ", line.text[:_FARTHEST])
        for at in _WHERE.finditer(plain):
            words = _bounded(plain[at.end() :])
            if words[:1].isupper() and _is_house(words) and _is_name(words):
                return Announced(text=words, line=line.number)
    return None


_TOP, _FARTHEST = 12, 1_000


def event_name(lines: Sequence[Line]) -> Announced | None:
    """Return the longest name of an event, all its words with capitals, in the first prose.

    >>> line = Line(number=1, text="Soon our 2nd Latin Forum on Water of Lima will unite us.")
    >>> event_name([line])
    Announced(text='2nd Latin Forum on Water of Lima', line=1)
    """
    found = [
        Announced(text=match[0], line=each.line)
        for each in _prose(lines, _SENTENCES)
        for match in _NAMED.finditer(each.text)
        if len(re.findall(r"\b[^\W\d_a-zà-ÿ]\w{2,}", match[0])) >= _SHORT
        and title_words.HAS_EVENT.search(folded(match[0]))
        and not title_words.LETTERHEAD.search(folded(match[0].split()[-1]))
    ]
    return max(found, key=lambda each: len(each.text), default=None)


def place(lines: Sequence[Line]) -> Announced | None:
    """Return where it will "be held at"."""
    prose = _prose(lines)
    for each in prose:
        ways = (_held_at(each.text), *_at_house(each.text))
        if found := next((words for words in ways if _is_house(words)), ""):
            return Announced(text=found, line=each.line)
    for each in prose:
        if found := _held_at(each.text, bare=True):
            return Announced(text=found, line=each.line)
    named = ((line, _VENUE_FOR.search(line.text)) for line in lines if " venue " in line.text)
    return next(
        (Announced(text=at["place"], line=line.number) for line, at in named if at is not None),
        None,
    )


def _held_at(text: str, *, bare: bool = False) -> str:
    """Return the words behind "held at" in one sentence: a house, or (*bare*) any capitals."""
    plain = _MASKED.sub(" ", text)
    for verb in _HELD.finditer(folded(plain)):
        after = re.split(r"[.;:«“\"]", plain[verb.end() : verb.end() + _SENTENCE])[0]
        for at in _WHERE.finditer(after):
            words = _bounded(after[at.end() :])
            words = words if _is_house(words) else _proper(words)
            capital = (
                bare and words[:1].isupper() and at[0].strip().lower() not in {"a", "no", "na"}
            )
            if len(words) > _SHORT and (_is_house(words) or (capital and _is_name(words))):
                return _AT.sub(", ", words)
        before = re.split(r"[.;:«“\"]", plain[: verb.start()][-_SENTENCE:])[-1]
        houses = [_bounded(before[at.end() :]) for at in _WHERE.finditer(before)]
        if found := next((words for words in houses if _is_house(words)), ""):
            return _THAT.sub("", found)
    return ""


def _proper(words: str) -> str:
    """Return the words with capitals that *words* begin with: of "Lima and will bring" "Lima"."""
    found = _CAPITALS.match(words)
    return found[0] if found else words


_CAPITALS = re.compile(
    r"[A-ZÀ-Ý\d][^\s,]*(?:,?\s(?:(?:of|on|for|and|the|at|in|de|del|la|las|los|el|y|en|e|des|du|et|"
    r"le|les|à|da|do|dos|das|di|della|der|die|und|für|am|im|an)\s){0,3}[A-ZÀ-Ý\d][^\s,]*)*"
)
_THAT = re.compile(r" (?:que|qui|that|se|wird|will|sera|será)$")


def _is_name(words: str) -> bool:
    """Whether *words* are few enough for a place, and of no event."""
    first = words.split(",")[0]
    return len(first.split()) <= _MOST_WORDS and not title_words.HAS_EVENT.search(folded(first))


_MOST_WORDS = 7


def _at_house(text: str) -> Iterable[str]:
    """Yield a house that hosts the event, and one with its street, in the midst of a sentence."""
    for way in (_HOST_OF_IT, _INVITING):
        if found := way.search(text):
            yield found["place"]


_SENTENCE = 220
_AT = re.compile(r" (?:at|inside) (?:the )?(?=[A-ZÀ-Ý])")


def _bounded(words: str) -> str:
    """Return the place that *words* begin with, without what is said behind it."""
    words = re.split(r"[.;:(«“\"]", words)[0]
    words = words[: min((each.at[0] for each in dated(words)), default=len(words))]
    words = words[: min((each.at[0] for each in timed(words)), default=len(words))]
    return _CUT.sub("", _NEW_PART.split(words)[0].rstrip()).strip(" ,–—-")[:_LONGEST]


_LONGEST = 160
_FEW_WORDS = 4


def _is_house(words: str) -> bool:
    """Whether a word for a house or a room is among the first ones, and a capital in all."""
    first = folded(" ".join(words.split()[:_FEW_WORDS]))
    ways = (place_words.HOUSE, place_words.ROOM, place_words.CAMPUS, place_words.WALLS)
    return any(map(str.isupper, words)) and any(way.search(first) for way in ways)


def _prose(lines: Sequence[Line], shortest: int = _LONG) -> list[Paragraph]:
    found = [each for each in paragraphs(lines) if len(each.text) > shortest]
    return found[:_FIRST]
