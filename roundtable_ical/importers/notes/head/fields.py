"""What labels stand for, and their words in the languages of the UN's notes."""

from collections.abc import Mapping
from enum import StrEnum


class Field(StrEnum):
    """What stands behind a label."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    KIND = "kind"
    DATE = "date"
    START = "start"
    END = "end"
    TIME = "time"
    ZONE = "zone"
    VENUE = "venue"
    ROOM = "room"
    ADDRESS = "address"
    CITY = "city"
    HOSTS = "hosts"
    COHOSTS = "cohosts"
    OBJECTIVE = "objective"
    BACKGROUND = "background"
    PARTICIPANTS = "participants"
    SPEAKERS = "speakers"
    THEMES = "themes"
    AGENDA = "agenda"
    OTHER = "other"

    @property
    def is_short(self) -> bool:
        """Whether it ends with its paragraph; the others go on until the next label."""
        return self not in _LONG


_LONG = frozenset(
    {
        Field.OBJECTIVE,
        Field.BACKGROUND,
        Field.PARTICIPANTS,
        Field.SPEAKERS,
        Field.THEMES,
        Field.AGENDA,
        Field.OTHER,
    }
)

_WORDS: Mapping[Field, str] = {
    Field.TITLE: "title; event title; title of event; title of the event; title of session; name; "
    "session title; title of the session; event; event name; name of event; name of the event; "
    "meeting; side event; side event title; meeting title; titre; intitule; titre de l'evenement; "
    "evenement; reunion; titulo; titulo del evento; nombre del evento; evento; titulo do evento; "
    "title of the side event; title of side event; nom de l'evenement; nombre; conference; "
    "webinar; webinar title; conferencia; actividad; activite; titre de l'activite; what; "
    "veranstaltung; titel",
    Field.SUBTITLE: "subtitle; sous-titre; subtitulo; tagline",
    Field.KIND: "type of event; event type; kind; type; type d'evenement; tipo de evento; "
    "type of meeting; type of session; session type; nature of the event; tipo",
    Field.DATE: "date; dates; when; event date; date of event; date of the event; meeting date; "
    "date of meeting; day; days; date de l'evenement; quand; fecha; fechas; cuando; dia; data; "
    "datas; datum; termin; wann; jour; jours; fecha del evento; date de la reunion; tanggal",
    Field.START: "start; starts; begins; begin; beginning; debut; inicio; comienzo; start time; "
    "start date; heure de debut; hora de inicio; date de debut; fecha de inicio; beginn",
    Field.END: "end; ends; fin; end time; end date; heure de fin; hora de fin; date de fin; "
    "fecha de fin; finaliza; ende; termino; finish; closes",
    Field.TIME: "time; times; hour; hours; heure; heures; horaire; horaires; hora; horas; "
    "hora(s); event time; meeting time; uhrzeit; zeit; creneau; time slot; slot; waktu; timing; "
    "horarios; duration and time; local time; heure locale; hora local",
    Field.ZONE: "time zone; timezone; time-zone; fuseau horaire; zona horaria; huso horario; "
    "zeitzone; fuso horario; all times; times in; fuseau",
    Field.VENUE: "venue; venues; place; location; locations; where; meeting place; event venue; "
    "venue of the event; meeting venue; conference venue; lieu; lieux; lieu de l'evenement; "
    "endroit; lugar; lugares; sede; donde; ubicacion; localisation; emplacement; local; ort; "
    "veranstaltungsort; tagungsort; konferenzort; lugar del evento; site; place of meeting; "
    "platform; plataforma; "
    "plateforme; luogo; tempat; wo; modality; modalidad; modalite; venue of event; "
    "event location; meeting location; mode; format and venue; ou",
    Field.ROOM: "room; salle; sala; salon; meeting room; conference room; raum; aula; auditorium; "
    "auditorio; hall; saal; room number",
    Field.ADDRESS: "address; adresse; direccion; endereco; domicilio; street address",
    Field.CITY: "city; ville; ciudad; cidade; city and country; ville et pays; stadt; country; "
    "pays; pais; ciudad y pais",
    Field.HOSTS: "organiser; organisers; organizer; organizers; host; hosts; hosted by; "
    "organised by; organized by; jointly organised by; jointly organized by; convened by; "
    "convener; conveners; convenor; convenors; organisateur; organisateurs; organisatrice; "
    "organise par; organisee par; organises par; organisees par; organizador; organizadores; "
    "organizadora; organizadoras; organiza; organizan; organizado por; organizada por; "
    "organizados por; convoca; convocan; convocado por; convocada por; entidad organizadora; "
    "entidades organizadoras; instituciones organizadoras; institucion organizadora; anfitrion; "
    "anfitriona; anfitriones; anfitrionas; hote; hotes; lead organiser; lead organizer; "
    "lead organisation; lead organization; main organiser; main organizer; organising "
    "institutions; "
    "organizing institutions; organising institution; organizing institution; "
    "organising organisations; organizing organizations; organising committee; host organisation; "
    "host organization; host institution; organisation; organising entity; organizing entity; "
    "presented by; present by; presente par; presentado por; initiated by; veranstalter; "
    "institutions organisatrices; structure organisatrice; convoque par; convoquee par; "
    "realizacao; organizacao; organizacion; organizacion y coordinacion; organisateur principal; "
    "event organiser; event organizer; event organisers; event organizers; session organizers; "
    "session organisers; session organizer; session organiser; organizers and hosts; hosting; "
    "organised jointly by; organized jointly by; who; penyelenggara; event host; event hosts; "
    "lead; leads; veranstalterin; veranstaltet von; ausgerichtet von; organisiert von; promosso "
    "da; promocao; promovido por; realiza; realizado por; ausrichter; gastgeber; promotor; "
    "promotores; organizzato da; organizzatori; organizzatore; organizado pela; organizado pelo;"
    " organizado pelas; organizado pelos; organizada pela; organizada pelo; promovido pela; "
    "promovido pelo; realizado pela; realizado pelo; organizzato dal; organizzato dalla; "
    "organizzata da; promossa da; promosso dal; organizzano; promuovono; a cura di; "
    "veranstalterinnen; organisator; organisatoren; veranstaltet vom; organisiert vom; "
    "ausgerichtet vom; une initiative de; una iniciativa de; an initiative of; "
    "organizadores del evento; entidades convocantes; institucion convocante; convocan y "
    "organizan; entidades promotoras; comite organizador; comite d'organisation; "
    "hosted jointly by; co-convened by; convened jointly by; organisers and hosts;"
    " leading organization; leading organisation; organizing partners; "
    "organising partners; lead organizers; lead organisers; main organizers; main organisers",
    Field.COHOSTS: "co-host; co-hosts; cohost; cohosts; co-hosted by; cohosted by; co-organiser; "
    "co-organisers; co-organizer; co-organizers; co-organised by; co-organized by; "
    "coorganised by; coorganized by; coorganizers; coorganisers; co-organisateur; "
    "co-organisateurs; coorganisateurs; co-organise par; coorganise par; coorganisee par; "
    "co-organisee par; coorganizador; coorganizadores; co-organizadores; coorganizan; coorganiza; "
    "coorganizado por; co-organizado por; co-organizan; co-conveners; co-convened by; "
    "coorganizada por; co-organizada por; coanfitriones; co-convenors",
    Field.OBJECTIVE: "objective; objectives; aim; aims; purpose; purposes; goal; goals; "
    "objectif; objectifs; but; buts; finalite; objetivo; objetivos; proposito; propositos; "
    "finalidad; ziel; ziele; overall objective; general objective; main objective; "
    "main objectives; specific objectives; objectif general; objectifs specifiques; "
    "objetivo general; objetivos especificos; key objectives; aim of the event; "
    "objectives of the event; purpose of the event; aims and objectives; tujuan; "
    "objectives of the meeting; purpose of the meeting; meeting objectives; event objectives; "
    "objectives of the session; session objectives; meeting objective; workshop objectives; "
    "objectifs de la reunion; objetivos de la reunion; objetivo del evento; "
    "objectifs de l'atelier; objectif de l'atelier; objectif principal; objetivo principal",
    Field.BACKGROUND: "background; context; introduction; rationale; overview; summary; "
    "description; abstract; about; contexte; justification; antecedentes; contexto; "
    "introduccion; justificacion; resumen; descripcion; resume; background and context; "
    "context and background; background and rationale; introduction and background; "
    "context and rationale; contexte et justification; contexte general; about the event; "
    "about this event; about the session; presentacion; a propos; acerca del evento; "
    "event description; session description; brief description; short description; "
    "background information; background note; synopsis; hintergrund; justificativa; "
    "event summary; contexte et enjeux; antecedentes y contexto; contexto y justificacion; "
    "presentation de l'evenement; preambule; latar belakang; about the meeting; sobre el evento; "
    "description of the event; the context; the background; theme and background; relevance",
    Field.PARTICIPANTS: "participants; participation; audience; target audience; attendees; "
    "invitees; target group; target groups; targeted audience; expected participants; "
    "target participants; list of participants; public cible; public; participantes; asistentes; "
    "destinataires; destinatarios; publico; publico objetivo; who should attend; teilnehmer; "
    "participants attendus; participantes previstos; peserta; invitados; invites; cibles",
    Field.SPEAKERS: "speakers; speaker; panellists; panelists; panellist; panelist; "
    "list of speakers; confirmed speakers; proposed speakers; invited speakers; "
    "keynote speakers; keynote speaker; keynote; panel; intervenants; intervenant; "
    "orateurs; orateur; oradores; orador; ponentes; ponente; panelistas; panelista; "
    "conferenciers; conferenciantes; expositores; moderator; moderators; moderateur; moderatrice; "
    "moderador; moderadora; chair; chairs; facilitator; facilitators; facilitador; presenters; "
    "presenter; speakers and panellists; speakers and panelists; discussants; "
    "speakers include; participating speakers; list of panellists; list of panelists; "
    "co-chairs; experts; redner; referenten; palestrantes; panelistes; presidente; presidenta; "
    "president de seance; intervencion; intervenciones; featured speakers; guest speakers; "
    "speakers list; moderation; moderacion; animateur; rapporteur; rapporteurs; relator",
    Field.THEMES: "themes; theme areas; topics; thematic areas; key themes; sub-themes; subthemes; "
    "main themes; main topics; tracks; thematiques; axes; axes thematiques; themes abordes; "
    "temas; ejes; ejes tematicos; temas principales; focus areas; thematic focus; key topics; "
    "thematic tracks; areas tematicas; lineas tematicas; principaux themes; sous-themes; "
    "temas centrales; themes and topics; conference themes; themen; thematic clusters; "
    "thematic pillars; key areas; topics to be discussed; topics for discussion; "
    "themes for discussion; discussion topics; temas a tratar; subtemas; axes de discussion; "
    "issues for discussion; key issues; sujets; eixos tematicos; themes principaux",
    Field.AGENDA: "agenda; programme; program; draft agenda; draft programme; draft program; "
    "provisional agenda; provisional programme; tentative agenda; tentative programme; "
    "tentative program; programa; ordre du jour; orden del dia; schedule; calendrier; "
    "cronograma; run of show; timetable; deroule; deroulement; ordre du jour provisoire; "
    "programme provisoire; projet de programme; projet d'ordre du jour; programa provisional; "
    "programa preliminar; proposed agenda; proposed programme; preliminary programme; "
    "preliminary agenda; agenda provisional; agenda preliminar; annotated agenda; final programme; "
    "programme of the day; session outline; flow of the event; programme outline; ablauf; "
    "tagesordnung; "
    "programm; jadwal; agenda del dia; programa del dia; programme du jour; meeting agenda; "
    "event agenda; event programme; structure; structure of the event; run of the event; "
    "conference agenda; conference programme; conference schedule; workshop agenda; "
    "workshop programme; workshop schedule; detailed agenda; detailed programme; "
    "annotated programme; draft annotated agenda; indicative programme; indicative agenda; "
    "programme previsionnel; agenda tentativa; programa tentativo; borrador de programa; "
    "proyecto de programa; proyecto de agenda; at a glance; overview of the programme; "
    "overview of the program; general overview; general overview of the programme; "
    "general overview of the program; programme overview; program overview; "
    "apercu du programme; apercu general du programme; vue d'ensemble du programme; "
    "resumen del programa; vista general del programa; programmuberblick; "
    "panoramica del programma",
    Field.OTHER: "expected outcomes; expected outcome; outcomes; outcome; expected results; "
    "resultats attendus; resultados esperados; format; format of the event; methodology; "
    "methodologie; metodologia; registration; inscription; inscripcion; inscripciones; contact; "
    "contacts; contacto; rsvp; language; languages; langue; langues; idioma; idiomas; "
    "interpretation; dress code; link; links; lien; enlace; resources; references; outputs; "
    "guiding questions; questions directrices; preguntas orientadoras; key questions; "
    "key messages; messages cles; logistics; logistique; logistica; social media; hashtag; "
    "hashtags; biographies; notes; note; documents; documentation; key takeaways; livestream; "
    "website; web; webcast; partners; partner; partenaires; partenaire; sponsors; sponsor; "
    "sponsored by; in partnership with; in collaboration with; in cooperation with; "
    "with the support of; with support from; supported by; avec le soutien de; con el apoyo de; "
    "patrocinadores; patrocinado por; auspicia; auspician; socios; colaboradores; colabora; "
    "colaboran; en collaboration avec; en partenariat avec; en colaboracion con; "
    "en alianza con; knowledge partners; knowledge partner; strategic partners; supporters; "
    "supporting organisations; supporting organizations; supporting partners; cost; fee; "
    "coffee; catering; next steps; follow-up; zoom link; meeting id; passcode; password; id; "
    "email; e-mail; phone; telephone; tel; capacity; status; tags; keywords; mots-cles; "
    "palabras clave; discussion questions; questions for discussion; background documents; "
    "background reading; further reading; further information; more information; disclaimer; "
    "streaming; attachments; annex; annexe; anexo; footnotes; source; sources; admission; "
    "registro; mots cles; medias sociaux; redes sociales; acknowledgements; accessibility; "
    "code of conduct; sdgs; related sdgs; quotes; financial support; funded by; "
    "financiado por; finance par; join; join here; how to join; participation link",
}
LABELS: Mapping[str, Field] = {
    words: field for field, listed in _WORDS.items() for words in listed.split("; ")
}
"""Field by its label, folded."""
