"""What a person's name looks like, in any script."""

import re

from roundtable_ical.importers.notes.people import bodies, functions
from roundtable_ical.importers.notes.people.common_words import WORDS, WRITTEN
from roundtable_ical.importers.notes.people.everyday_words import HARD, SOFT
from roundtable_ical.importers.notes.people.given_names import NAMES
from roundtable_ical.importers.notes.times.letters import folded

PARTICLES = frozenset(
    """de del della dello dei degli di da das do dos du d' des la le las los les el al el- al- ar as
    van von der den het ten ter te t' 't zu zum zur auf af av av. bin bint binti binte b. bt. ibn
    ben bar ould uld y e i und o' st. san mac ap ab bt bte a/l a/p s/o d/o na wa ka
    de-la""".split()
)
AFTER = frozenset(
    "jr sr ii iii iv phd ph.d dphil md mba msc bsc obe mbe cbe kc qc mp frs esq eng".split()
)

_CAPITAL = "[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯІЇЄ]"
_INITIAL = re.compile(rf"{_CAPITAL}{_CAPITAL}?|(?:{_CAPITAL}[a-z]?\.-?){{1,4}}{_CAPITAL}?")
_TRAILING = re.compile(r"\s+et\s+al\.?\s*$", re.IGNORECASE)
_APOSTROPHES = "'’‘ʼ`´"
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_CASE = re.compile(r"[\u0590-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff]")
_INNER_CAPITAL = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]|^[A-ZÀ-Þ]{3,}[a-zß-ÿ]{3}")
_PREFIXED = re.compile(
    r"(?:Mc|Mac|De|Di|Da|Du|La|Le|Lo|Del|Della|Van|Von|Fitz|St|Al|El|[OD]['’])[A-Z][a-zß-ÿ]+$"
)
_NOBODY = re.compile(r"N\.?\s?N\.?|X{2,3}|Name", re.IGNORECASE)
_ARTICLES = frozenset("la le los las les y e i und a o o' l'".split())
_FIRST = frozenset("van von ter ten den bin al- el- ibn ben d' d’ vander zu mac".split())
"""Particles that a surname may begin with, printed small."""
_ELIDED = re.compile(r"^(?:dell|nell|all|sull|dall|[ldqn])['’](?=\w{3})")
_TWO_SMALL = re.compile(r"\s(?:e|y|et)\s(?:do|da|de|del|el|la|los|las|le|les)\s")
_ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ness|ship|ology|ical|ational|istic|idade|dade|cao|cion|sion|encia|ancia|miento|"
    r"dad|ismo|isme|ismus|ism|heit|keit|ung|ite|ity|aggio|zione|ita)s?$"
)
_DEVOUT = frozenset(
    """concepcion encarnacion asuncion conceicao assuncao anunciacion purificacion consolacion
    natividad trinidad visitacion ascension constancia""".split()
)
"""Given names that are also such words."""
_UNSPOKEN = re.compile(r"^[^aeiouy]+$|[^aeiouy]{3}$|^[^aeiouyhrl]{3}")
_HEADING = frozenset("Das Der Die The Los Las Les Gli Il".split())
"""Articles that begin a title, and no name of three words."""
_STREET = re.compile(r"\w{3}(?:straat|strasse|stra[sß]e|gasse|platz|plein|allee|laan)$")
LONGEST = 7


def tokens(text: str) -> list[str]:
    """Return the words of *text* as they are printed; initials that touch the next are parted."""
    return re.sub(r"(?<=[A-Z]\.)(?=[A-ZÀ-Þ][a-zß-ÿ])", " ", text).split()


def key(word: str) -> str:
    """Return *word* as the lists have it: folded, without signs around it."""
    bare = word.strip(".,;:!?\"'“”«»()[]*_")
    return folded(_ELIDED.sub("", bare))


def is_acronym(word: str) -> bool:
    """Return whether *word* is written like "UNDP", "IFC/WB", "G20", "ICLEI-Africa"."""
    bare = word.strip(".,;:()[]'’")
    head = re.split(r"[-/&.]", bare)[0]
    capitals = sum(letter.isupper() for letter in bare)
    if any(letter.isdigit() for letter in bare) and capitals:
        return True
    return (
        capitals >= 2
        and head.isupper()
        and sum(c.islower() for c in bare) <= max(1, len(bare) - 4)
        and not _INITIAL.fullmatch(bare)
    )


def is_body_acronym(word: str) -> bool:
    """Return whether *word* in capitals is no surname: it cannot be spoken, as "EPSC", "UNDP"."""
    bare = word.strip(".,;:()")
    return is_acronym(bare) and bare.isupper() and bool(_UNSPOKEN.search(folded(bare)))


def is_short_for(acronym: str, text: str) -> bool:
    """Return whether *acronym* is made of the first letters of the last words of *text*.

    Such a term is nobody: "Local Skilled Weavers (LSW)".
    """
    letters = acronym.rstrip("s").casefold()
    words = text.replace("-", " ").split()[-len(letters) :]
    return (
        len(letters) > 2
        and acronym.rstrip("s").isupper()
        and "".join(word[0] for word in words).casefold() == letters
    )


def is_brand(word: str) -> bool:
    """Return whether *word* has a capital inside that no name has: "ClimateWorks", "AusAID"."""
    bare = word.strip(".,;:()[]")
    return any(
        _INNER_CAPITAL.search(part) and not _PREFIXED.fullmatch(part)
        for part in re.split(r"[-–'’]", bare)
    )


def is_initial(word: str) -> bool:
    """Return whether *word* is one or more initials: "A.", "J.-P.", "S", "Yu."."""
    return bool(_INITIAL.fullmatch(word.rstrip(",")))


_SPELT = frozenset(" ".join((WRITTEN, functions.WRITTEN, bodies.WRITTEN)).casefold().split())
_SHORTEST = 4
"""Letters of a word that an accent makes no other of: "Sá" is a surname, "sa" none."""
_ACCENTED = frozenset(map(folded, _SPELT)) - {folded(word[0]) + word[1:] for word in _SPELT}
"""Words that are known with an accent inside only: a "cámara" is no Mr. Camara."""


def is_common(word: str) -> bool:
    """Return whether *word* is known for something that no name has in it."""
    bare = key(word)
    if bare in _ACCENTED and not word.isupper() and word.isascii():
        return False
    plain = word.strip(".,;:").casefold()
    if len(bare) < _SHORTEST and not plain.isascii() and plain not in _SPELT:
        return False
    if bare in PARTICLES and word[:1].isupper() and bare not in _ARTICLES:
        return False
    if bare in NAMES and word[:1].isupper() and bare not in functions.NOUNS:
        return False
    if len(bare) > 9 and _ABSTRACT.search(bare) and bare not in _DEVOUT:
        return True
    parts = [bare, *re.split(r"[-/'’&]", bare)] if len(bare) > 3 else [bare]
    return any(
        part in WORDS or functions.is_noun(part) or bodies.is_noun(part)
        for part in parts
        if len(part) > 3 or part == bare
    )


def _is_word(word: str) -> bool:
    bare = word.strip(".,;:" + _APOSTROPHES)
    if not bare or any(letter.isdigit() for letter in bare) or is_brand(bare):
        return False
    if not all(
        letter.isalpha() or letter in "-–.·‐" + _APOSTROPHES or _NO_CASE.match(letter)
        for letter in bare
    ):
        return False
    first = re.split(r"(?<=^[ldoLDO])['’]", bare)[-1]
    return first[:1].isupper() or bare[:1].isupper() or bool(_NO_CASE.match(bare))


def length(words: list[str], *, led: bool = False) -> int:
    """Return how many of *words*, from the first on, can be one name; 0 for none.

    Particles count only before another word of the name ("van den Berg"). *led*: an honorific
    stands before them, and everyday words are surnames.
    """
    count, solid = 0, 0
    known = led or any(is_given(word) for word in words[:LONGEST])
    for at, word in enumerate(words[: LONGEST + 2]):
        bare = key(word)
        if word.lower().rstrip(",") in PARTICLES and not word[:1].isupper():
            if at == 0 and word.lower() not in _FIRST:
                break
            if bare in {"y", "e", "i"} and not solid:
                break
            continue
        if solid > 1 and is_initial(word) and words[at - 1].lower() in PARTICLES:
            break
        if is_initial(word) and not (word.isalpha() and len(word) == 2 and is_common(word)):
            pass
        elif (
            not _is_word(word)
            or (is_common(word) and not (at and bare in {"la", "le", "los", "las"}))
            or (bare in AFTER and not solid)
            or (bare in HARD and not known)
        ):
            break
        else:
            solid += 1
        count = at + 1
        if word.endswith(","):
            break
        if solid > 5:
            break
    return count if solid else 0


def is_name(text: str) -> bool:
    """Return whether all of *text* has the look of one person's name (of any length)."""
    text = _TRAILING.sub("", text.strip())
    if not text or len(text) > 70 or _NOBODY.fullmatch(text):
        return False
    if _HAN.search(text):
        bare = re.sub(r"[\s·・]", "", text)
        return 2 <= len(bare) <= 6 and all(_HAN.match(c) for c in bare) and not bodies.is_noun(bare)
    words = tokens(text)
    if any(word.endswith((",", ";", ":", "?", "!")) for word in words):
        return False
    if len(words) == 1 and (is_acronym(words[0]) or is_initial(words[0])):
        return False
    if any(
        is_acronym(word)
        and len(word.strip(".")) <= 4
        and index < len(words) - 1
        and not all(w.isupper() or is_initial(w) for w in words[: index + 1])
        for index, word in enumerate(words)
    ):
        pass
    if (len(words) > 2 and words[0] in _HEADING) or any(_STREET.search(key(w)) for w in words[1:]):
        return False
    if (
        is_acronym(words[0])
        and not any(is_acronym(word) for word in words[1:])
        and len(words[0]) <= 5
        and not _has_vowel(words[0])
    ):
        return False
    if sum(key(w) in PARTICLES and not w[:1].isupper() for w in words) > 3 or _TWO_SMALL.search(
        text
    ):
        return False
    if bodies.is_country(text) or all(key(w) in PARTICLES for w in words):
        return False
    return length(words) == len(words) and not _is_everyday(words)


def _is_everyday(words: list[str]) -> bool:
    """Return whether all of *words* but initials are everyday words: "Green Rivers"."""
    solid = [key(word) for word in words if not is_initial(word)]
    return len(solid) > 1 and all(each in SOFT | PARTICLES for each in solid)


def _has_vowel(word: str) -> bool:
    return bool(re.search(r"[aeiouy]", folded(word)))


def has_given(text: str) -> bool:
    """Return whether a word of *text* is a given name that we know, beside a surname."""
    words = tokens(text)
    if len(words) < 2:
        return False
    places = words[:2] if len(words) < 4 else [*words[:2], *words[-2:]]
    firsts = [part for word in places for part in (key(word), *key(word).split("-"))]
    return any(part in NAMES for part in firsts) or (words[0].isupper() and key(words[-1]) in NAMES)


def is_given(text: str) -> bool:
    """Return whether *text* begins with a given name that we know."""
    first = key(tokens(text)[0]) if text.split() else ""
    return any(part in NAMES for part in (first, *first.split("-")))


def only_given(text: str) -> bool:
    """Return whether every word of *text* is a given name that we know: "Ana María"."""
    return all(part in NAMES for word in tokens(text) for part in key(word).split("-"))


def has_any_given(text: str) -> bool:
    """Return whether any word of *text* is a given name that we know."""
    return any(part in NAMES for word in tokens(text) for part in key(word).split("-"))


def is_adjective(word: str) -> bool:
    """Return whether *word* looks like the adjective of a country: "British", "Italian"."""
    return word[:1].isupper() and bool(
        re.search(r"(?:ian|ish|ese|ean|can|ien|ienne|aise?|ano|ana|ense|ino|eño|ch)$", key(word))
    )


def is_full(text: str) -> bool:
    """Return whether *text* has at least a name and a surname, or one and initials."""
    if _HAN.search(text):
        return True
    return (
        len(
            [
                w
                for w in tokens(_TRAILING.sub("", text))
                if w.lower() not in PARTICLES or w[:1].isupper()
            ]
        )
        >= 2
    )


def has_capital_surname(text: str) -> bool:
    """Return whether only the surname is in capitals: "Elisa CASELLI", "CASELLI Elisa"."""
    words = [word for word in tokens(text) if not is_initial(word)]
    loud = [word for word in words if len(word) > 2 and word.isupper() and _has_vowel(word)]
    quiet = [word for word in words if not word.isupper() and word[:1].isupper()]
    return bool(loud and quiet) and is_name(text)
