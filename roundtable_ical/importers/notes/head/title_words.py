"""Words by which a title is known, or that it is none."""

import re

EVENT = (
    r"events?|meetings?|conferences?|workshops?|forums?|foro|summits?|symposi(?:um|a|o)|seminars?|"
    r"seminaires?|seminarios?|colloqu(?:e|ium)|coloquios?|congres(?:o|s)?|jornadas?|reunion(?:es)?|"
    r"ateliers?|taller(?:es)?|journees?|webinars?|webinaires?|webinarios?|dialogues?|dialogos?|"
    r"round-?\s?tables?|tables? rondes?|mesas? redondas?|ceremon(?:y|ies)|ceremonies?|ceremonias?|"
    r"launch|lancement|lanzamiento|panels?|panel discussion|discussions?|debates?|briefings?|"
    r"sessions?|seances?|sesion(?:es)?|consultations?|consultas?|conferencias?|evento|evenement|"
    r"encuentros?|rencontres?|retreat|training|course|lecture|breakfast|lunch|luncheon|dinner|"
    r"reception|desayuno|almuerzo|petit-dejeuner|dejeuner|assembly|talks?|exhibition|commemoration|"
    r"celebration|presentation|conversatorio|charla|masterclass|hearing|concert|plenary|gala|"
    r"teleconference|telecon|consultation|tagung|fachtagung|konferenz|treffen|sitzung|convegno|"
    r"incontro|giornata|encontro|oficina|inaugurazione"
)
KIND_WORDS = (
    r"high|level|de|haut|alto|nivel|niveau|side|parallel|special|annual|international|"
    r"internacional|internationale?|regional|regionale?|national|nacional|ministerial|technical|"
    r"virtual|hybrid|online|expert|group|informal|open|public|interactive|thematic|joint|official|"
    r"pre|post|breakfast|lunch|working|the|a|an|of|on|and|at|for|paralelo|parallele|lateral|en|"
    r"linea|ligne|multi|stakeholder|policy|scientific|academic|opening|closing|press|inaugural|"
    r"political|first|second|third|\d+(?:st|nd|rd|th)?|ministers?|heads|experts|el|la|le|un|une|"
    r"una|intergovernmental|academico|scientifique|cientifico|tecnico|technique|un|cop|\d+"
)
KIND = re.compile(rf"(?:(?:{KIND_WORDS}|{EVENT})[\s/&-]*)+")
PART_OF = re.compile(
    rf"(?:(?:{KIND_WORDS})[\s-]+)*(?:{EVENT})\s+"
    r"(?:at|to|during|(?:in|on) the (?:margins?|sidelines?|occasion) of"
    r"|en marge d(?:e|u|es)|lors d(?:e|u|es)|al margen de|en el marco de|durante"
    r"|parallele a|paralelo a|no ambito d[aeo]|a margine d\w+|am rande d\w+)\b"
)
HAS_EVENT = re.compile(rf"\b(?:{EVENT})\b")
GENERIC = re.compile(
    r"(?:(?:draft|final|provisional|tentative|preliminary|proposed|annotated|detailed|full|revised|"
    r"updated|indicative|projet de|proyecto de|borrador de|short|general|public|conference|meeting|"
    r"workshop|event|seminar|day|daily|overview|the|of|le|la|el|d'|de|zero|working)\s*)*"
    r"(?:concept\s?note|background note|information note|note conceptuelle|nota conceptual|"
    r"note de cadrage|termes de reference|terms of reference|terminos de referencia|agenda|"
    r"programme?|programa|programma|programac(?:ao|ion)|programacio|ablauf(?:plan)?|ordre du "
    r"jour|orden del dia|schedule|timetable|invitation|invitacion|"
    r"save the date|flyer|draft|borrador|brouillon|document|version|annex\w*|annexe|anexo|"
    r"run of show|calendrier|cronograma|convocatoria|minutes|notes?|tagesordnung|programm|"
    r"press release|media advisory|note verbale|fiche|ficha|aide-?memoire|handout|appendix|"
    r"journal|news|nota de prensa|comunicado(?: de prensa)?|communique(?: de presse)?|comunicato "
    r"stampa|pressemitteilung|conference report|meeting report|"
    r"morning|afternoon|evening|matin|apres-midi|manana|tarde|manha|vormittag|nachmittag)"
    r"(?:\s*(?:(?:and|et|y|&|/)\s+(?:agenda|programme?|programa|timetable|schedule|ordre du jour)"
    rf"|(?:of|for|du|de la|de las|de los|del|des|der|zum|zur|do|da) (?:the )?(?:{EVENT})$"
    r"|of work|des travaux|no\.?|\d+|[ivx]+|final|draft|v\d+|page|\b20\d\d))*"
)
PATRONAGE = re.compile(
    r"^(?:under|sous|bajo|unter|sob|sotto|con) (?:the |le |la |el |der |o |a |l')?(?:high |"
    r"very high |"
    r"haut |alto |hohen )?(?:patronage|patrocinio|schirmherrschaft|auspices|auspicios?|egide)\b"
)
NO_TITLE = re.compile(
    PATRONAGE.pattern + r"|\w > \w|"
    r"https?://|www\.|@\w+\.|\.(?:pdf|docx?|txt|html?|pptx?)\b|^\W*$|^[\W\d_]+$|^page\b|"
    r"^(?:doc|ref|reference|agenda item|item|point|annex|annexe|anexo|appendix|distr|original|"
    r"restricted|unclassified)"
    r"\b[\s.:]*[\w./-]*\d|^(?:day|jour|dia|tag|giorno)\s+(?:\d|one|two|i+\b)|"
    r"^(?:sera|se realizara|will (?:be|take)|to be held|aura lieu|findet|tendra lugar|si terra)\b|"
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|"
    r"oct|nov|dec)[a-z]*\.?\s?\d{1,2},?\s?\d{4}$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|"
    r"^(?:all times|times are|times? in|time ?zone|todos los horarios|note\b:|nb\b)|^\d+$"
)
LETTERHEAD = re.compile(
    r"\b(?:organi[sz]ation|organisation|organizacion|nations|naciones|unies|unidas|ministry|"
    r"ministere|"
    r"ministerio|university|universite|universidad|government|republic|republique|republica|"
    r"commission|comision|initiative|institute|instituto|institut|secretariat|programme|council|conseil|"
    r"consejo|committee|union|association|foundation|fundacion|fondation|department|bank|agency|office|"
    r"oficina|bureau|faculty|faculte|facultad|academy|academia|academie|embassy|embajada|ambassade)\b"
)
LARGER = re.compile(rf"{LETTERHEAD.pattern}|\b(?:{EVENT})\b|\bcop ?\d+|\b[ivx]{{2,}}\b|\d")
"""Words of what another event is a part of."""
OPEN_END = re.compile(
    r"(?:[,:–—&/-]|\b(?:of|and|the|to|for|in|on|with|by|a|an|or|from|at|de|du|des|la|le|les|et|en|"
    r"pour|dans|sur|au|aux|del|los|las|el|y|para|con|por|un|une|una|its|their|towards?|through|"
    r"between|into|as|que|d['’]|l['’]))$",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"[\s,;|(·–—-]+(?:updated|as of|held|on|from|dated|du|del|le|el|au|mis à jour|actualizado|"
    r"of)?$",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?:\S+\s+){11,}\S*[a-zà-ÿ]\.$|[a-zà-ÿ]{3,}\. [A-ZÀ-Ý]\w+ [a-zà-ÿ]|\.\.\. ")
AS_KIND = re.compile(
    rf"(?:an?|une?|eine?|uma?|una) (?:[\w-]+ ){{0,6}}(?:{EVENT})\.?$|"
    r"(?:a |an |the |un |une |el |la )?(?:high.level |ministerial |virtual |official |hybrid )*"
    r"(?:side|parallel) event|concept note|note conceptuelle|nota conceptual|"
    r"(?:organi[sz]ed|hosted|convened|presented) by|on the (?:margins|sidelines|occasion)"
)
HERALD = re.compile(
    r"^(?:save the date|reserve(?:z)? la (?:date|fecha)|invitation|invitacion|convite|einladung|"
    r"invito|announcement|anuncio|media advisory|press release)\s*[:–—-]\s*(?=\S)",
    re.IGNORECASE,
)
"""Words that only announce the title behind them."""
SORT = re.compile(
    r"^(?:(?:draft|provisional|tentative|final|proposed|preliminary)\s+)?(?:agenda|programm?e?|"
    r"programa|programma|concept note|ordre du jour|orden del d[ií]a|schedule|tagesordnung)"
    r"(?:\s*[:–—|]\s*|\s+-\s+|\s+\w+(?:\s\w+)?\s+(?=[«“\"].*[»”\"]$))(?=\S+\s\S)"
    r"|^(?:welcome to|bienvenidos a|bienvenue (?:à|au)) (?:the )?(?=\S+\s\S)"
    r"|\s*[–—|:]\s*(?:draft |full |tout |todo )?(?:the |le |el )?"
    r"(?:agenda|programm?e?|programa|programma|schedule)$"
    r"|\s+-\s+(?:draft )?(?:agenda|programm?e?|programa|programma|schedule)$",
    re.IGNORECASE,
)
"""What sort of document it is, in one line with the title."""
APPEAL = re.compile(
    r"[!.]\s+(?:join|register|click|come|watch|rsvp|don['’]t miss|rejoignez|inscrivez|participez|"
    r"[uú]nete|[uú]nase|inscr[ií]b|participa|jetzt|melden|partecipa|participe)\w*\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""A second sentence that speaks to the reader."""
OF_PROGRAM = re.compile(
    r"^(?:\(|microsoft|anonymous|unknown|title$|presentation\d*$|untitled|document\d*$|slide \d|"
    r"powerpoint)|_|\.indd"
)
