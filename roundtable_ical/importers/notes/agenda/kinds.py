"""What sort of item it is, told from the words of its title."""

import re

from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.programme.segments import Kind

_WORDS: tuple[tuple[Kind, str], ...] = (
    (Kind.BREAK, r"coffee|tea\b(?!m)|tea break|break\b|pause\b|pausa\b|receso|refreshments?"
                 r"|recess|cafe\b"
     r"|kaffee\w*|intervalo|descanso|intervallo|refrigerio|rafraichissements?|intermede|cofee"
     r"|recreo|koffie\w*|merienda"),
    (Kind.MEAL, r"lunch\w*|dinner|breakfast|dejeuner|almuerzo|almoco|pranzo|mittag\w*|cena"
                r"|diner|desayuno|supper"
     r"|comida|petit[- ]dejeuner|brunch|abendessen|jantar|fruhstuck|banquet\w*|buffet|barbecue"
     r"|bbq|makan siang"),
    (Kind.REGISTRATION, r"registration|registro\b|accreditation|acreditacion|enregistrements?"
                        r"|inscription\w*|check-?in"
     r"|anmeldung|registrierung|credenciamento|registrazione|arrivals?\b|arrivees?\b|accueil"
     r"|sign-?in|inscricao|inscripcion\w*"),
    (Kind.RECEPTION, r"reception|recepcion|cocktail\w*|coctel|empfang|vin d'honneur|vino de"
                     r" honor|apero\w*|aperitivo|ricevimento|recepcao|get-?together|happy hour"),
    (Kind.NETWORKING, r"networking|mingling|social event|ice-?breaker|reseautage|meet and greet"
                      r"|speed dating|matchmaking"),
    (Kind.CLOSING, r"clos(?:e|ing|ure)\b|cierre|cloture|clausura|adjourn\w*|wrap[- ]?up|end"
                   r" of\b|fin\b|ende\b|conclu\w+"
     r"|schluss\w*|abschluss\w*|encerramento|chiusura|farewell|departure|verabschiedung"
     r"|conclusiones|^end\b|finish"),
    (Kind.OPENING, r"opening|apertura|ouverture|inaugur\w+|eroffnung|abertura|begrussung"
                   r"|kick-?off|set the scene|scene setting|introduct\w+|introduccion"),
    (Kind.WELCOME, r"welcom\w*|bienvenid\w+|bienvenue|willkommen|boas[- ]vindas|benvenut\w+"
                   r"|palabras de bienvenida|greetings?"),
    (Kind.CEREMONY, r"ceremon\w+|ceremonie|zeremonie|cerimonia|award\w*|prize|premi(?:o|os"
                    r"|acion)|remise (?:des|de)|signing|anthem|hymne|himno|photo\b|group photo"
                    r"|foto\b"),
    (Kind.KEYNOTE, r"keynote\w*|conference inaugurale|conferencia (?:magistral|inaugural)"
                   r"|invited (?:talk|lecture|speaker)|plenary (?:talk|lecture)|lectio"
                   r"|hauptvortrag|conferenza"),
    (Kind.QUESTIONS, r"q\s?&\s?a|q and a|questions?\b|preguntas|fragen|domande|perguntas|ronda"
                     r" de preguntas"),
    (Kind.ROUNDTABLE, r"round[- ]?tables?|table[s]? rondes?|mesas? redondas?|tavola rotonda"
                      r"|rundtisch\w*|mesa redonda|conversatorio"),
    (Kind.PANEL, r"panels?\b|paneles|podium\w*|panel discussion|painel|symposi\w+"),
    (Kind.WORKSHOP, r"workshops?|ateliers?|taller(?:es)?|oficina\b|hands-on|tutorial\w*"
                    r"|training|breakout\w*|break-?out|working groups?|group work|laborator\w+"
                    r"|hackathon|travaux (?:de|en) groupe\w*"),
    (Kind.VIDEO, r"video\w*|film\w*|screening|projection|proyeccion|documentary|teaser"),
    (Kind.PERFORMANCE, r"perform\w+|concert\w*|dance|ballet|music\w*|musical\w*|intermede"
                       r" musical\w*|cultural (?:show|event)|prestation artistique|spectacle"
                       r"|theat\w+|song|choir"),
    (Kind.EXHIBITION, r"exhibition\w*|exposicion|exposition|posters?\b|poster session"
                      r"|ausstellung|demo(?:s|nstrations?)?\b|market ?place|fair\b|expo\b|feria"),
    (Kind.DISCUSSION, r"discussions?|debates?|debat\w*|dialogue\w*|dialogo\w*|discusion\w*"
                      r"|diskussion\w*|exchange of views|brainstorm\w*|open floor|plenary\b"
                      r"|plenaria|tour de table|fireside|echanges?|talks? with|interactive"),
    (Kind.BRIEFING, r"briefings?|update\b|status report\w*|orientation|housekeeping|debrief\w*"
                    r"|information session"),
    (Kind.STATEMENT, r"statements?|remarks?|address(?:es)?|speech\w*|intervention\w*|discours"
                     r"|mots? (?:de|du|des)\b|palabras|allocution\w*|declaracion\w*|message"
                     r"|grusswort\w*|intervenciones|toast|messages?|saludo"),
    (Kind.PRESENTATION, r"presentat\w+|presentac\w+|talks?\b|lectures?|paper\b|papers\b"
                        r"|report\b|vortrag\w*|ponencia\w*|charlas?|communication\w*|expose\b"
                        r"|lightning|apresentac\w+|oral\b|showcase|case stud(?:y|ies)"
                        r"|demonstration|relazione|spotlight|conference\b|conferencia"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})")) for kind, words in _WORDS)
_STRONG_FIRST = frozenset({Kind.BREAK, Kind.MEAL, Kind.REGISTRATION})
"""An item that has these words is this, whatever else stands there ("Networking Lunch")."""
_LONG = 60


def kind_of(title: str) -> Kind:
    """Return the sort of item that has this *title*; the word that stands first decides.

    >>> kind_of("Panel 1 (primera parte)").value, kind_of("Coffee and discussion").value
    ('panel', 'break')
    """
    plain = folded(title)
    hits = [
        (match.start(), order, kind)
        for order, (kind, pattern) in enumerate(_PATTERNS)
        if (match := pattern.search(plain))
    ]
    if not hits:
        return Kind.OTHER
    if len(plain) <= _LONG:
        strong = [hit for hit in hits if hit[2] in _STRONG_FIRST]
        if strong:
            return min(strong)[2]
    return min(hits)[2]
