"""Words for what people do in a session, and the labels before their names."""

import re
from dataclasses import dataclass

from roundtable_ical.importers.notes.people import tbc
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.programme.people import Role

_WORDS: dict[Role, str] = {
    Role.MODERATOR: """moderator moderators moderation moderated moderating moderates co-moderator
        co-moderators comoderator facilitator facilitators facilitation facilitated facilitates
        modérateur modératrice modérateurs modératrices modération modéré modérée modère animateur
        animatrice animateurs animation animé animée anime facilitateur facilitatrice moderador
        moderadora moderadores moderadoras moderación modera moderan moderado moderada moderateur
        modérateur·rice facilitador facilitadora facilitación moderiert moderatorin moderação
                moderatore moderatrice moderazione maître maîtresse master emcee mc m.c. moderasi
        mediador mediadora mediação
        mestre maestro maestra conduce conducción  ведущий модератор 主持人 host/moderator
        interviewer animation/modération gespreksleider prowadzenie prowadzi prowadząca
        prowadzący""",
    Role.CHAIR: """chair chairs chaired chairing chairman chairwoman chairperson chairpersons
        co-chair co-chairs cochair cochairs co-chaired vice-chair président présidente présidents
                chairmanship présidence présidé présidée coprésident coprésidente coprésidence
        preside presiden
        presidencia presidido coordinador coordinadora coordinadores coordinación coordina
        coordinan coordinadores/as vorsitz vorsitzende vorsitzender leitung sitzungsleitung
        presidente presidenta convenor convener convenors conveners convened session-chair
        pengerusi ketua председатель coordinateur coordinatrice coordination coordenação
        coordenador coordenadora presiede presieduto 主席""",
    Role.PANELLIST: """panelist panelists panellist panellists panéliste panélistes panelista
        panelistas panel-members podium podiumsgäste panelis""",
    Role.DISCUSSANT: """discussant discussants respondent respondents discutant discutante
                discutants commentator commentators comentarista comentaristas debatedor
        debatedora debatedores rapporteur rapporteurs
        rapporteure rapporteuse relator relatora relatores reactor reactors kommentar
        co-rapporteur co-rapporteurs relatoría debatiente debatientes""",
    Role.HOST: """host hosts hosted co-host co-hosts hôte hôtes anfitrión anfitriona anfitriones
        gastgeber gastgeberin""",
    Role.SPEAKER: """speaker speakers speakers: keynote keynotes presenter presenters
        presented presenting
        presentation-by lecturer lecturers instructor instructors teacher tutors tutor trainer
        trainers contributors contributor interventions intervenant intervenante intervenants
        intervenantes orateur oratrice orateurs oratrices conférencier conférencière
        conférenciers présentateur présentatrice présenté présentée ponente ponentes expositor
        expositora expositores disertante disertantes conferencista conferencistas orador oradora
                presentador presentadora presentadores oradores conferenciante conferenciantes
        interviene intervienen participan participa
        imparte imparten presenta presentan a-cargo-de tallerista talleristas formateur formatrice
        palestrante palestrantes expositor-a referent referentin referenten relatore relatori
        redner rednerin vortragende vortragender sprecher sprecher:innen spreker sprekers
        pembicara narasumber pemateri penceramah
        prelegent prelegenci prelegentka prelegentki konuşmacı konuşmacılar
        докладчик докладчики спикер спикеры
        выступающие 讲者 发言人 嘉宾 invité invités guest guests invitado invitada invitados
                interventi intervengono interviene partecipano interviewee interlocutor
        interlocutors performer performers discours-de""",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in folded(words).split()}
_AROUND = frozenset(
    folded(
        """and & / or the of by with de la el los las les le l' et y e o par por von durch
        der die das
        session panel panels sessions plenary main invited confirmed special guest guests proposed
        lead co- event table ronde redonda mesa séance sesión plénière plenaria suggested featured
        high-level opening closing distinguished our list key potential possible
        other additional overall general discussion debate ceremonies ceremony cérémonie cérémonies
                ceremonia ceremonias d'honneur principal principales principaux principale
        magistral lightning
        paper papers expert experts workshop round oral da do dos des du del joint online virtual
        in-person honorary day prévus prévu pressenti pressentis invités invitées remarks roundtable
        first second third 1 2 3 4 5 6 i ii iii iv v vi a b c to are is include includes including
                student first di chief honour honor valedictory inaugural sous under bajo sob
        unter chairmanship keynote"""
    ).split()
)
_WEAK = frozenset(
    folded(
        """participants participant participantes participante participating teilnehmer
        responsable responsables responsible with avec con organizer organizers organiser
        organisers organizador organizadora organizadores organised organisateurs lead leads
        leader leaders contact facilitators name names nom noms nombre nombres who by author authors
                autor autora autores auteur auteurs auteure team people attendees personas mit
        leiter leiterin
        introduction introduced introduces introduce introducción presenta introduit presents
        peserta interventions members"""
    ).split()
)
_ENDINGS = re.compile(
    r"(?<=\w)(?:[/·•*:_-]|\()(?:a|o|as|os|e|es|s|ra|ras|in|innen|rice|trice|rices|trices|euse|euses|nte|ntes)"
    r"\)?(?:[·.-]?s)?(?=$|[\s,:/])"
)
"""The second gender of a word: "Moderador/a", "Modérateur(trice)", "Referent:in"."""
_EVENTS = frozenset(folded("discussion debate débat remarks roundtable workshop session").split())
_OF = frozenset("by of for to du de del de la das der par por von".split())
_PLURAL = re.compile(r"s$|(?:eurs|rices|ores|oras|istas|antes|entes|en|an)$|members|experts")
_HEAD = re.compile(r"(?P<words>[^:：\n|]{2,90}?)\s*[:：]\s*(?P<rest>.*)", re.DOTALL)
_HEAD_DASH = re.compile(r"(?P<words>[^:：\n|,(–—]{2,40}?)\s+[–—-]\s+(?P<rest>.*)", re.DOTALL)
_TOKEN = re.compile(r"[\w.'’+&·-]+|/")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a label says of the people behind it.

    *role* is None where it only says that somebody is named; *weak* ones (participants, with)
    stand before other things too. *words* are as printed.
    """

    words: str
    role: Role | None
    plural: bool = False
    weak: bool = False
    tbc: bool = False


def label(text: str) -> tuple[Label, str] | None:
    """Return the label of people that *text* begins with, and the rest; None for none.

    The rest is empty where the label stands alone on its line (the colon may be missing there).

    >>> label("Coordinadora / Chair: Ana Ruiz")[1]
    'Ana Ruiz'
    """
    head = _HEAD.match(text)
    if head and (found := understood(head["words"])):
        return found, head["rest"].strip()
    alone = text.strip().rstrip(":：.")
    if len(alone) <= 60 and (found := understood(alone)) and not found.weak and alone[:1].isupper():
        return found, ""
    dashed = _HEAD_DASH.match(text)
    if dashed and (found := understood(dashed["words"])) and not found.weak:
        return found, dashed["rest"].strip()
    return None


def understood(words: str) -> Label | None:
    """Return what *words* say as a label; None where they are none."""
    plain, is_tbc = tbc.without(words)
    plain = _BRACKETS.sub(" ", _ENDINGS.sub("", plain))
    tokens = [token.strip(".'’") for token in _TOKEN.findall(folded(plain))]
    tokens = [each for each in tokens if each and each != "/"]
    if not tokens or len(tokens) > 8:
        return None
    if tokens[-1] in _EVENTS and not _OF.intersection(tokens):
        return None
    tokens = [token if token in _ROLES else token.removeprefix("co-") or token for token in tokens]
    roles = [_ROLES[token] for token in tokens if token in _ROLES]
    weak = [token for token in tokens if token in _WEAK]
    others = [t for t in tokens if t not in _ROLES and t not in _AROUND and t not in _WEAK]
    if others or not (roles or weak):
        return None
    strongest = next((role for role in roles if role is not Role.SPEAKER), None)
    role = strongest or (roles[0] if roles else None)
    plural = any(_PLURAL.search(token) for token in tokens if token in _ROLES or token in _WEAK)
    return Label(words=words.strip(), role=role, plural=plural, weak=not roles, tbc=is_tbc)


def role_of(words: str) -> Role | None:
    """Return the role that *words* name, nothing else being in them; None for none."""
    found = understood(words)
    return found.role if found and not found.weak else None
