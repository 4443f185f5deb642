"""What words about people are: a name, a function, a body, a mark, or other words."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from roundtable_ical.importers.notes.people import bodies, functions, names
from roundtable_ical.importers.notes.people.acts import is_act
from roundtable_ical.importers.notes.people.common_words import PREPOSITIONS, WORDS
from roundtable_ical.programme.people import Role


class Kind(Enum):
    """What words are."""

    NAME = auto()
    FUNCTION = auto()
    BODY = auto()
    OTHER = auto()
    """Capitalised words that could be a body, or the title of a talk."""
    TEXT = auto()
    QUOTE = auto()
    ROLE = auto()
    TBC = auto()
    MODE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """Words of one kind; *sign* stands before them, *sure* names have an honorific."""

    kind: Kind
    text: str
    start: int
    end: int
    sign: str = ""
    honorific: str | None = None
    bracketed: bool = False
    role: Role | None = None
    remote: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is a name beyond doubt."""
        return self.kind is Kind.NAME and bool(self.honorific)


_VERBS = re.compile(
    r"\b(?:will|is|are|was|were|has|have|had|should|can|aims?|may|must|would|could|est|sont|sera|"
    r"seront|ont|será|serán|está|están|wird|werden|ist|sind|include[sd]?|discuss(?:es)?)\b"
)
_CODE = re.compile(r"[A-Z]{1,4}0\d{1,2}|[A-Z]{2,4}-?\d{2,3}|[TWMFSP]\d{2}[ab]?")
"""Of a session, as "TH12"; no body."""
SPEAKS = re.compile(
    r"\b(?:will (?:speak|present|moderate|chair|open|close|deliver|give|talk|discuss|facilitate)|"
    r"présentera|animera|modérera|prononcera|presentará|moderará|hablará|expondrá)\b"
)
"""What somebody does who is no subject of the talk only."""
_SENTENCE = re.compile(
    r"[a-zß-ÿ]{3}(?<!Univ)(?<!Prof)(?<!Dept)(?<!Inst)(?<!Asst)(?<!Assoc)(?<!Retd)[.!?]\s+[A-ZÀ-Þ]"
)


def keys_of(text: str) -> list[str]:
    """Return the words of *text* as the lists have them."""
    keys = (names.key(word) for word in text.replace("’", "'").replace("/", " ").split())
    return [re.sub(r"^[ld]'", "", each) for each in keys if each]


def kind_of(text: str) -> Kind:
    """Return what *text* without a name in it is: FUNCTION, BODY, OTHER or TEXT."""
    keys = keys_of(text)
    words = text.split()
    if not keys:
        return Kind.OTHER
    if _SENTENCE.search(text) or (_VERBS.search(text) and len(words) > 4) or len(words) > 45:
        return Kind.TEXT
    first = 0
    while (
        first < len(keys) - 1
        and keys[first] in functions.BEFORE
        and not functions.is_noun(keys[first])
    ):
        first += 1
    if is_act(keys):
        return Kind.TEXT
    stop = next(
        (
            at
            for at, each in enumerate(keys)
            if at > first and each in PREPOSITIONS and each not in ("and", "et", "y", "e", "&")
        ),
        len(keys),
    )
    head = keys[:stop]
    posts = [
        at
        for at, each in enumerate(head)
        if functions.is_noun(each) or each.split("-")[0] in functions.NOUNS
    ]
    places = [at for at, each in enumerate(head) if bodies.is_noun(each)]
    early = bool(posts) and (
        posts[0] <= first or (posts[0] <= first + 2 and (not places or posts[0] < places[0]))
    )
    if posts and (early or posts[-1] == len(head) - 1 or not places):
        return Kind.FUNCTION if posts[0] <= first + 4 or posts[-1] == len(head) - 1 else Kind.TEXT
    if places or bodies.is_country(text):
        return (
            Kind.BODY
            if words[0][:1].isupper()
            or words[0][:1].isdigit()
            or (len(words) < 8 and keys[0] in WORDS)
            else Kind.TEXT
        )
    if (
        any(
            (names.is_acronym(w) and not _CODE.fullmatch(w)) or names.is_brand(w)
            for w in words[:stop]
        )
        and words[0][:1].isupper()
    ):
        return Kind.BODY
    if words[0][:1].islower() and keys[0] not in functions.BEFORE:
        return Kind.TEXT
    if any(bodies.is_noun(each) for each in keys):
        return Kind.BODY
    small = sum(word[:1].islower() for word in words if names.key(word) not in PREPOSITIONS)
    if small > max(1, len(words) // 3) or text.endswith("?"):
        return Kind.TEXT
    return Kind.OTHER


def is_post(text: str) -> bool:
    """Return whether *text* begins like a function."""
    first = names.key(text.split()[0]) if text.split() else ""
    return functions.is_noun(first) or first in functions.BEFORE
