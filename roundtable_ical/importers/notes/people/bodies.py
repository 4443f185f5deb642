"""Nouns of institutions, by which a body is known for one: "University", "Ministère", "GmbH"."""

from functools import cache

from roundtable_ical.importers.notes.head.placenames import COUNTRIES
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.zones.places import country_names
from roundtable_ical.zones.places import folded as placed

_ENGLISH = """
university universities college school schools faculty department departments dept institute
institutes institution academy academies centre center centres centers laboratory laboratories lab
labs ministry ministries secretariat commission committee council councils agency agencies
authority authorities office offices bureau directorate division unit section branch bank banks
fund funds foundation foundations trust association associations federation confederation union
unions alliance network networks coalition consortium organization organisation organizations
organisations group groups company companies corporation corp inc ltd limited llc llp gmbh plc bhd
sdn pte partnership programme programmes program project initiative platform forum society club
chamber embassy mission delegation government governments govt parliament assembly senate court
tribunal republic kingdom state states county municipality province nations museum library
libraries archives archive hospital clinic press radio television magazine service
services systems solutions technologies consulting ventures holdings industries observatory
secretariat taskforce institut uni univ
campus hq headquarters ngo ngos think-tank startup cooperative cooperation
enterprises enterprise airlines airport pharma software studio studios theatre orchestra church
high-commission facility mechanism
"""
_FRENCH = """
université universités école faculté département institut académie centre laboratoire ministère
secrétariat commission comité conseil agence autorité bureau direction division unité section
banque fonds fondation association fédération confédération alliance réseau coalition
organisation groupe société compagnie entreprise partenariat programme projet initiative
plateforme chambre ambassade mission délégation gouvernement parlement assemblée sénat cour
tribunal république royaume état commune mairie province nations musée bibliothèque archives
hôpital présidence primature observatoire syndicat caisse cabinet collège lycée chaire
"""
_SPANISH_PORTUGUESE = """
universidad universitat universidade escuela facultad departamento instituto academia centro
laboratorio ministerio secretaría comisión comité consejo agencia autoridad oficina dirección
división unidad banco fondo fundación asociación federación confederación unión alianza red
coalición organización grupo sociedad compañía empresa corporación programa proyecto iniciativa
plataforma foro cámara embajada misión delegación gobierno parlamento asamblea senado corte
tribunal república reino estado ayuntamiento municipalidad provincia naciones museo biblioteca
archivo hospital cabildo mancomunidad
consorcio consejería presidencia observatorio sindicato cortes diputación concejo cátedra
intendencia
gobernación
escola faculdade laboratório ministério secretaria comissão conselho agência fundação associação
governo prefeitura câmara embaixada organização sociedade empresa
"""
_OTHERS = """
universität hochschule fakultät ministerium bundesministerium amt bundesamt landesamt zentrum
stiftung verband verein gesellschaft akademie verlag bundestag landtag regierung botschaft
università istituto dipartimento ministero agenzia fondazione comune regione accademia comitato
sezione settore consiglio comunità camera politecnico scuola
universiteit hogeschool ministerie stichting gemeente universitet universitas kementerian jabatan
badan lembaga dinas pusat yayasan perhutanan pejabat universiti institusi archief bibliothek
staatsbibliothek staatsarchiv bundesarchiv högskola
uniwersytet politechnika instytut ministerstwo urząd fundacja stowarzyszenie
üniversitesi bakanlığı derneği enstitüsü
университет институт министерство академия центр комитет агентство фонд союз организация
"""
WRITTEN = " ".join((_ENGLISH, _FRENCH, _SPANISH_PORTUGUESE, _OTHERS))
NOUNS = frozenset(folded(WRITTEN).split())
"""Folded; a word of them makes the phrase it stands in a body."""

_ENDINGS = tuple(
    folded(
        "galerie verwaltung behörde kammer hochschule agentur werke zentrum akademie museum "
        "gemeinde verein bündnis landesamt bundesamt senatskanzlei konzern "
        "versicherung genossenschaft "
        "universität institut ministerium stiftung verband gesellschaft bibliothek archiv bank"
    ).split()
)
_SIGNS = (
    "大学",
    "研究所",
    "学院",
    "公司",
    "银行",
    "部",
    "省",
    "协会",
    "센터",
    "대학교",
    "جامعة",
    "وزارة",
)


@cache
def _countries() -> frozenset[str]:
    """Return the names of countries as they are compared, in the languages we know."""
    other = (name for names in COUNTRIES.values() for name in names.split(";"))
    return country_names() | {placed(name) for name in other}


def is_country(text: str) -> bool:
    """Return whether *text* is the name of a country, with or without its article."""
    words = placed(text).split()
    if words and words[0] in {"the", "la", "le", "les", "el", "los", "l"}:
        words = words[1:]
    return " ".join(words) in _countries()


def is_noun(word: str) -> bool:
    """Return whether *word* (folded, without signs around it) is the noun of an institution."""
    if word in NOUNS or any(sign in word for sign in _SIGNS):
        return True
    return len(word) > 8 and word.removesuffix("s").endswith(_ENDINGS)
