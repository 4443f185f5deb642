"""Where a name in an entry begins the next person, and where it belongs to the one before."""

import re
from itertools import pairwise

from roundtable_ical.importers.notes.people import functions, names
from roundtable_ical.importers.notes.people.found_people import DETAILS, Found
from roundtable_ical.importers.notes.people.marks import DEGREE
from roundtable_ical.importers.notes.people.roles import Label
from roundtable_ical.importers.notes.people.wording import Atom, Kind

_FROM = ("from", "at", "of", "de")
_SENTENCE = re.compile(
    r"^(?:on|about|sobre|sur|su|über|who|which|that|qui|que|as|en|to|for|how|why|the|and|or|with)\b|"
    r"\b(?:will|is|are|was|were|has|have|est|sont|sera|será|serán|wird|werden|ist|sind)\b"
)
"""Words that tell of something else than what somebody is."""
_ARTICLE = re.compile(r"(?:The|Le|La|Les|El|Los|Las|Der|Die|Das|Il|Lo|Gli|O|Os|As)\s|L['’]")
_FEWEST_OF_TITLE = 3
"""Words of a title behind its speaker."""
_ARTICLES = frozenset("the la el le die der il a o".split())


def after(atoms: list[Atom], at: int) -> Atom | None:
    """Return what stands behind the one at *at*; None behind the last."""
    return atoms[at + 1] if at + 1 < len(atoms) else None


def is_next(atoms: list[Atom], at: int, current: Found | None, label: Label | None) -> bool:
    """Return whether the name at *at* is another person than *current*, the one before."""
    atom, following = atoms[at], after(atoms, at)
    if current is None or not current.name:
        return True
    if atom.bracketed:
        if (
            current.name.sure
            and not atom.sure
            and atom.sign == ","
            and not names.has_given(atom.text)
        ):
            return False
        alike = names.is_full(current.name.text) == names.is_full(atom.text)
        return current.name.bracketed and not current.details and alike
    if atom.sign in ("–", ":"):
        return False
    full = names.is_full(atom.text)
    if current.closed or (current.tbc and current.spans and not atom.sign):
        return full or not atom.sign
    if atom.sign == "" and full:
        return True
    if current.details:
        known = names.has_given(atom.text) or names.has_capital_surname(atom.text)
        kinds = (*DETAILS, Kind.TBC, Kind.ROLE) if known else (Kind.FUNCTION,)
        if known and full and following and following.sign == "–":
            return True
        return bool(full and following and following.kind in kinds and following.sign != ";")
    if not full:
        return not names.is_full(current.name.text)
    if following and following.bracketed and following.kind in (*DETAILS, Kind.NAME):
        return True
    if _is_body(atoms, at, current):
        return False
    if names.has_given(current.name.text) and names.has_given(atom.text):
        return True
    alone = [each for each in atoms if each.kind is Kind.NAME and each.sign != "("]
    return (
        len(alone) > 2
        or bool(label and label.plural and len(atoms) == 2)
        or any(each.sign == "and" for each in alone)
    )


def _is_body(atoms: list[Atom], at: int, current: Found) -> bool:
    """Return whether the words at *at* are the body of *current*: no list of names goes on so."""
    name, atom = current.name, atoms[at]
    if not name or not names.has_given(name.text) or names.has_given(atom.text):
        return False
    if names.has_capital_surname(name.text) or names.has_capital_surname(atom.text):
        return False
    alike = [each for each in atoms if each.kind is Kind.NAME and not each.bracketed]
    known = sum(names.has_given(each.text) or each.sure for each in alike)
    joined = any(each.sign == "and" for each in alike)
    return known == 1 and len(alike) <= 3 and not joined


def is_given_name(atoms: list[Atom], at: int, current: Found | None, *, inverted: bool) -> bool:
    """Return whether the name at *at* is the first name behind a surname: "Ruiz Gómez, Ana"."""
    atom = atoms[at]
    if not current or not current.name or current.details or current.given or atom.sign != ",":
        return False
    if current.name.sign in ("(", "and") or atom.bracketed:
        return False
    surname, given = current.name.text, atom.text
    if current.name.honorific and (names.is_full(surname) or not names.only_given(given)):
        return False
    if names.is_acronym(given) and len(given) > 3 and not surname.isupper():
        return False
    following = after(atoms, at)
    if following and following.kind is Kind.NAME and following.sign == ",":
        return False
    if surname.isupper() and not given.isupper():
        return True
    if names.is_given(given) and not names.is_given(surname):
        both = names.is_full(surname) and names.is_full(given)
        two = both and (names.has_any_given(surname) or not names.only_given(given))
        return len(names.tokens(given)) <= 3 and not two
    if not names.is_full(surname):
        return len(names.tokens(given)) <= 3 and _is_backed(atoms, at, inverted=inverted)
    short = len(names.tokens(surname)) <= 3 and len(names.tokens(given)) <= 3
    backed = bool(following and following.bracketed and following.kind in (*DETAILS, Kind.NAME))
    if inverted:
        return short and not (names.is_acronym(given))
    return short and backed and not names.is_full(given)


def _is_backed(atoms: list[Atom], at: int, *, inverted: bool) -> bool:
    """Return whether more than a comma tells of a surname: verbs stand so too, "Think, Build"."""
    before, atom, following = atoms[at - 1], atoms[at], after(atoms, at)
    said = following and following.kind in (*DETAILS, Kind.TBC) and following.sign in (",", "(")
    short = names.is_initial(names.tokens(atom.text)[0])
    known = names.has_any_given(atom.text) or names.has_any_given(before.text)
    return bool(inverted or said or short or known or before.sure)


def is_glued_body(name: str, atom: Atom) -> bool:
    """Return whether "Word ACRONYM" is a body: the name before has no such capitals."""
    loud = names.has_capital_surname(atom.text) and not atom.sure
    return loud and not names.has_capital_surname(name) and atom.sign == ","


def is_list(atoms: list[Atom], current: Found, atom: Atom) -> bool:
    """Return whether dashes part names here: "A – B – C", nothing being said of any."""
    if current.details or not current.name or not names.is_full(atom.text):
        return False
    alike = [each for each in atoms if each.kind is Kind.NAME]
    if not all(each.sign in ("", "|", "–", "by", "and", ":") for each in alike):
        return False
    told = any(each.kind in DETAILS for each in atoms if each.start > current.name.start)
    known = sum(names.has_given(each.text) for each in alike)
    few = len(alike) == 2 and known < 2
    return not told and not few and (known > 1 or (known == 1 and len(alike) > 2))


def is_topic(atoms: list[Atom], at: int) -> bool:
    """Return whether a name only looks like one: whose it is stands behind a dash."""
    atom = atoms[at]
    if atom.sure or names.has_given(atom.text) or atom.sign in ("by", "(", "–", ":"):
        return False
    later = [each for each in atoms[at + 1 :] if each.kind is Kind.NAME]
    return any(
        each.sign in ("–", ":", "by", "|") and (each.sure or names.has_given(each.text))
        for each in later
    )


def is_of_lead(lead: list[Atom], atom: Atom) -> bool:
    """Return whether a name belongs to the place before it: "N.N., Free City of X"."""
    if atom.sure or atom.sign != ",":
        return False
    if lead[0].kind is Kind.TBC:
        return True
    return not names.is_full(atom.text) and lead[-1].kind in (Kind.FUNCTION, Kind.BODY)


def is_said_of(text: str) -> bool:
    """Return whether words behind a name tell who its bearer is: "producteur bio", "of Brazil"."""
    words = text.split()
    if words[0].casefold() in _FROM:
        return True
    if _SENTENCE.search(text) or text.endswith(("?", "!")):
        return False
    return words[0][:1].islower() and len(words[0]) > 2 and not words[0][0].isdigit()


def is_still(found: Found, atom: Atom, *, title: bool) -> bool:
    """Return whether a colon parts a degree from a post: "Jane Doe, PhD: Director of X"."""
    degrees = all(DEGREE.fullmatch(each.text) for each in found.details)
    return atom.kind is Kind.FUNCTION and bool(found.details) and degrees and not title


def is_dotted(found: Found, atom: Atom, *, title: bool) -> bool:
    """Return whether full stops part what is said of *found*: "Name. Function. Body"."""
    last = found.details[-1] if found.details else None
    short = atom.kind is Kind.OTHER and len(atom.text.split()) <= 6
    return bool(last and last.sign == "." and short and not title)


def is_place(atoms: list[Atom], current: Found, at: int) -> bool:
    """Return whether the mark at *at* keeps a place: "A (B), C (D), TBD (shipping line)"."""
    following = after(atoms, at)
    told = following is not None and following.bracketed and following.kind in (*DETAILS, Kind.TEXT)
    return current.closed and told


def is_own_place(atoms: list[Atom], at: int, current: Found | None) -> bool:
    """Return whether a body's open place begins at *at*: "A, Rector, Delegate of Peru (tbc)"."""
    if not _stands_open(atoms, at):
        return False
    if current is None:
        return sum(_stands_open(atoms, each) for each in range(len(atoms))) > 1
    told = any(each.kind is Kind.FUNCTION for each in current.details)
    return current.name is None or told


def _stands_open(atoms: list[Atom], at: int) -> bool:
    atom, following = atoms[at], after(atoms, at)
    first = names.key(atom.text.split()[0])
    standing = atom.kind is Kind.FUNCTION and first in functions.STANDING_FOR
    open_ = following is not None and following.kind is Kind.TBC
    return standing and open_ and not atom.bracketed and atom.sign in (",", "", "and", "\n")


def share(people: list[Found]) -> None:
    """Give "A and B, Directors of C" both what is said of both."""
    for one, other in pairwise(people):
        joined = other.name and other.name.sign == "and" and other.details and not one.details
        first = names.key(other.details[0].text.split()[0]) if joined else ""
        if first.endswith("s") and first in functions.NOUNS:
            one.details = other.details


def is_followed(atoms: list[Atom], at: int) -> bool:
    """Return whether a function or a body is named behind *at*."""
    return any(each.kind in (Kind.FUNCTION, Kind.BODY) for each in atoms[at + 1 :])


def is_titled(atoms: list[Atom], at: int, current: Found) -> bool:
    """Return whether a title follows its speaker: "Jane Doe (UNEP), The rivers of Mars"."""
    atom, rest = atoms[at], atoms[at:]
    if not current.closed or atom.sign != "," or any(each.kind is Kind.NAME for each in rest):
        return False
    topical = atom.kind in (Kind.OTHER, Kind.TEXT) or bool(_ARTICLE.match(atom.text))
    words = sum(len(each.text.split()) for each in rest)
    return topical and atom.kind is not Kind.FUNCTION and words >= _FEWEST_OF_TITLE


def is_led_post(atom: Atom, following: Atom | None) -> bool:
    """Return whether *atom* is of the name behind it: "and the Rector, Dr. Ana Ruiz"."""
    led = atom.sign == "and" and atom.text.split()[0] in _ARTICLES
    return led and following is not None and following.kind is Kind.NAME and following.sure
