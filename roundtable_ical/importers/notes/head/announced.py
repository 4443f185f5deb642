"""A title and a place inside the prose of an announcement, where no line of its own has them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from roundtable_ical.importers.notes.head.paragraphs import Paragraph, paragraphs
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated

_FIRST = 4
"""Paragraphs that announce; what comes later talks about other things too."""
_EVENT = (
    r"(?:events?|meetings?|conferences?|workshops?|forum|summit|symposium|seminar\w*|colloqu\w+|"
    r"coloquio|congres\w*|jornadas?|reunion|ateliers?|taller|webinar\w*|dialogue|round-?table|"
    r"table ronde|mesa redonda|panel|discussion|debate|briefing|session|consultation|evento|"
    r"encuentro|rencontre|lecture|theme|tema|title|titled|entitled|intitule\w*|titulad\w+)"
)
_QUOTED = re.compile(
    _EVENT + r"\b[^.\"“”«»]{0,40}[\"“«]\s*(?P<title>[^\"“”«»]{8,250}?)[,.]?\s*[\"”»]"
)
_HELD = re.compile(
    r"(?:(?:to be |will be |is |was )?held (?:at|in)|tak(?:es|ing) place (?:at|in)|"
    r"will take place (?:at|in)|hosted (?:at|in)|se tien\w+[^.«]{0,40}? (?:a l'|a la |au |aux |"
    r"dans )|"
    r"aura lieu[^.«]{0,40}? (?:a l'|a la |au |aux |dans |a )|tendra lugar[^.]{0,40}? en |"
    r"findet [^.«]{0,60}?(?:im|in der|in|am)\b |si (?:terra|svolgera|tiene)[^.«]{0,50}? "
    r"(?:presso|nel|nella|a) (?:il |la |lo |l')?|"
    r"realizar-se-a[^.]{0,40}? (?:no|na|em) |sera realizad[oa][^.]{0,40}? (?:no|na|em) |"
    r"acontece[^.]{0,40}? (?:no|na|em) |"
    r"se (?:realizara|celebrara|llevara a cabo)[^.]{0,40}? en )\s*(?:the |el |la |le )?"
    r"(?P<place>[^.;:(«“\"]{4,160})"
)
_CUT = re.compile(
    r",?\s+(?:(?:on|from|le|les|el|los|between|du|del|from|of|the)\s*$|in order|where|during|"
    r"organi[sz]ed|under "
    r"the|sur le theme|to (?:discuss|explore|address)|autour|with the|in the margins|at which)\b.*$"
)
_NEW_PART = re.compile(r",\s+(?=[a-zà-ÿ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """Words found in prose, and the line of their paragraph."""

    text: str
    line: int


def title(lines: Sequence[Line]) -> Announced | None:
    """Return what is in quotation marks behind a word for an event.

    >>> line = Line(number=3, text="A panel on “Goals for all”, to be held in Rome.")
    >>> title([line])
    Announced(text='Goals for all', line=3)
    """
    for each in _prose(lines):
        if found := _QUOTED.search(folded(each.text)):
            return Announced(text=each.text[slice(*found.span("title"))].strip(), line=each.line)
    return None


def place(lines: Sequence[Line]) -> Announced | None:
    """Return where it will "be held at"."""
    for each in _prose(lines):
        if found := _HELD.search(folded(each.text)):
            words = each.text[slice(*found.span("place"))]
            words = words[: min((each.at[0] for each in dated(words)), default=len(words))]
            words = _CUT.sub("", _NEW_PART.split(words)[0].rstrip()).strip(" ,")
            if words[:1].isupper() or re.search(r"[A-ZÀ-Ý]", words):
                return Announced(text=words, line=each.line)
    return None


def _prose(lines: Sequence[Line]) -> list[Paragraph]:
    found = [each for each in paragraphs(lines) if len(each.text) > 50]
    return found[:_FIRST]
