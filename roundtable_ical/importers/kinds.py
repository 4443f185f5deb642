"""What sort of item it is, by the word that a schedule has for it."""

import re

from roundtable_ical.programme.segments import Kind, Status
from roundtable_ical.zones.places import folded

_KINDS = {
    Kind.KEYNOTE: "keynote keynotes plenaria plenary plenum hauptvortrag conferencia-magistral",
    Kind.PANEL: "panel panels podiumsdiskussion podium paneldiskussion mesa-redonda table-ronde",
    Kind.ROUNDTABLE: "roundtable round-table rundtisch",
    Kind.WORKSHOP: "workshop workshops atelier ateliers taller talleres oficina tutorial tutorials "
    "training kurs seminar hands-on masterclass",
    Kind.BREAK: "break coffee pause kaffeepause pausa descanso intervalo kaffee cafe coffee-break "
    "teatime",
    Kind.MEAL: "lunch dinner breakfast mittagessen abendessen fruhstuck dejeuner diner almuerzo "
    "cena almoco pranzo colazione mittagspause meal",
    Kind.REGISTRATION: "registration anmeldung check-in registrierung accueil inscription registro "
    "inscripcion credenciamento einlass",
    Kind.OPENING: "opening eroffnung ouverture apertura abertura",
    Kind.WELCOME: "welcome begrussung bienvenue bienvenida",
    Kind.CLOSING: "closing closure abschluss cloture clausura encerramento schlusswort",
    Kind.RECEPTION: "reception empfang cocktail recepcion sektempfang",
    Kind.NETWORKING: "networking social",
    Kind.EXHIBITION: "exhibition poster posters ausstellung exposition",
    Kind.DISCUSSION: "discussion diskussion debate bof birds-of-a-feather debatte",
    Kind.QUESTIONS: "q&a fragen questions",
    Kind.PRESENTATION: "talk talks vortrag presentation lightning-talk lecture paper oral charla "
    "ponencia palestra conference exposicion prasentation long short",
    Kind.PERFORMANCE: "performance concert konzert show musik",
    Kind.CEREMONY: "ceremony zeremonie ceremonie ceremonia",
    Kind.BRIEFING: "briefing meeting sitzung reunion",
    Kind.VIDEO: "video film screening movie",
}
_BY_WORD = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_CALLED_OFF = frozenset(
    "cancelled canceled abgesagt entfallt annule annulee cancelado cancelada suspendido suspendida "
    "cancellato annullato geannuleerd odwolane zruseno installd aflyst отменено".split()
)
_OPEN = frozenset(
    "tentative provisional tbc vorlaufig draft pending provisoire provisorio unconfirmed tbd "
    "provisoriamente".split()
)
_OUT = frozenset("rejected declined withdrawn abgelehnt refuse rechazado recusado deleted".split())


def kind_of(words: str) -> Kind:
    """Return the kind that *words* name, by the first that is known."""
    plain = folded(words)
    for word in (plain.replace(" ", "-"), *re.split(r"[^\w&-]+", plain)):
        if word in _BY_WORD:
            return _BY_WORD[word]
    return Kind.OTHER


def pause_of(title: str) -> Kind:
    """Return the kind of a *title* that is but the word for a pause, a meal and the like."""
    plain = folded(title)
    if len(plain.split()) > 3:
        return Kind.OTHER
    found = kind_of(title)
    pauses = {Kind.BREAK, Kind.MEAL, Kind.REGISTRATION, Kind.RECEPTION, Kind.NETWORKING}
    return found if found in pauses else Kind.OTHER


def status_of(words: str) -> Status | None:
    """Return the status that *words* name; None for what will not be on the agenda at all."""
    tokens = set(re.split(r"[^\w]+", folded(words)))
    if tokens & _OUT:
        return None
    if tokens & _CALLED_OFF:
        return Status.CANCELLED
    return Status.TENTATIVE if tokens & _OPEN else Status.CONFIRMED
