"""A title and a place inside the prose of an announcement, where no line of its own has them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from roundtable_ical.importers.notes.head import title_words
from roundtable_ical.importers.notes.head.paragraphs import Paragraph, paragraphs
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated

_FIRST = 4
"""Paragraphs that announce; what comes later talks about other things too."""
_EVENT = (
    r"(?:events?|foro|convegno|tagung|manifesta\w+|conversatorio|meetings?|conferences?|workshops?|forum|summit|symposium|seminar\w*|colloqu\w+|"
    r"coloquio|congres\w*|jornadas?|reunion|ateliers?|taller|webinar\w*|dialogue|round-?table|"
    r"table ronde|mesa redonda|panel|discussion|debate|briefing|session|consultation|evento|"
    r"encuentro|rencontre|lecture|theme|tema|title|titled|entitled|intitule\w*|titulad\w+)"
)
_QUOTED = re.compile(
    _EVENT + r"\b[^.\"“”«»]{0,40}[\"“«]\s*(?P<title>[^\"“”«»]{8,250}?)[,.]?\s*[\"”»]"
)
_NAMED = re.compile(
    r"(?:\d{1,3}\s?(?:[°ºª]|st|nd|rd|th|e|er|ème|\.)?\.?\s|[IVXL]+\s)?[A-ZÀ-Ý][\w’'-]+"
    r"(?:\s(?:(?:of|on|for|and|the|de|del|la|las|los|el|y|en|e|des|du|et|sur|pour|les|le|da|do|dos|"
    r"das|di|della|der|die|und|für|zu|zur|zum)\s){0,3}(?:[A-ZÀ-Ý\d][\w’'-]*))+"
)
"""Words with capitals, small ones between."""
_SHORT = 3
"""Words with a capital of the shortest name that is taken."""
_HELD = re.compile(
    r"(?:(?:to be |will be |is |was )?held (?:at|in)|tak(?:es|ing) place (?:at|in)|"
    r"will take place (?:at|in)|hosted (?:at|in)|se tien\w+[^.«]{0,40}? (?:a l'|a la |au |aux |"
    r"dans )|"
    r"aura lieu[^.«]{0,40}? (?:a l'|a la |au |aux |dans |a )|tendra lugar[^.]{0,40}? en |"
    r"findet [^.«]{0,60}?(?:im|in der|in|am)\b |si (?:terra|svolgera|tiene)[^.«]{0,50}? "
    r"(?:presso|nel|nella|a) (?:il |la |lo |l')?|"
    r"realizar-se-a[^.]{0,40}? (?:no|na|em) |sera realizad[oa][^.]{0,40}? (?:no|na|em) |"
    r"acontece[^.]{0,40}? (?:no|na|em) |"
    r"se (?:realizara|realiza|celebrara|celebra|llevara a cabo|desarrollara)[^.]{0,40}? en |"
    r"\b(?:sera|se hara|seran) en |\bpresso |\baccueilli\w* (?:a|au|par) )"
    r"\s*(?:the |el |la |le |il |lo |l['’]\s?)?"
    r"(?P<place>[^.;:(«“\"]{4,160})"
)
_VENUE_FOR = re.compile(
    r"(?P<place>(?:[A-ZÀ-Ý][\w.’'-]+)(?: (?:[A-ZÀ-Ý][\w.’'-]+|of|the|de|du|des|la|del|di|in|for))*),?"
    r" (?:(?:is|was|will be|as|being) )?(?:the|its|our) venue (?:for|of)\b"
)
"""Capitals before "the venue for"."""
_CUT = re.compile(
    r",?\s+(?:(?:on|from|le|les|el|los|between|du|del|from|of|the)\s*$|in order|where|during|"
    r"organi[sz]ed|under "
    r"the|sur le theme|(?:per|pour|para|for) (?:(?:the|la|le|el|il|lo|los|las|les|un\w*|a|an) |l'|"
    r"l’)?" + _EVENT + r"|to (?:discuss|explore|address)|autour|with the|in the margins|at which)\b.*$"
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
    for each in _prose(lines):
        if found := _QUOTED.search(folded(each.text)):
            return Announced(text=each.text[slice(*found.span("title"))].strip(), line=each.line)
    return None


def event_name(lines: Sequence[Line]) -> Announced | None:
    """Return the longest name of an event, all its words with capitals, in the first prose.

    >>> line = Line(number=1, text="Soon our 2nd Latin Forum on Water of Lima will unite us.")
    >>> event_name([line])
    Announced(text='2nd Latin Forum on Water of Lima', line=1)
    """
    found = [
        Announced(text=match[0], line=each.line)
        for each in _prose(lines)
        for match in _NAMED.finditer(each.text)
        if len(re.findall(r"\b[^\W\d_a-zà-ÿ]\w{2,}", match[0])) >= _SHORT
        and title_words.HAS_EVENT.search(folded(match[0]))
    ]
    return max(found, key=lambda each: len(each.text), default=None)


def place(lines: Sequence[Line]) -> Announced | None:
    """Return where it will "be held at"."""
    for each in _prose(lines):
        if found := _HELD.search(folded(each.text)):
            words = each.text[slice(*found.span("place"))]
            words = words[: min((each.at[0] for each in dated(words)), default=len(words))]
            words = _CUT.sub("", _NEW_PART.split(words)[0].rstrip()).strip(" ,")
            if words[:1].isupper() or re.search(r"[A-ZÀ-Ý]", words):
                return Announced(text=words, line=each.line)
        if found := _INVITING.search(each.text):
            return Announced(text=found["place"], line=each.line)
    named = ((line, _VENUE_FOR.search(line.text)) for line in lines if " venue " in line.text)
    return next(
        (Announced(text=at["place"], line=line.number) for line, at in named if at is not None), None
    )


def _prose(lines: Sequence[Line]) -> list[Paragraph]:
    found = [each for each in paragraphs(lines) if len(each.text) > 50]
    return found[:_FIRST]
