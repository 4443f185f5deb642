"""Offices and bodies that stand for somebody who is to come, where nobody has a name."""

import re
from dataclasses import replace

from roundtable_ical.importers.notes.people import honorifics
from roundtable_ical.importers.notes.people.ahead import SPOKEN
from roundtable_ical.importers.notes.people.found_people import DETAILS, Found
from roundtable_ical.importers.notes.people.roles import Label
from roundtable_ical.importers.notes.people.wording import Atom, Kind

_OPENING = re.compile(
    r"opening|welcome|closing|apertura|inaugura|bienvenid|clausura|ouverture|accueil|bienvenue|"
    r"clôture|eröffnung|begrüßung|grußwort|abertura|vote of thanks|keynote|saluti|pembukaan",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"(?:(?:all|both|various|several|every|todo[sa]s?|todas|tous|toutes|tutti|alle|varios|divers|"
    r"other)\b(?:\s[a-zß-ÿ]+){0,4}|see (?:below|above)|participants?|attendees|audience|everyone|"
    r"everybody|volunteers|staff|group work|asistentes|participantes|teilnehmende|plenum)\.?",
    re.IGNORECASE,
)
"""Those who are there, and nobody of them."""
_NOBODY = re.compile(r"N\.?\s?N\.?|X{2,3}|\?+|\.{3,}|…|_+|name", re.IGNORECASE)


def places(lead: list[Atom], label: Label | None) -> list[Found]:
    """Return the places that the words of an entry keep, *lead* being all of them."""
    begun = next((at for at, each in enumerate(lead) if each.sign == "by"), None)
    if begun is None:
        begun = _announced(lead)
    if begun is not None:
        marks = [each for each in lead[:begun] if each.kind is Kind.ROLE]
        lead = [*marks, *lead[begun:]]
    words = [each for each in lead if each.kind in DETAILS and not is_nobody(each.text)]
    if words and all(_ANYBODY.fullmatch(each.text) for each in words):
        return []
    if any(each.kind in (Kind.TEXT, Kind.QUOTE) for each in lead):
        return []
    if not words:
        words = [replace(each, kind=Kind.FUNCTION) for each in lead if each.kind is Kind.ROLE]
        if not words or not any(each.kind is Kind.TBC for each in lead):
            return []
    listed = label and label.plural and len(words) > 1
    short = all(each.kind is Kind.BODY and len(each.text.split()) <= 5 for each in words)
    if listed and short and all(each.sign in ("", ",", "and") for each in words):
        cuts = [lead.index(each) for each in words]
        together = zip(cuts, [*cuts[1:], len(lead)], strict=True)
        return [_place([lead[start]], lead[start:end]) for start, end in together]
    return [_place(words, lead)]


def _announced(lead: list[Atom]) -> int | None:
    """Return where somebody's office stands behind a colon: "Opening: Minister of Health"."""
    for at, each in enumerate(lead):
        if at and each.sign in (":", "–") and each.kind is Kind.FUNCTION:
            tbc = any(other.kind is Kind.TBC for other in lead[at:])
            if tbc or SPOKEN.search(lead[0].text) or _OPENING.search(lead[0].text):
                return at
    return None


def _place(words: list[Atom], around: list[Atom]) -> Found:
    """Return the place that *words* keep; *around* has the marks beside them."""
    found = Found(before=words, spans=[(each.start, each.end) for each in words])
    for each in around:
        if each.kind in (Kind.TBC, Kind.MODE, Kind.ROLE):
            found.spans.append((each.start, each.end))
            found.tbc = found.tbc or each.kind is Kind.TBC
            found.remote = found.remote or each.remote
            found.role = found.role or each.role
    return found


def is_nobody(text: str) -> bool:
    """Return whether *text* stands where a name will be: "N.N.", "Mr."."""
    return bool(_NOBODY.fullmatch(text)) or honorifics.is_alone(text)
