"""From the atoms of an entry to the people in it."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from roundtable_ical.importers.notes.people import functions, honorifics, names
from roundtable_ical.importers.notes.people.atoms import atoms
from roundtable_ical.importers.notes.people.leftovers import leftover
from roundtable_ical.importers.notes.people.roles import Label
from roundtable_ical.importers.notes.people.wording import Atom, Kind, kind_of
from roundtable_ical.programme.people import Role

_LONGEST = 3000
"""Characters of an entry: what is longer is prose, or no text at all."""
_MOST_BRACKETS = 40
_POSTS = (Role.CHAIR, Role.HOST, Role.DISCUSSANT)
_DETAILS = (Kind.FUNCTION, Kind.BODY, Kind.OTHER)
_BY = re.compile(
    r"\b(?:by|par|por|oleh)\s+(?:the\s+|la\s+|le\s+|el\s+|l['’])?(?=\S+(?:\s\S+){0,6}$)"
)
_OF_POST = re.compile(
    r"\b(?:of|by|from|de|du|del|de la|de l['’]|par|por|di|do|da)\s*(?:the\s+)?"
    rf"(?=(?:{'|'.join(sorted(functions.NOUNS))})\b)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"(?:opening |closing |welcome |keynote )?(?:address|remarks?|speech|statement|message|"
    r"allocution|discours|mots?|intervention|palabras|discurso|saludos?|intervención|mensaje|sambutan|saluti?)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"opening|welcome|closing|apertura|inaugura|bienvenid|clausura|ouverture|accueil|bienvenue|"
    r"clôture|eröffnung|begrüßung|grußwort|abertura|vote of thanks|keynote|saluti|pembukaan",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\d+\s*(?:min(?:utes?|utos|uti)?|mins|h|hrs?|heures?|horas?|’|'|′)\.?( each)?", re.IGNORECASE
)
_NOBODY = re.compile(r"N\.?\s?N\.?|X{2,3}|\?+|\.{3,}|…|_+|name", re.IGNORECASE)


@dataclass(slots=True)
class Found:
    """Somebody while the entry is being read."""

    name: Atom | None = None
    before: list[Atom] = field(default_factory=list)
    details: list[Atom] = field(default_factory=list)
    role: Role | None = None
    tbc: bool = False
    remote: bool = False
    sure: float = 0.5
    spans: list[tuple[int, int]] = field(default_factory=list)
    given: str = ""
    speaks_on: bool = False
    """Whether a colon and other words follow: "Jane Doe: Title"."""

    @property
    def closed(self) -> bool:
        """Whether a bracket of details has ended what is said of it."""
        return any(each.bracketed for each in self.details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What an entry says: who is in it, how sure that is, and which words are about nobody."""

    people: tuple[Found, ...] = ()
    left: str = ""
    prose: bool = False


def heard(text: str, label: Label | None, *, inverted: bool = False, title: bool = False) -> Heard:
    """Return who is in *text*, an entry of a list (without its number or bullet).

    Args:
        text: the entry; may hold several people.
        label: what stands over it, if anything does; lets a body stand for a speaker.
        inverted: whether its neighbours are written "SURNAME, First".
    """
    if len(text) > _LONGEST or any(text.count(sign) > _MOST_BRACKETS for sign in "([{“«„"):
        return Heard(left=text, prose=True)
    read = atoms(text)
    made = _Reading(read, label, inverted=inverted, title=title)
    made.run()
    spans = sorted(span for person in made.people for span in person.spans)
    left = leftover(text, spans) if made.people else text
    prose = any(atom.kind is Kind.TEXT and len(atom.text.split()) > 6 for atom in read)
    return Heard(people=tuple(made.people), left=left, prose=prose)


class _Reading:
    """One entry being read from left to right."""

    def __init__(
        self, read: list[Atom], label: Label | None, *, inverted: bool, title: bool
    ) -> None:
        self.title = title
        self.atoms = read
        self.label = label
        self.inverted = inverted
        self.people: list[Found] = []
        self.lead: list[Atom] = []
        self.current: Found | None = None
        self.topic = False
        self.texts = 0

    def run(self) -> None:
        for at, atom in enumerate(self.atoms):
            told = bool(self.label) and any(each.kind in _DETAILS for each in self.lead)
            if told and atom.sign == "." and not self.people and atom.kind is not Kind.NAME:
                break
            match atom.kind:
                case Kind.NAME:
                    self.name(at, atom)
                case Kind.FUNCTION | Kind.BODY | Kind.OTHER:
                    self.detail(at, atom)
                case Kind.TBC | Kind.MODE | Kind.ROLE:
                    self.mark(at, atom)
                case _:
                    self.text(atom)
        if not self.people:
            self.places()
        self.share()

    def name(self, at: int, atom: Atom) -> None:
        current, following = self.current, self.after(at)
        apart = following and not atom.bracketed and following.sign in (":", "–")
        beside = following and following.bracketed and following.kind is Kind.NAME
        apart = apart or (self.title and beside and not atom.bracketed)
        if current is None and atom.sign == "–" and self.lead and not names.is_full(atom.text):
            return
        if (
            apart
            and current is None
            and not self.label
            and not atom.sure
            and not names.is_full(atom.text)
        ):
            self.lead.append(replace(atom, kind=Kind.TEXT))
        elif current and current.name and self.is_glued_body(current.name.text, atom):
            self.detail(at, replace(atom, kind=Kind.BODY))
        elif current is None or (self.topic and not self.remark(atom)):
            self.start(atom)
        elif self.topic:
            self.lead.append(replace(atom, kind=Kind.TEXT))
        elif atom.sure or atom.sign in ("and", ";", "|", "\n", "by", "+"):
            self.start(atom)
        elif self.turned(at, atom):
            current.given = atom.text
            current.spans.append((atom.start, atom.end))
        elif self.next_person(at, atom):
            self.start(atom)
        else:
            self.detail(at, replace(atom, kind=Kind.OTHER))

    def is_glued_body(self, name: str, atom: Atom) -> bool:
        """Return whether "Word ACRONYM" is a body: the name before has no such capitals."""
        loud = names.has_capital_surname(atom.text) and not atom.sure
        return loud and not names.has_capital_surname(name) and atom.sign == ","

    def share(self) -> None:
        """Give "A and B, Directors of C" both what is said of both."""
        for one, other in pairwise(self.people):
            joined = other.name and other.name.sign == "and" and other.details and not one.details
            first = names.key(other.details[0].text.split()[0]) if joined else ""
            if first.endswith("s") and first in functions.NOUNS:
                one.details = other.details

    def remark(self, atom: Atom) -> bool:
        """Return whether a name in the words after a person is only mentioned there."""
        return not atom.sure and any(each.kind is Kind.TEXT for each in self.lead)

    def next_person(self, at: int, atom: Atom) -> bool:
        current, following = self.current, self.after(at)
        if current is None or not current.name:
            return True
        if atom.bracketed:
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
            kinds = (*_DETAILS, Kind.TBC) if known else (Kind.FUNCTION,)
            if known and full and following and following.sign == "–":
                return True
            return bool(full and following and following.kind in kinds and following.sign != ";")
        if not full:
            return not names.is_full(current.name.text)
        if following and following.bracketed and following.kind in (*_DETAILS, Kind.NAME):
            return True
        alone = [each for each in self.atoms if each.kind is Kind.NAME and each.sign != "("]
        return (
            len(alone) > 2
            or bool(self.label and self.label.plural and len(self.atoms) == 2)
            or any(each.sign == "and" for each in alone)
        )

    def turned(self, at: int, atom: Atom) -> bool:
        """Return whether *atom* is the first name behind a surname: "Ruiz Gómez, Ana"."""
        current = self.current
        if not current or not current.name or current.details or current.given or atom.sign != ",":
            return False
        if current.name.sign in ("(", "and") or current.name.honorific or atom.bracketed:
            return False
        surname, given = current.name.text, atom.text
        if names.is_acronym(given) and len(given) > 3 and not surname.isupper():
            return False
        following = self.after(at)
        if following and following.kind is Kind.NAME and following.sign == ",":
            return False
        if surname.isupper() and not given.isupper():
            return True
        if names.is_given(given) and not names.is_given(surname):
            return len(names.tokens(given)) <= 3
        if not names.is_full(surname):
            return len(names.tokens(given)) <= 3
        short = len(names.tokens(surname)) <= 3 and len(names.tokens(given)) <= 3
        backed = bool(
            following and following.bracketed and following.kind in (*_DETAILS, Kind.NAME)
        )
        if self.inverted:
            return short and not (names.is_acronym(given))
        return short and backed and not names.is_full(given)

    def after(self, at: int) -> Atom | None:
        return self.atoms[at + 1] if at + 1 < len(self.atoms) else None

    def start(self, atom: Atom) -> None:
        found = Found(name=atom, spans=[(atom.start, atom.end)])
        if not self.people or atom.sign in ("+", "by") or self.lead:
            self.take_lead(found, atom)
        for each in self.lead:
            if each.kind is Kind.ROLE:
                found.role = each.role
                if not self.title or atom.sign == ":":
                    found.spans.append((each.start, each.end))
            elif each.kind is Kind.TBC:
                found.tbc = True
                found.spans.append((each.start, each.end))
        self.lead = []
        self.topic = False
        self.people.append(found)
        self.current = found

    def take_lead(self, found: Found, atom: Atom) -> None:
        """Give what stands before the name to the person: a function, a body."""
        words = [each for each in self.lead if each.kind in _DETAILS]
        apart = atom.sign in (":", "(") and not (self.lead and self.lead[-1].bracketed)
        bodies_only = all(each.kind is Kind.BODY for each in words)
        if words and atom.sign == "+" and self.lead[-1] is words[-1]:
            texts = [
                at for at, each in enumerate(self.lead) if each.kind in (Kind.TEXT, Kind.QUOTE)
            ]
            words = [each for each in self.lead[texts[-1] + 1 if texts else 0 :] if each in words]
        spoken = _SPOKEN.match(words[0].text) if words else None
        if spoken and (of := _OF_POST.search(words[0].text, spoken.end() - 1)):
            start = words[0].start + of.end()
            post = replace(
                words[0], kind=Kind.FUNCTION, text=words[0].text[of.end() :], start=start
            )
            found.before = [post, *words[1:]]
            return
        if (words and atom.sign == "+") or (
            words and len(words) == len([e for e in self.lead if e.kind is not Kind.ROLE])
        ):
            known = words[0].kind is Kind.FUNCTION or bodies_only
            if self.title and atom.bracketed and not self.lead[-1].bracketed:
                if atom.sure and bodies_only:
                    found.before = words
                return
            if known and atom.sign in (",", "+", "(", "–", "", ":") and (not apart or bodies_only):
                found.before = words
                found.spans += [(each.start, each.end) for each in words]
                return
        last = self.lead[-1] if self.lead else None
        if (
            last
            and not atom.bracketed
            and atom.sign in (",", "+")
            and (of := _OF_POST.search(last.text))
        ):
            start = last.start + of.end()
            post = replace(last, kind=Kind.FUNCTION, text=last.text[of.end() :], start=start)
            found.before = [post]
        beside = atom.bracketed or atom.sign == ":"
        by = _BY.search(last.text) if last and beside and not last.bracketed else None
        if last and by and kind_of(last.text[by.end() :]) is Kind.BODY:
            start = last.start + by.end()
            found.before = [replace(last, kind=Kind.BODY, text=last.text[by.end() :], start=start)]

    def detail(self, at: int, atom: Atom) -> None:
        current = self.current
        if atom.bracketed and _DURATION.fullmatch(atom.text):
            return
        if current is None or self.topic:
            self.lead.append(atom)
        elif (
            atom.kind is Kind.OTHER
            and not atom.bracketed
            and atom.sign == "–"
            and (current.closed or self.title)
        ):
            self.topic = True
            self.lead.append(atom)
        elif self.next_post(at, atom):
            self.current = None
            self.lead.append(atom)
        elif atom.sign == "." and atom.kind is Kind.BODY:
            current.details.append(atom)
            current.spans.append((atom.start, atom.end))
        elif atom.sign in (":", ".") or (
            atom.kind is Kind.OTHER and atom.sign == "" and current.closed and not atom.bracketed
        ):
            self.topic = True
            current.speaks_on = atom.sign == ":"
            self.lead.append(atom)
        elif (
            atom.kind is Kind.OTHER
            and not atom.bracketed
            and atom.sign == "–"
            and current.details
            and not self.followed(at)
        ):
            self.topic = True
        else:
            current.details.append(atom)
            current.spans.append((atom.start, atom.end))

    def next_post(self, at: int, atom: Atom) -> bool:
        """Return whether *atom* is the function of the next one, where functions stand first."""
        current, following = self.current, self.after(at)
        if not current or not current.name or atom.kind is not Kind.FUNCTION or atom.bracketed:
            return False
        if following and following.kind is Kind.NAME and following.sign == "+":
            return True
        if not (current.before and current.before[0].kind is Kind.FUNCTION and not current.details):
            return False
        return any(each.kind is Kind.NAME and not each.bracketed for each in self.atoms[at + 1 :])

    def followed(self, at: int) -> bool:
        return any(each.kind in (Kind.FUNCTION, Kind.BODY) for each in self.atoms[at + 1 :])

    def mark(self, at: int, atom: Atom) -> None:
        current, following = self.current, self.after(at)
        if atom.kind is Kind.ROLE and not atom.bracketed and atom.role in _POSTS:
            details = following and following.kind in (Kind.BODY, Kind.OTHER, Kind.FUNCTION)
            if details or (
                following
                and following.kind is Kind.NAME
                and following.sign == ","
                and current is None
            ):
                self.detail(at, replace(atom, kind=Kind.FUNCTION))
                return
        acting = following and following.kind is Kind.NAME and following.sign == "by"
        if current is None or (atom.kind is Kind.ROLE and acting):
            self.lead.append(atom)
            return
        if atom.kind is Kind.ROLE:
            current.role = atom.role
        elif atom.kind is Kind.TBC:
            current.tbc = True
        else:
            current.remote = atom.remote
        current.spans.append((atom.start, atom.end))

    def text(self, atom: Atom) -> None:
        self.texts += 1
        current = self.current
        if atom.bracketed and _DURATION.fullmatch(atom.text):
            return
        if atom.kind is Kind.QUOTE or current is None or self.topic:
            self.topic = current is not None
            self.lead.append(atom)
            return
        last = current.details[-1] if current.details else None
        if (
            atom.sign in (",", "(")
            and len(atom.text.split()) <= 14
            and (last or atom.text.split()[0].casefold() in ("from", "at", "of", "de"))
        ):
            current.details.append(replace(atom, kind=last.kind if last else Kind.BODY))
            current.spans.append((atom.start, atom.end))
            return
        self.topic = True
        current.speaks_on = atom.sign == ":"
        self.lead.append(atom)

    def places(self) -> None:
        """Take offices and bodies for somebody who is to come, where nobody has a name."""
        lead = self.lead
        begun = next((at for at, each in enumerate(lead) if each.sign == "by"), None)
        if begun is None:
            begun = self.announced()
        if begun is not None:
            marks = [each for each in lead[:begun] if each.kind is Kind.ROLE]
            lead = [*marks, *lead[begun:]]
        words = [each for each in lead if each.kind in _DETAILS and not is_nobody(each.text)]
        if any(each.kind in (Kind.TEXT, Kind.QUOTE) for each in lead):
            return
        if not words:
            words = [replace(each, kind=Kind.FUNCTION) for each in lead if each.kind is Kind.ROLE]
            if not words or not any(each.kind is Kind.TBC for each in lead):
                return
        listed = self.label and self.label.plural and len(words) > 1
        short = all(each.kind is Kind.BODY and len(each.text.split()) <= 5 for each in words)
        if listed and short and all(each.sign in ("", ",", "and") for each in words):
            cuts = [lead.index(each) for each in words]
            for start, end in zip(cuts, [*cuts[1:], len(lead)], strict=True):
                self.place([lead[start]], lead[start:end])
        else:
            self.place(words, lead)

    def announced(self) -> int | None:
        """Return where somebody's office stands behind a colon: "Opening: Minister of Health"."""
        for at, each in enumerate(self.lead):
            if at and each.sign in (":", "–") and each.kind is Kind.FUNCTION:
                tbc = any(other.kind is Kind.TBC for other in self.lead[at:])
                if tbc or _SPOKEN.search(self.lead[0].text) or _OPENING.search(self.lead[0].text):
                    return at
        return None

    def place(self, words: list[Atom], around: list[Atom]) -> None:
        """Add the place that *words* keep; *around* has the marks beside them."""
        found = Found(before=words, spans=[(each.start, each.end) for each in words])
        for each in around:
            if each.kind in (Kind.TBC, Kind.MODE, Kind.ROLE):
                found.spans.append((each.start, each.end))
                found.tbc = found.tbc or each.kind is Kind.TBC
                found.remote = found.remote or each.remote
                found.role = found.role or each.role
        self.people.append(found)


def is_nobody(text: str) -> bool:
    """Return whether *text* stands where a name will be: "N.N.", "Mr."."""
    return bool(_NOBODY.fullmatch(text)) or honorifics.is_alone(text)
