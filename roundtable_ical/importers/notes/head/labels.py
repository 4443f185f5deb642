"""Words in front of what they name: "Venue:", "Organisé par", "Objetivos"."""

import re
from dataclasses import dataclass

from roundtable_ical.importers.notes.head.fields import LABELS, Field
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded

__all__ = ["LABELS", "Field", "Label", "fields_of", "label_of", "tidy"]


_BY = tuple(
    sorted(
        (
            words
            for words, field in LABELS.items()
            if field in {Field.HOSTS, Field.COHOSTS}
            and re.search(r" (?:by|par|por|pel[oa]s?|vo[nm]|da|dal|dalla|cura di)$", words)
        ),
        key=len,
        reverse=True,
    )
)
_MOST_WORDS = 5
_OF = re.compile(r"(\w+) (?:de|del|of|du|des|der|di|do|da|d'|for|pour|para)\b")
_LAST = re.compile(r"\w+ (\w+)$")
_NOT_OURS = re.compile(
    r"\b(?:next|submission|deadline|registration|last|previous|arrival|departure|check|due|birth|"
    r"prochaine?|proxim\w|limite|entrega|inscri\w+|coffee|lunch|break|panel|session|opening)\b"
)
_QUALIFIED = frozenset(
    {
        Field.DATE,
        Field.VENUE,
        Field.HOSTS,
        Field.COHOSTS,
        Field.OBJECTIVE,
        Field.PARTICIPANTS,
        Field.THEMES,
        Field.AGENDA,
    }
)
"""What is still seen with more words around its label."""
_JOINED = re.compile(r"\s*(?:/|&|\||,|\band\b|\bet\b|\by\b|\be\b|\bund\b)\s*")
_ARTICLE = re.compile(r"^(?:(?:the|le|la|les|el|los|las|our)\s+|l')")
_NUMBERED = re.compile(r"^(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s*)+(?=\w)")
_SHAPE = re.compile(r"^\W*(?P<label>[^:：]{2,60}?)\s*[:：](?!//)\s*(?P<rest>.*)$", re.DOTALL)
_DASHED = re.compile(r"^\W*(?P<label>[^:–—-]{2,30}?)\s+[–—-]\s+(?P<rest>\S.*)$", re.DOTALL)
_OPENING = re.compile(
    r"^(?:objectives?|aims?|purpose|goals?|background|context|rationale|objectifs?|contexte|"
    r"objetivos?|antecedentes|contexto|justificacion|introduction|introduccion|participants|"
    r"participantes|target audience|expected (?:outcomes?|results)|resultats attendus|"
    r"resultados esperados|guiding questions|key questions|themes|topics)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label at the beginning of a line: what it names, its words, and what follows in the line.

    *fields* are several for "Date and venue:". *spoken* is true without a colon ("Organised by X").
    """

    fields: tuple[Field, ...]
    words: str
    rest: str
    spoken: bool = False

    @property
    def field(self) -> Field:
        """The first of what it names."""
        return self.fields[0]


def label_of(line: Line) -> Label | None:
    """Return the label that *line* begins with, or that it is as a whole.

    A word that is often something else ("Place") is one only before a colon.
    """
    if line.is_blank:
        return None
    cells = [cell for cell in line.cells if cell]
    if len(cells) == 2 and (fields := fields_of(cells[0].rstrip(":： "))):
        return Label(fields=fields, words=cells[0], rest=cells[1])
    shape = _SHAPE.match(line.text)
    if shape and (fields := fields_of(shape["label"]) or _qualified(tidy(shape["label"]))):
        return Label(fields=fields, words=shape["label"].strip(), rest=shape["rest"].strip())
    dashed = _DASHED.match(line.text)
    if dashed and (fields := fields_of(dashed["label"])) and fields[0] in _PLAIN_SHORT:
        return Label(fields=fields, words=dashed["label"], rest=dashed["rest"].strip())
    spoken = _spoken(line.text)
    if spoken:
        return spoken
    return _whole(line)


_PLAIN_SHORT = frozenset({Field.DATE, Field.TIME, Field.VENUE, Field.HOSTS, Field.COHOSTS})
"""Short fields whose labels are seen without a colon."""
_VAGUE = frozenset(
    "time times hour hours heure heures hora horas day days dia jour jours local site mode who "
    "lead "
    "leads ou wo place places host hosts zeit when where slot timing organisation location".split()
)
"""Labels that are also heads of columns, or ordinary words."""


def _is_plain(text: str) -> bool:
    return tidy(text) not in _VAGUE


def fields_of(words: str) -> tuple[Field, ...]:
    """Return what *words* are the label of; several where several labels are joined.

    >>> fields_of("Date and Venue")
    (<Field.DATE: 'date'>, <Field.VENUE: 'venue'>)
    """
    plain = tidy(words)
    if plain in LABELS:
        return (LABELS[plain],)
    parts = [_ARTICLE.sub("", part) for part in _JOINED.split(plain) if part]
    found = tuple(LABELS[part] for part in parts if part in LABELS)
    return tuple(dict.fromkeys(found)) if parts and len(found) == len(parts) else ()


def field_named(words: str) -> tuple[Field, ...]:
    """Return what *words* alone in a line name, as a card over a text has them: "Start date"."""
    return fields_of(words) or _qualified(tidy(words))


def _qualified(plain: str) -> tuple[Field, ...]:
    """Return what a label with more words names: "Lugar de celebración", "Workshop venue"."""
    if len(plain.split()) > _MOST_WORDS or _NOT_OURS.search(plain):
        return ()
    before, after = _OF.match(plain), _LAST.search(plain)
    for head in (before and before[1], after and after[1]):
        field = LABELS.get(head or "")
        if field in _QUALIFIED:
            return (field,)
    return ()


def tidy(words: str) -> str:
    """Return *words* as they are looked up: folded, without numbers, signs and article."""
    plain = re.sub(r"[^\w\s()/&,|.'-]", " ", folded(words)).strip(" -.,|")
    plain = re.sub(r"\(s\)", "s", plain)
    return " ".join(_ARTICLE.sub("", _NUMBERED.sub("", plain)).split())


def _spoken(text: str) -> Label | None:
    """Return the label of "Organised by X", which needs no colon."""
    plain = folded(text)
    for words in _BY:
        if plain.startswith(words + " "):
            rest = text[len(words) :].strip(" :")
            return Label(fields=(LABELS[words],), words=text[: len(words)], rest=rest, spoken=True)
    return None


def _whole(line: Line) -> Label | None:
    """Return the label that a line of its own is: a heading, "BACKGROUND", "2. Objectives"."""
    if len(line.text) > 70 or "\t" in line.text:
        return None
    strong = " ".join(line.strong) == line.text.rstrip(" :")
    stands_out = bool(line.heading) or strong or line.text.isupper()
    fields = fields_of(line.text.rstrip(" :：."))
    asks = line.text.endswith("?") or bool(line.heading)
    plain = fields and fields[0] in _PLAIN_SHORT and (asks or _is_plain(line.text))
    if fields and (not fields[0].is_short or plain):
        return Label(fields=fields, words=line.text.rstrip(" :："), rest="")
    found = _OPENING.match(tidy(line.text))
    if found and (stands_out or line.bullet) and len(line.text.split()) <= 9:
        field = LABELS[found[0]]
        return Label(fields=(field,), words=line.text.rstrip(" :"), rest="")
    return None
