"""Which language a note is in, by its small words."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from roundtable_ical.importers.notes.lines import Document
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.programme.texts import LANGUAGE

_SMALL: Mapping[str, str] = {
    "en": "the of and to in for with on by from at is are will this that as be an it its which "
    "welcome opening remarks session agenda venue break lunch closing speakers chair room day",
    "fr": "le la les des du de et au aux en pour par sur une un dans avec est sont qui que cette "
    "l d accueil ouverture seance pause dejeuner cloture intervenants jour lieu mot salle",
    "es": "el la los las del de y en para por con una un es son que se su al como sobre esta este "
    "bienvenida apertura sesion receso almuerzo cierre clausura ponentes dia lugar sala hora",
    "pt": "o a os as do da dos das de e em para por com uma um que se ao na no nos nas sobre "
    "abertura sessao intervalo almoco encerramento dia local sala hora boas vindas mesa",
    "de": "der die das und in zu den von mit im fur auf ist dem des ein eine nicht als auch "
    "begrussung eroffnung pause mittagessen abschluss uhr tag ort raum",
    "it": "il lo la i gli le di del della dei delle e in per con un una che si al da nel sono "
    "benvenuto apertura sessione pausa pranzo chiusura ore giorno luogo sala",
    "nl": "de het een en van in op te voor met is dat zijn aan door bij ook "
    "welkom opening sessie pauze lunch afsluiting uur dag locatie zaal",
    "id": "dan di yang untuk dengan dari pada ke ini itu oleh dalam para sebagai adalah "
    "pembukaan sambutan sesi istirahat penutupan hari tanggal tempat",
}
_SETS = {tag: frozenset(words.split()) for tag, words in _SMALL.items()}
_ENOUGH = 3
_FARTHEST = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A BCP 47 tag, how sure it is (0 to 1), and why."""

    tag: str
    sure: float
    reason: str


def language(document: Document) -> Language:
    """Return the language that most of the small words in *document* are of.

    A note in several languages is in the one it uses most. What the file says of itself counts
    only where the words do not tell: templates are often in another one.
    """
    text = folded(" ".join(line.text for line in document.lines)[:_FARTHEST])
    counts: Counter[str] = Counter()
    for word in re.findall(r"[a-z]+", text):
        for tag, words in _SETS.items():
            if word in words:
                counts[tag] += 1
    (best, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if most >= _ENOUGH and most > second:
        sure = round(min(0.99, 0.5 + (most - second) / most), 2)
        return Language(tag=best, sure=sure, reason=f"{most} of its words are {best} ones")
    stated = document.about.get("language", "")
    if LANGUAGE.fullmatch(stated):
        return Language(tag=stated, sure=0.6, reason="the file says so")
    if most:
        return Language(tag=best, sure=0.4, reason="few words tell")
    return Language(tag="en", sure=0.2, reason="no word tells")
