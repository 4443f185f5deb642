"""People as tables and calendars list them: several in a cell, each with or without a place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from roundtable_ical.importers.draft import Draft, Ids
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.texts import LINE_LIMIT, public
from roundtable_ical.zones.places import folded

_HONORIFICS = (
    "mr mrs ms miss mx dr dra prof profa herr frau hon sir dame lord lady mme mlle sr sra srta "
    "h.e s.e e.e s.e.m h.c mult rev fr ing ir dipl-ing dipl.-ing drs univ-prof pd em hrn don dona "
    "amb ambassador professor professeur doctor"
).split()
_LEAD = re.compile(
    rf"\A((?:(?:{'|'.join(sorted(map(re.escape, _HONORIFICS), key=len, reverse=True))})"
    r"(?:\.\s*|\s+)|(?-i:HE)\s+|[md]\.?\s+(?=\S+\s+\S))+)(?=\S)",
    re.IGNORECASE,
)
_TBC = re.compile(
    r"\s*[\[(]?\s*\b(?:tbc|tbd|tba|to be (?:confirmed|determined|announced)|[aà] confirm(?:er|ar)|"
    r"por confirmar|da confermare|n\.\s?n\.|wird noch bekannt ?gegeben)\b\.?\s*[\])]?",
    re.IGNORECASE,
)
_ROLES = {
    Role.MODERATOR: "moderator moderation moderatrice moderateur moderador moderadora moderatore "
    "moderiert facilitator moderatorin mod moderated",
    Role.CHAIR: "chair chairs chairperson chairman chairwoman vorsitz sitzungsleitung co-chair "
    "session-chair chaired leitung presidencia presidence",
    Role.PANELLIST: "panelist panellist panelists panellists panelista panelistas "
    "panelistes paneliste podiumsgast",
    Role.DISCUSSANT: "discussant discussants diskutant commentateur respondent comentarista",
    Role.HOST: "host hosts gastgeber hote anfitrion",
    Role.SPEAKER: "speaker speakers presenter presenters presented by von mit avec con with "
    "intervenant intervenants intervenante intervenantes orateur orateurs oratrice oratrices "
    "ponente ponentes orador oradora oradores expositor expositores disertante palestrante "
    "palestrantes referent referentin referenten referentinnen vortragende vortragender sprecher "
    "sprecherin redner rednerin relatore relatori relatrice spreker sprekers par por "
    "prelegent prelegenci talare foredragsholder puhuja konusmaci konusmacilar author authors",
}
ROLES = {word: role for role, words in _ROLES.items() for word in words.split()}
"""What a person does, by the folded word for it."""

_PARTS = re.compile(r"\s*(?:[;|\n•·]|\s/\s)\s*")
_COMMAS = re.compile(r"\s*[,，、]\s*")
_AND = re.compile(r"\s+(?:and|&|und|et|y|e|en|och|og|i|и|ja|ve)\s+(?=\S+\s+\S)|\s*&\s*(?=\S+\s+\S)")
_DASH = re.compile(r"\s+[-–—]\s+|\s*[—]\s*")
_BRACKETS = re.compile(r"(.*?\S)\s*[(\[]([^()\[\]]+)[)\]]?\s*(.*)", re.DOTALL)
_ROLE_LEAD = re.compile(r"([^\W\d][^\W\d]*(?:[- ][^\W\d]+)?)\s*(?:\(s\))?\s*[:：]\s*(?=\S)")
_SHORTENED = re.compile(r"\.\s?\w{1,2}\.$")
_BESIDES = re.compile(
    r"[,;]?\s*\b(?:et al|u\.\s?a|among others)\.?$|\s*[(\[][a-z]{2,5}(?:/[a-z]{2,5})+[)\]]"
)
"""What says that there are others, and how somebody wants to be spoken of."""
_LEADING = frozenset("by von mit avec con with par por".split())
"""Words for speakers that only stand before their names."""
_TURNED = re.compile(r"([^\W\d_][\w'’-]+), ([^\W\d_][\w'’-]*\.?(?: [^\W\d_]\.?)?)")
"""A family name, and the first one behind it, perhaps with an initial."""
_SMALL = frozenset(
    "de da do dos das di del della der den van von zu zur la le el y e al bin ibn ter ten af av "
    "st san dos du des d' of the and bint ben abu ould mac op 't".split()
)
_NO_NAME = re.compile(
    r"\d|@|https?:|^(?:tu|eth|fh|th|uni|un|eu|us|uk)\b|\b(?:universit|institut|ministr|ministè|company|gmbh|inc\b|ltd|llc|foundation|"
    r"committee|department|director|manager|officer|university|college|bank|council|centre|center|"
    r"president|chief|head of|professor of|association|organi[sz]ation|agency|team|group\b|lab\b|"
    r"labs\b|stiftung|fundaci|fondation|société|school|hochschule|engineer|founder|ceo\b|cto\b|"
    r"secretar|representative|various|all speakers|global|national|geschäfts|leiter|direktor|"
    r"direct[ei]|minister|mayor|bürgermeister|vorstand|vertreter|gründ|sprecher|chef\b|redakt|"
    r"landeshauptstadt|verein|rundfunk|networks?\b|software|systems?\b|solutions|services|limited|"
    r"coordinat|coordinad|responsable|embass|mission|governor|deputy|senior|adviser|advisor|analyst|"
    r"research|scientist|consult|partner\b|lead\b|editor|journalist|nations|programme|fund\b|"
    r"gobierno|government|commission|partei|party|parliament|federation|union\b|alliance)",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[^\S\n]+")
_LONGEST = 20_000
_LONGEST_NAME = 80
_LONGEST_NAMED = 400
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person as named in one place; *affiliation* is all that stands behind the name."""

    name: str
    honorific: str | None = None
    function: str | None = None
    affiliation: str | None = None
    role: Role = Role.SPEAKER
    tbc: bool = False


def several(words: str, *, one_each: bool = False) -> tuple[Somebody, ...]:
    """Return everybody named in a cell or line.

    Semicolons, line ends, bars and bullets part people; commas and "and" only where what stands
    between them are names, as otherwise they lead to a function or an affiliation.

    Args:
        words: as written.
        one_each: whether a comma never parts people.

    >>> [each.name for each in several("Ana Gil, Bo Ek and Li Wei")]
    ['Ana Gil', 'Bo Ek', 'Li Wei']
    >>> several("Ana Gil, University of Lund")[0].affiliation
    'University of Lund'
    """
    words = _BLANKS.sub(" ", words[:_LONGEST].replace("（", "(").replace("）", ")"))
    text = re.sub(r"<[^<>]*>|\([^()]*…\]\)|\[…\]", " ", public(words)).strip(" \n\t,;")
    text = text if _SHORTENED.search(text) else text.rstrip(".")
    text = _BESIDES.sub("", text)
    text = re.sub(r"(?<=[^\W\d]|\))\*+(?=\s*(?:[;,|\n]|$))", "", text)
    parts = [part for part in _PARTS.split(text) if part.strip(" ,-–")]
    parts = list(_straight(parts))
    if len(parts) == 1:
        parts = list(_both(parts[0]) if one_each else _parted(parts[0]))
    role = None
    found = []
    for part in parts[:_MOST]:
        lead = _ROLE_LEAD.match(part)
        told = ROLES.get(folded(lead[1]).partition(" ")[0]) if lead else None
        if lead and told:
            role, part = told, part[lead.end() :]
        pieces = list(_parted(part)) if lead and told else [part]
        named = (each for each in map(_somebody, pieces) if each)
        found += [replace(each, role=role or each.role) for each in named]
        role = None if role in {Role.MODERATOR, Role.CHAIR} else role  # of one person only
    return tuple(dict.fromkeys(found))


def _straight(parts: list[str]) -> Iterator[str]:
    """Yield names in the order that people say them, where all are written "Gil, Ana"."""
    turned = [_TURNED.fullmatch(part.strip()) for part in parts]
    if len(parts) > 1 and all(turned) and not any(map(_NO_NAME.search, parts)):
        yield from (f"{match[2]} {match[1]}" for match in turned if match)
        return
    yield from parts


def _parted(text: str) -> Iterator[str]:
    """Yield what commas and "and" part, where all of it are names."""
    flat = _outside_brackets(text)
    pieces = [piece for part in flat for piece in _AND.split(part) if piece.strip()]
    placed = all(piece.endswith(")") and piece[:1].isupper() for piece in flat)
    if len(pieces) > 1 and all(like_a_name(_bare(piece)) for piece in pieces):
        yield from pieces
        return
    if len(flat) > 1 and placed:
        yield from flat
        return
    yield from _both(text)


def _both(text: str) -> Iterator[str]:
    """Yield what "and" parts, where each of it begins with a name."""
    both = [part for part in _AND.split(text) if part.strip()]
    first = [_COMMAS.split(_bare(part))[0] for part in both]
    yield from both if len(both) > 1 and all(map(like_a_name, first)) else (text,)


def _bare(words: str) -> str:
    """Return *words* without what stands in brackets behind them."""
    return _BRACKETS.sub(r"\1", words) if len(words) <= _LONGEST_NAMED else words


def _outside_brackets(text: str) -> list[str]:
    """Return what commas part that stand in no brackets."""
    found, depth = [""], 0
    for piece in re.split(r"([()\[\],，、])", text):
        depth += piece in {"(", "["}
        depth -= piece in {")", "]"} and depth > 0
        if depth == 0 and piece in {",", "，", "、"}:
            found.append("")
        else:
            found[-1] += piece
    return [piece.strip() for piece in found if piece.strip()]


def like_a_name(words: str) -> bool:
    """Whether *words* are what people are called: two to five words that begin with capitals."""
    led = bool(_LEAD.match(words.strip()))
    plain = _TBC.sub("", _LEAD.sub("", words.strip(), count=1)).strip()
    parts = plain.replace("-", " ").split()
    if not plain or _NO_NAME.search(plain) or len(plain) > _LONGEST_NAME:
        return False
    if not any(letter.isupper() or letter.islower() for letter in plain):
        return 1 < len(plain) <= 20  # scripts without capitals
    capitals = [part for part in parts if part[:1].isupper()]
    rest = [part for part in parts if part not in capitals and folded(part) not in _SMALL]
    fewest = 1 if led else 2
    return fewest <= len(parts) <= 6 and len(capitals) >= fewest and not rest


def _somebody(words: str) -> Somebody | None:
    tbc = bool(_TBC.search(words))
    text = " ".join(_TBC.sub(" ", words).split()).strip(" ,;-–—")[:LINE_LIMIT]
    if not re.search(r"\w", text):
        return None
    role = Role.SPEAKER
    behind = None
    if (match := _BRACKETS.fullmatch(text)) and match[1]:
        said = folded(match[2])
        inside = None if said in _LEADING else ROLES.get(said)
        if inside:
            role, text = inside, f"{match[1]} {match[3]}".strip()
        elif not match[3] or match[3][0] in ",-–—":
            text = match[1]
            behind = ", ".join(filter(None, (match[2], match[3].strip(" ,-–—"))))
    name, rest = text, ""
    cuts = [cut for cut in (_DASH.search(text), _COMMAS.search(text)) if cut]
    if cuts:
        cut = min(cuts, key=lambda found: found.start())
        name, rest = text[: cut.start()], text[cut.end() :]
    place = ", ".join(filter(None, (rest.strip(), behind))) or None
    lead = _LEAD.match(name)
    honorific = lead[1].strip() if lead and _LEAD.sub("", name, count=1).strip() else None
    name = name[lead.end() :] if lead and honorific else name
    return Somebody(name=name.strip(), honorific=honorific, affiliation=place, role=role, tbc=tbc)


class Cast:
    """Everybody in an event, each once: the same name is the same person."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._ids = Ids()
        self._known: dict[tuple[str, ...], dict[str, object]] = {}

    def appearances(self, people: Sequence[Somebody], line: int) -> list[dict[str, object]]:
        """Return *people* as the speakers of a segment, read in *line*; new ones are added."""
        found: dict[tuple[object, object], dict[str, object]] = {}
        for each in people:
            id_ = self._id(each, line)
            said: dict[str, object] = {"speaker": id_}
            if each.role is not Role.SPEAKER:
                said["role"] = each.role.value
            if each.tbc:
                said["tbc"] = True
            found.setdefault((id_, each.role), said)
        return list(found.values())

    def _id(self, each: Somebody, line: int) -> object:
        key = tuple(sorted(folded(each.name).split())) or (each.name,)
        told = {"honorific": each.honorific, "function": each.function}
        told["affiliation"] = each.affiliation
        if key not in self._known:
            listed = self._draft.values.setdefault("speakers", [])
            self._draft.lines["speakers", len(listed)] = line
            self._known[key] = {"id": self._ids.new(each.name), "name": each.name}
            listed.append(self._known[key])
        known = self._known[key]
        for field, words in told.items():
            if words and field not in known:
                known[field] = words
        return known["id"]
