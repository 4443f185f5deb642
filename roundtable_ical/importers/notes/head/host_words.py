"""Words by which a body is known, and words that invite."""

import re

INVITES = re.compile(
    r"\b(?P<co>co-?)?(?:(?:jointly |being |is |are |was |a side event )*"
    r"(?:hosted|organi[sz]ed|convened|sponsored and hosted|presented)(?: jointly)? by"
    r"|organise(?:e|s|es)? (?:conjointement )?par|convoque(?:e)? par"
    r"|organizad[oa]s? (?:conjuntamente )?por|convocad[oa]s? por|(?:realizad|promovid)[oa]s? "
    r"p(?:or|el[oa])"
    r"|(?:veranstaltet|organisiert|ausgerichtet) (?:von|vom)|(?:organizzat|promoss|indett)[oaie] "
    r"da(?:l|lla|lle|gli|i)?|a cura d(?:i|el|ella|ell)|organizad[oa]s? pel[oa]s?|"
    r"(?:une |una |an |a |eine |un')?(?:iniciativa|initiative|iniziativa) (?:conjunta |conjointe )?"
    r"(?:of|de|der|des|di|do|da|del))\b\s*:?\s*"
)
STOP = re.compile(
    r"\s*(?:(?<!\b\w)\.\s+(?=[A-ZÀ-Ý])|"
    r",?\s+(?:in (?:partnership|collaboration|cooperation|association) with|"
    r"with (?:the )?(?:support|participation|assistance)|under the auspices|supported by|"
    r"sponsored by|"
    r"en (?:partenariat|collaboration|coopération) avec|avec (?:le|l['’]) ?(?:soutien|appui)|"
    r"en (?:colaboración|alianza|cooperación) con|con el (?:apoyo|auspicio|patrocinio)|"
    r"com (?:o )?(?:apoio|patroc[ií]nio)|em (?:parceria|colabora[cç][aã]o|coopera[cç][aã]o) com|"
    r"mit (?:freundlicher )?(?:Unterst[uü]tzung|F[oö]rderung)|in (?:Zusammenarbeit|Kooperation|"
    r"Partnerschaft) mit|in collaborazione con|con il (?:patrocinio|sostegno|supporto|contributo)|"
    r"on the (?:margins|occasion|sidelines)|as part of|will |which |that |para |pour |"
    r"takes place|to (?:discuss|be held|explore)|held|en el marco|dans le cadre|during|"
    r"on \d|from \d|at the (?:\d|united))).*$",
    re.IGNORECASE | re.DOTALL,
)
AND = re.compile(
    r"\s+(?:and|et|y|e|&|und|sowie|as well as|together with|along with|ainsi que|junto con)\s+"
    r"(?:the |le |la |les |l['’]|el |los |las |der |die |das |dem |den |vom |von |il |lo |o |os )?"
)
BODY = (
    r"(?:governments?|gouvernements?|gobiernos?|ministr\w+|minister\w+|permanent missions?|"
    r"missions? permanentes?|mision(?:es)? permanentes?|embass\w+|ambassad\w+|embajad\w+|republic|"
    r"kingdom|universit\w+|universidad\w*|instituts?|institutes?|instituto|institution|foundation|"
    r"fondation|fundacion|agency|agence|agencia|commission|comision|council|conseil|consejo|"
    r"international|united nations|nations unies|naciones unidas|european union|african union|"
    r"union|world|association|asociacion|federation|center|centre|centro|office|bureau|oficina|"
    r"department|departement|departamento|secretariat|secretaria|network|reseau|red|alliance|"
    r"global|national|bank|banque|banco|fund|fonds|fondo|organi[sz]ation|organisation|"
    r"organizacion|forum|foro|coalition|group|groupe|grupo|committee|comite|programme|program|"
    r"society|societe|sociedad|chamber|chambre|camara|initiative|partnership|school|faculty|"
    r"facultad|faculte|academ\w+|un |undp|ilo|oit|oecd|ocde|unesco|unicef|iom|oim|who|oms|fao|"
    r"youth|centre for|big|state|ville|city|municipal\w*|college|trust|museum|museo|company|"
    r"\w*(?:anstalt|bund|verband|verein|ministerium|stiftung|kammer|gesellschaft|akademie|"
    r"hochschule|zentrum|behorde|agentur))"
)
BEGINS = re.compile(rf"(?:[A-Z]{{2,}}[\w&/-]*\b|{BODY}\b)")
ARTICLE = re.compile(
    r"^(?:(?:the|le|la|les|el|los|las|der|die|das|dem|den|il|lo|the)\s+|l['’])(?=\S)", re.IGNORECASE
)
ADJECTIVE = re.compile(
    r"(?:international|internacional|internationale?|global|national|nacional|world|youth|state|"
    r"big|"
    r"social|regional|public|centre for)\b"
)
NOUN = re.compile(
    r"\b(?:networks?|alliance|alianza|foundation|fondation|fundacion|institut\w*|universit\w+|"
    r"universidad|association|asociacion|federation|federacion|center|centre|centro|coalition|"
    r"council|consejo|conseil|commission|comision|agency|agence|agencia|government|gobierno|"
    r"mission|"
    r"ministr\w+|bank|banco|banque|fund|fondo|fonds|organi[sz]ation|union|society|sociedad|"
    r"forum|foro|"
    r"group|grupo|initiative|partnership|secretariat|committee|office|trust|red|embassy|"
    r"verein|vereins|company|aid|chamber|camara|academy|college|school|press|league|liga)\b"
)
OF = re.compile(r"\b(?:of|for|on|de|des|du|del|pour|para|für|per)\b", re.IGNORECASE)
INITIALS = re.compile(r"\s[a-zA-Z]\.\s?[a-zA-Z]$")
"""What a name ends on whose full stop belongs to it: "Bauernbund e. V."."""
OPEN_END = re.compile(r"(?:[,;&]|\b(?:and|et|y|und|of|the|de|des|du|del|la|for))$", re.IGNORECASE)
SEVERAL = re.compile(
    r"(?:the )?(?P<lead>Permanent )?(?P<bodies>Missions|Governments|Embassies|Ministries) of "
    r"(?:the )?(?P<names>[^;]+)$",
    re.IGNORECASE,
)
NAMES_APART = re.compile(r",\s*(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?")
