"""Words by which a place is known, or that it is none."""

import re

ROOM = re.compile(
    r"\b(?:rooms?|salle|sala|salon|saal|raum|aula|auditorium|auditorio|amphitheatre|amphi|chamber|"
    r"dining room|ballroom|boardroom|lounge|floor|etage|piso|planta|level|meeting room|theatre \d|"
    r"conference room|committee room|gallery|foyer|hall [a-z\d]\b)"
)
HOUSE = re.compile(
    r"\b(?:"
    r"parque|park|jardin|gardens?|espacio|espace|espaco|domo|polideportivo|cabildo|ayuntamiento|"
    r"municipalidad|municipio|mairie|hotel de ville|prefecture|legislatura|finca|hacienda|estancia|"
    r"convento|monasterio|monastery|abbaye|abbey|couvent|iglesia|eglise|cathedral\w*|catedral|"
    r"basilica|"
    r"archivo|archives|conservatoire|opera|cinema|studio|factory|fabrique|technopole|zoopole|cite|"
    r"fortaleza|torre|gebaude|hochschule|akademie|schule|kirche|gasthof|gasthaus|scuola|chiesa|"
    r"accademia|fiera|castello|salone|predio|complejo|complexe?|headquarter|quartier general|"
    r"maison|moulin|manoir|ferme|grange|bourse|chapelle|capilla|rectorat|pousada|solar|quinta)\b|"
    r"\b(?:cent(?:re|er|ro)|hotel|university|universite|universidad|universitat|palais|palacio|"
    r"palace|pavilion|pavillon|pabellon|headquarters|hq|"
    r"(?<!capacity )(?<!team )building(?! (?:\w+ )?(?:capacit|bridges|peace|trust|resilien|skills|"
    r"back))|batiment|edificio|hall|theatre|"
    r"theater|teatro|library|bibliotheque|biblioteca|museum|musee|museo|campus|institut\w*|"
    r"maison|casa|house|embassy|ambassade|embajada|mission|parliament|parlement|parlamento|"
    r"ministry|ministere|ministerio|school|ecole|escuela|college|faculty|facultad|faculte|"
    r"convention|congress|congres|congresos|exhibition|expo|stadium|resort|club|church|"
    r"auditorium|auditorio|zone|tent|arena|academy|chateau|castle|villa|secretariat|"
    r"siege|sede|suites|palazzo|rathaus|asamblea|assemblee|senat|senado|novotel|hilton|sheraton|"
    r"marriott|hyatt|radisson|sofitel|meridien|estate|mercato|mercado|marche|observator\w+|"
    r"observatoire|salle|sala|salon|room|rooms|plaza|campus|tower|haus|zentrum|forum|chamber)\b"
    r"|(?:haus|museum|theater|halle|saal|zentrum|schloss)\b|\bparaninfo\b"
)
ONLINE = re.compile(
    r"\b(?:virtual\w*|virtuel\w*|on-?\s?line|en ligne|en linea|zoom|webex|teams|hybrid\w*|"
    r"hibrid\w*|"
    r"webinar|visioconference|videoconferenc\w*|telecon\w*|teleconference|google meet|remote|"
    r"live ?stream\w*|youtube|a distance|gotomeeting|jitsi|skype|distanciel|presencial)\b"
)
WALLS = re.compile(
    r"\b(?:convention cent\w+|exhibition cent\w+|conference cent\w+|hotel|palais|palacio|palace|"
    r"pavilion|pavillon|"
    r"pabellon|headquarters|(?<!capacity )(?<!team )building(?! (?:\w+ )?(?:capacit|bridges|peace|"
    r"trust|resilien|skills|back))|batiment|edificio|hall|salle|sala|salon|room|auditorium|"
    r"auditorio|amphitheatre|theatre|theater|teatro|library|bibliotheque|biblioteca|museum|musee|"
    r"museo|campus|stadium|resort|haus|zentrum|centre de conferences|centro de convenciones|"
    r"chamber|chateau|castle|villa|suites|lycee|maison|aula|saal|paraninfo|rectorado|rectorat|"
    r"casa de|"
    r"centro (?:cultural|de|universitari\w)|cultural cent\w+|community cent\w+|club|resort|"
    r"lodge|inn|estate|manor|rathaus|town hall|city hall|novotel|hilton|sheraton|marriott|hyatt|"
    r"radisson|sofitel|meridien|intercontinental|serena|westin|movenpick|pullman|mercure|kempinski|"
    r"holiday inn|crowne plaza|palazzo|pavillion|ballroom|palmeraie|kongresshalle|messe)\b"
    r"|(?:haus|museum|theater|halle|saal|zentrum|schloss)\b"
)
ANY_ROOM = re.compile(
    r"(?:(?:in|im|en|dans|na|no|nel|nella|the|el|la|le|il|der|l['’]|main|grand|gran|grande|"
    r"grosser?|großer?)\s?)*(?:auditorium|auditorio|aula|plenary|hall|saal|salon|sala|salle|foyer|"
    r"lobby|patio|garden|jardin|plenaria|pleniere|room|plenary hall|salon principal)"
)
"""A room without a name, which every house has."""
WITH_LIST = re.compile(r"\s*\(([^()]*,[^()]*)\)")
AT = re.compile(
    r"(?:(?i:hosted|held|organised|organized)\s+)?(?:(?i:@|presso|at the|c/o|chez|im|in der|dans|"
    r"en el|en la|no|na|nel|nella|à la|a la|au|"
    r"beim|in the|at)\s+|(?i:à l|all|nell|dell|presso l)['’]\s?)(?=[A-ZÀ-Ý])"
)
NO_NAME = re.compile(
    r"\b(?:day|jour|dia|tag|giorno|draft|version|final|updated|date|part|page|tbc|morning|"
    r"afternoon|"
    r"evening|matin|manana|tarde|annual|th|st|nd|rd|telecon|call|week|from|to|start|end|"
    r"fecha|datum|data|year|edition|hours?|time|uhr|rev|ver|no|nr)\b"
)
VERB = re.compile(
    r"\b(?:will|held|takes? place|taking place|aura lieu|tendra|se tien\w+|findet|sera|celebrara|"
    r"realizara|invit\w+)\b"
)
CAMPUS = re.compile(
    r"\b(?:universi\w+|facul\w+|college|lycee|lyceum|ecole|escuela|school|instituto?|academy|"
    r"museo?|library|"
    r"biblioteca|bibliotheque|congreso|asamblea|assemblee|senate?|senado|mercato|mercado|"
    r"parlamento|parliament|ayuntamiento|mairie|town hall)\b"
)
BODY = re.compile(
    r"(?:the )?(?:ministr|minister|universi|government|gouvern|gobiern|institut|organi[sz]ation|"
    r"association|asociacion|fundacion|fondation|foundation|republi|embass|ambassad|embajad|"
    r"permanent mission|commission|department|departement|departamento)"
)
EVENT = re.compile(
    r"\b(?:conference|meeting|workshop|forum|summit|seminar|seminario|seminaire|coloquio|colloque|"
    r"congreso|jornadas?|journees?|tagung|fachtagung|konferenz|treffen|sitzung|veranstaltung|"
    r"convegno|incontro|giornat[ae]|inaugurazione|encontro|oficina|colloqui\w+|side event|"
    r"roundtable|webinar|symposium|dialogue|round-?\s?table|tables? rondes?|mesas? redondas?|"
    r"reunion|atelier|taller|"
    r"agenda|programme|program|programa|session|launch)\b(?! (?:room|hall|cent\w+|building))"
)
POSTAL = re.compile(r"\b(?:[A-Z]{1,2}-)?\d{4,5}\s+[A-ZÀ-Ý][A-ZÀ-Ýa-zà-ÿ]{2}")
STREET = re.compile(
    r"\b(?:street|st\.|avenue|ave\.?|road|rd\.?|boulevard|blvd|rue|calle|av\.|avenida|carrera|"
    r"strasse|am markt|marktplatz|place|plaza|platz|square|lane|drive|quai|chemin|route|allee|"
    r"paseo|via|rua|"
    r"postal|p\.?o\.? box|c\.p\.)|strasse\b|straat\b"
)
DETAILS = re.compile(
    r"(?:[.;,]\s+|\s+\()(?:instructions?|link|details|dial|register|registration|please|the link|"
    r"enlace|lien|access)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
BRACKETED = re.compile(r"\([^()]+\)")
MIDST = re.compile(
    r"\b(?:Venue|VENUE|Lieu|LIEU|Lugar|LUGAR|Sede|SEDE|Location|Place|Ort|Luogo|Local)\s*:\s*"
    r"(?P<place>[^:;|\n\t]{4,160}?)(?=\s+\d{1,2}\s?[.:h]\s?\d\d|[;|\n\t]|\.\s|\s+[A-Z][\w ]{2,"
    r"20}:|\.?$)"
)
DAY = re.compile(
    r"(?:day|jour(?:nee)?|dia|tag|giorno|giornata) (?:\d|one|two|three|un|uno|um|eins|[iv]+)"
    r"\s?[-–—:|]\s?(?P<place>\S.{3,40})$"
)
"""A day and what stands behind it, folded: "Day one - Blue Lake"."""
MODE = re.compile(r"^\W*(?:modali\w+|mode|platform|plat[ae]form\w*|format)\b")
