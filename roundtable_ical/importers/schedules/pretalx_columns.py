"""Session exports of pretalx: rows whose keys are the titles of columns, in many languages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from roundtable_ical.importers.notes.times.letters import folded

_NAMES: dict[str, str] = {
    "code": r"id|code|kennung",
    "title": r"(?:proposal|session|submission|talk)? ?(?:title|name)|title"
    r"|(?:vortrags|session|sitzungs)?-?titel.*|titre.*|titulo.*|titolo.*|tytul.*|otsikko|nazev"
    r"|標題|标题|題名|タイトル",
    "type": r"(?:session|proposal|submission)? ?type|format|.*typ|type de .*|tipo.*|typ.*"
    r"|(?:session|vortrags|einreichungs)-?art",
    "track": r"track|themenstrang|piste|thematique|pista|tema|spur|parcours|trilha",
    "state": r"(?:proposal|session)? ?(?:state|status)|status|etat|estado|stato|statut",
    "abstract": r"abstract|zusammenfassung|kurzfassung|resume|resumen|resumo|riassunto|sommario",
    "description": r"description|beschreibung|descripcion|descricao|descrizione|opis",
    "duration": r"duration.*|dauer.*|duree.*|duracion.*|duracao.*|durata.*",
    "language": r"language|sprache|langue|idioma|lingua|jezyk|content locale",
    "room": r"room|raum|salle|sala|lieu|ort|sal|locale|aula",
    "start": r"(?:session )?start.*|beginn.*|debut.*|inicio.*|inizio.*|comienzo.*",
    "end": r"(?:session )?end|ende.*|fin|final|fine|termino|end (?:time|date).*",
    "ids": r"(?:speaker|presenter|person)s? ids?|speaker codes?|.*-ids?|ids? d\w+ .*|ids? de .*"
    r"|.* ids?",
    "speakers": r"(?:speaker|presenter|person)s?(?: names?)?|vortragende.*|referent.*|namen der .*"
    r"|intervenant.*|orateur.*|nom\w* d\w* (?:intervenant|orateur)\w*.*|ponente.*|palestrante.*"
    r"|nombres? .*|nom\w* .*(?:speaker|ponente|relator|vortrag)\w*|relator.*|noms? des .*"
    r"|speaker.*names?",
}
_PATTERNS = {field: re.compile(words) for field, words in _NAMES.items()}
_NEEDED = frozenset({"title"})
_TIMES = frozenset({"start", "room", "speakers", "state"})


def columns(items: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return the key in *items* of each field, where they are rows of a session export."""
    keys = list(dict.fromkeys(key for item in items for key in item))
    if any(key.islower() and "_" in key for key in keys):
        return {}
    found: dict[str, str] = {}
    for field, pattern in _PATTERNS.items():
        for key in keys:
            if key not in found.values() and pattern.fullmatch(folded(key)):
                found[field] = key
                break
    enough = found.keys() >= _NEEDED and len(found.keys() & _TIMES) > 1
    return found if enough and any(key[:1].isupper() for key in keys) else {}


def row(item: dict[str, Any], found: dict[str, str]) -> dict[str, Any]:
    """Return a row as a submission; *found* are its `columns`."""
    values = {field: item.get(key) for field, key in found.items()}
    values["speakers"] = list(_people(values.pop("ids", None), values.get("speakers")))
    values["submission_type"] = values.pop("type", None)
    return values


def _people(ids: object, names: object) -> Iterator[dict[str, str]]:
    said = _list(names)
    codes = _list(ids) if ids else []
    for position, name in enumerate(said):
        yield {"name": name, "code": codes[position] if len(codes) == len(said) else ""}


def _list(value: object) -> list[str]:
    if isinstance(value, str):
        parts: Iterable[object] = re.split(r"\s*[\n;]\s*", value)
        if "\n" not in value and ";" not in value:
            parts = value.split(", ") if ", " in value else [value]
    else:
        parts = value if isinstance(value, list) else []
    return [part.strip() for part in parts if isinstance(part, str) and part.strip()]
