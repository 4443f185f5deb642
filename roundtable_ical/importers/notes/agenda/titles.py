"""Titles of items: mended where a line end broke them, freed of what is no title."""

import re
from collections.abc import Sequence

from roundtable_ical.importers.notes.agenda.kinds import kind_of
from roundtable_ical.importers.notes.agenda.slots import clean
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import roles
from roundtable_ical.importers.notes.times import clocks
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.programme.segments import Kind

TBC = re.compile(
    r"\s*[(\[]?\s*\b(?:tbc|tbd|t\.b\.[cd]\.|to be (?:confirmed|determined|decided|announced)"
    r"|tba|a confirmer"
    r"|[àa] confirmer|por confirmar|a confirmar|por definir|da confermare|noch offen|à préciser"
    r"|tent(?:ative)?)\b\.?\s*[)\]]?",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:,|-|&|/|\b(?:of|and|the|to|for|in|on|with|by|a|an|or|from|at|de|du|des|la|le|les|et|en"
    r"|pour|dans|sur|au|aux"
    r"|un|une|del|los|las|el|y|para|con|por|und|der|die|das|von|im|zur|zum|mit|di|della|delle|e"
    r"|per|do|da|dos|das|o"
    r"|its|their|our|that|which|between|as|through|toward|towards|into|is|are|how|what))$"
)
_OPEN_BEGIN = re.compile(
    r"^(?:[a-zà-ÿ(&/]|(?:and|of|for|in|to|the|with|on|de|du|des|et|y|en|para|und)\b)"
)
_PARTED = 2
"""Lines from one part of a title to the next, where a bracket is open."""
_NARROW = 45
"""Characters; a line shorter than this was not broken for want of room."""
_FEWEST_WORDS = 3
"""Of a title that a small letter in the next line goes on with, short as its own line is."""
_GENERIC = re.compile(
    r"(?:discussions?|panels?|sessions?|presentations?|keynote|talks?|workshop|roundtable|round"
    r" table|debate"
    r"|exposici[oó]n|ponencias?|conferencia|charla|relazione|vortrag|comunicac(?:ion|ao)"
    r"|accueil|introduction|statements?)"
)
_SORTS = frozenset({Kind.PRESENTATION, Kind.KEYNOTE, Kind.DISCUSSION, Kind.PANEL, Kind.WORKSHOP})
_LED_BY = re.compile(
    r"(?:(?:co-?)?(?:moderated|chaired|facilitated|hosted) by"
    r"|(?:moderad|coordinad|presidid)[oa] por|(?:modere|animee?|preside)e? par"
    r"|moderiert (?:von|durch)|moderat[oa] da)\s"
)
_ROLE = re.compile(
    r"(?:moderat|chair|speaker|panel|facilitat|presenter|rapporteur|moderad|ponente|coordinad"
    r"|intervenant|present|discussant"
    r"|expositor|debated|coment|relator|organi|venue|room|ubicaci|lieu|lugar|ort\b)",
)


def goes_on(title: str, line: Line, after: Line, width: int) -> bool:
    """Whether the words of *after* belong to the title at the end of *line*.

    Args:
        title: as far as it is known.
        line: the line it ends in.
        after: the line under it.
        width: characters of the longest lines of the document.
    """
    if not title or after.is_blank or after.bullet or after.heading or after.table or line.table:
        return False
    opened = any(title.count(a) > title.count(b) for a, b in ("()", "[]", "“”", "«»"))
    unended = opened or bool(_OPEN_END.search(folded(title)) and len(line.text) >= _NARROW)
    if after.number - line.number > (_PARTED if unended else 1) or len(after.cells) > 1:
        return False
    if _ROLE.match(folded(after.text)):
        return False
    plain, text = folded(title), after.text.strip()
    if opened or title.count('"') % 2:
        return True
    full = len(line.text) + len(text.split(maxsplit=1)[0]) >= min(0.8 * width, 70)
    begins_inside = bool(_OPEN_BEGIN.match(text))
    if _OPEN_END.search(plain):
        return len(line.text) >= _NARROW or begins_inside
    if re.search(r"[.!?:;]$", plain):
        return False
    small = text[0].islower() and len(plain.split()) >= _FEWEST_WORDS
    return begins_inside and (full or small or len(line.text) >= _NARROW)


def runs_on(head: str, rest: str) -> bool:
    """Whether a line end inside a cell broke a title: *rest* begins in the middle of it."""
    if any(head.count(a) > head.count(b) for a, b in ("()", "[]", "“”", "«»")):
        return True
    if re.search(r"[.!?:;]$", head) or _ROLE.match(folded(rest)):
        return False
    return rest[:1].islower() or bool(_OPEN_END.search(folded(head)) and len(head) > 20)


def is_role(text: str) -> bool:
    """Whether a line begins with what somebody does there, as "Chair: ..."."""
    return bool(_ROLE.match(folded(text))) or names_role(text)


def names_role(text: str) -> bool:
    """Whether a line begins with a role that people have, none of a place or a host."""
    said = roles.label(text)
    return bool(said and said[0].role and not said[0].weak)


def is_led_by(text: str) -> bool:
    """Whether a line says but who leads there, as "moderated by Jane Doe"."""
    return bool(_LED_BY.match(folded(text)))


def is_generic(title: str) -> bool:
    """Whether a title says nothing but its sort, as "Discussion"."""
    plain = folded(title).strip(" .:")
    return bool(_GENERIC.fullmatch(plain)) or (plain.isalpha() and kind_of(plain) in _SORTS)


def without_length(title: str) -> tuple[str, int | None]:
    """Return *title* without a duration in brackets, and its minutes.

    >>> without_length("Video (5 min.) of innovative practices")
    ('Video of innovative practices', 5)
    """
    told = [length for length in clocks.lengths(title) if length.bracketed]
    whole = [length for length in clocks.lengths(title) if not length.bracketed]
    minutes = told[0].minutes if told else None
    for length in reversed(told):
        title = f"{title[: length.at[0]].rstrip()} {title[length.at[1] :].lstrip()}".strip()
    if not told and len(whole) == 1:
        begin, end = whole[0].at
        rest = title[:begin].rstrip()
        if not title[end:].strip(" .") and rest[-1:] in {"-", "–", "—", ",", ":", "|", "/"}:
            return clean(rest), whole[0].minutes
    return title, minutes


def cut(title: str, longest: int = 150) -> tuple[str, str]:
    """Return a title longer than *longest* characters up to where it becomes a text, and the text.

    >>> cut("Opening - Performances, followed by speeches", longest=20)
    ('Opening', 'Performances, followed by speeches')
    """
    label = _LABELLED.search(title, _SHORTEST)
    if label:
        return title[: label.start()].rstrip(" -–—:"), title[label.end() :].strip()
    if len(title) <= longest:
        return title, ""
    for parting in (_SENTENCE_END, _DASHED, _SENTENCE_BEGIN):
        least = _DASH_FROM if parting is _DASHED and longest > _DASH_FROM else _SHORTEST
        for match in parting.finditer(title):
            if match.start() >= least and match.start() <= longest + _NARROW:
                return title[: match.start()].rstrip(" -–—:"), title[match.end() :].strip()
    return title, ""


_SHORTEST = 5
_DASH_FROM = 20
"""Characters before which a dash belongs to the title: "Session 1 - Trade"."""
_LABELLED = re.compile(
    r"\s+(?=(?:Venue|Moderators?|Moderated by|(?:[Cc]o-?)?[Cc]hairs?|Chairperson|Chaired by"
    r"|Speakers?"
    r"|Panell?ists?|Lead|Facilitators?"
    r"|Rapporteur|Keynote speakers?|Presenters?|Discussants?|Moderador[ae]?s?|Ponentes?"
    r"|Intervenants?|Mod[ée]rat(?:eur|rice)s?"
    r"|Participantes|Participants|Lugar|Lieu|Salle|Sala|Room)\s?:)"
    r"|[\s,]+(?=\(?(?:[Ii]ntroduced|[Pp]resented|[Cc]haired|[Mm]oderated|[Ff]acilitated|[Ll]ed"
    r"|[Dd]elivered) by\s)"
)
_SENTENCE_END = re.compile(r"(?<=[\w)”»\"]{3})[.;]\s+(?=[A-ZÀ-Ý«“\"(])")
_DASHED = re.compile(r"\s[-–—|]\s")
_SENTENCE_BEGIN = re.compile(
    r"(?<=[\w)”»\"])\s+(?=(?:The|This|These|In|It|Address by|Remarks by|Statement by"
    r"|Presentation by|Opening remarks by"
    r"|Welcome by|Introduction by|Este|Esta|En|El|Los|Las|Ce|Cette|Les|Mr|Mrs|Ms|Dr|Prof|H\.E)\b)"
)


def joined(parts: Sequence[str]) -> str:
    """Return the lines of a title as one; a word broken at the line end becomes whole."""
    text = parts[0]
    for part in parts[1:]:
        broken = text.endswith("-") and text[-2:-1].isalpha() and part[:1].islower()
        text = f"{text}{part}" if broken else f"{text} {part}"
    return " ".join(text.split())
