"""Words that say who does something: "Talk by", "with the participation of"."""

import re
from collections.abc import Iterator

from roundtable_ical.importers.notes.people import honorifics, names, roles
from roundtable_ical.importers.notes.people.common_words import PREPOSITIONS
from roundtable_ical.importers.notes.people.marks import made, part_of
from roundtable_ical.importers.notes.people.pieces import Piece
from roundtable_ical.importers.notes.people.wording import Atom, Kind, keys_of

SPEECH = re.compile(
    r"(?:address|remarks?|speech|statement|message|keynote|lecture|intervention|talk|allocution|"
    r"introduction|introduzione|introducción|introdução|einführung|relazione|testimonianz[ae]|testimonio|testemunho|"
    r"bienvenida|bienvenue|boas-vindas|welcome|discours|mots?|propos|exposé|témoignage|conférence|palabras|discurso|saludos?|intervención|"
    r"mensaje|ponencia|conferencia|disertación|sambutan|pidato|saluto|saluti|intervento|palestra|"
    r"fala|conversation|conversaci[oó]n|conversazione|gespräch|coloquio|interview|entretien|diálogo|dialogue|chat|panel|performance)s?\b[^,;:]*$",
    re.IGNORECASE,
)
ACTING = re.compile(
    r"(?:^|(?<=\s))(?:by|par|por|oleh|durch|door|a cargo del?|de la mano del?|"
    r"con la (?:participación|presencia|intervención) del?|"
    r"com a (?:participação|presença) d[eoa]s?|"
    r"avec la participation d[eu]s?|en présence d[eu]s?|with the participation of|"
    r"in the presence of|con la partecipazione d[ei]l?|unter mitwirkung von)\s+(?=\S)",
    re.IGNORECASE,
)
WITH = re.compile(
    r"(?:^|(?<=\s))(?:with|avec|con|mit|com|between|entre|zwischen|tra)\s+(?=\S)", re.IGNORECASE
)
OF_NAME = re.compile(
    r"(?<=\s)(?:of|de|di|do|da|von|del|du)\s+(?:(?:the|la|el|le)\s+|l['’])?(?=[A-ZÀ-Þ])"
)
ABOUT = re.compile(r"\bintroduction of (?:the )?$", re.IGNORECASE)
"""Before whoever is introduced, and does not speak."""
_VERB_FIRST = re.compile(
    r"(?:presentan?|moderan?|entregan?|introducen?|clausuran?|inauguran?|abren?|cierran?|preside|"
    r"presiden|dirigen?|conducen?|imparten?|coordinan?|intervienen?|pronuncian?|ofrecen?|hablan?|"
    r"apresentam?|entregam?|abrem?|(?:es )?spricht|(?:es )?sprechen|(?:es )?moderiert|begrüßt|"
    r"interviennent|intervient|(?:présente|anime|ouvre|clôture|préside|modère)(?:nt)?|"
    r"presentano?|moderano|interviene|intervengono|aprono?|chiudono?)"
    r"(?:\s[^\s,;:.]+){0,4}",
    re.IGNORECASE,
)
"""What is done, before whoever does it: "Entrega el premio la Dra. Ruiz"."""
_DOER = re.compile(r"\s(?:el|la|los|las|le|les|il|lo|gli|der|die|o|a|os|as)$", re.IGNORECASE)
_OPENS = re.compile(r"(?:with|avec|con|mit|com|by|par|por)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_ROOM = 80
"""Characters before somebody who is introduced."""
_JOINING = frozenset("and et y e und &".split())
_INDEFINITE = frozenset("un une una uno um uma a an ein eine einer einem".split())


def is_office(text: str) -> bool:
    """Return whether *text* is one office of a body, as "Chair of the Second Committee"."""
    keys = keys_of(text)
    if not keys or keys[0] in _INDEFINITE:
        return False
    return not keys[0].endswith("s") and bool(PREPOSITIONS.intersection(keys[1:-1]))


def verb_before(head: str) -> int:
    """Return where the words of a deed end that stand before its doer; 0 where there are none."""
    if not _VERB_FIRST.fullmatch(head):
        return 0
    article = _DOER.search(head)
    end = article.start() if article else len(head)
    last = head[:end].split()[-1].casefold()
    return 0 if last in PREPOSITIONS or last in ("al", "a") else end


def introduces(text: str) -> bool:
    """Return whether *text* begins with a deed and its doer: "Con Ana Ruiz", "Preside el Sr. X"."""
    if found := _OPENS.match(text):
        first = re.split(r"[,(.;:]", text[found.end() : found.end() + _ROOM])[0]
        if names.is_name(first) and names.is_full(first):
            return True
    place = honorifics.inside(text[:_ROOM])
    return place > 0 and bool(_OPENS.match(text[:place]) or verb_before(text[:place].rstrip()))


def doing(piece: Piece, end: int) -> Iterator[Atom]:
    """Yield the words before "by": what is done, and the role that its last word tells."""
    before = part_of(piece, 0, end)
    if not before.text or before.text.casefold() in _JOINING:
        return
    if role := roles.role_of(before.text):
        yield made(Kind.ROLE, before, role=role)
        return
    last = before.text.rfind(" ") + 1
    if last and (role := roles.role_of(before.text[last:])):
        yield made(Kind.TEXT, part_of(before, 0, last))
        yield made(Kind.ROLE, part_of(before, last, sign=""), role=role)
        return
    yield made(Kind.TEXT, before)
