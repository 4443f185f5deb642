"""From the atoms of an entry to the people in it."""

import re
from dataclasses import replace

from roundtable_ical.importers.notes.people import names
from roundtable_ical.importers.notes.people.ahead import take_lead
from roundtable_ical.importers.notes.people.atoms import atoms
from roundtable_ical.importers.notes.people.found_people import DETAILS, Found, Heard
from roundtable_ical.importers.notes.people.leftovers import leftover
from roundtable_ical.importers.notes.people.neighbours import (
    after,
    is_dotted,
    is_followed,
    is_given_name,
    is_glued_body,
    is_led_post,
    is_list,
    is_next,
    is_of_lead,
    is_own_place,
    is_place,
    is_said_of,
    is_still,
    is_titled,
    is_topic,
    share,
)
from roundtable_ical.importers.notes.people.offices import places
from roundtable_ical.importers.notes.people.roles import Label
from roundtable_ical.importers.notes.people.wording import Atom, Kind
from roundtable_ical.programme.people import Role

_LONGEST = 3000
"""Characters of an entry: what is longer is prose, or no text at all."""
_MOST_BRACKETS = 40
_FROM = ("from", "at", "of", "de")
_POSTS = (Role.CHAIR, Role.HOST, Role.DISCUSSANT)
_DURATION = re.compile(
    r"\d+\s*(?:min(?:utes?|utos|uti)?|mins|h|hrs?|heures?|horas?|’|'|′)\.?( each)?", re.IGNORECASE
)


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
            told = bool(self.label) and any(each.kind in DETAILS for each in self.lead)
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
            self.people = places(self.lead, self.label)
        share(self.people)

    def name(self, at: int, atom: Atom) -> None:
        current, following = self.current, after(self.atoms, at)
        apart = following and not atom.bracketed and following.sign in (":", "–")
        beside = following and following.bracketed and following.kind is Kind.NAME
        apart = apart or (self.title and beside and not atom.bracketed)
        if current is None and self.lead and is_of_lead(self.lead, atom):
            self.lead.append(replace(atom, kind=Kind.BODY))
            return
        if self.title and current is None and is_topic(self.atoms, at):
            self.lead.append(replace(atom, kind=Kind.TEXT))
            return
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
        elif current and current.name and is_glued_body(current.name.text, atom):
            self.detail(at, replace(atom, kind=Kind.BODY))
        elif current is None or (self.topic and not self.remark(atom)):
            self.start(atom)
        elif self.topic:
            self.lead.append(replace(atom, kind=Kind.TEXT))
        elif (
            atom.sure
            or atom.sign in ("and", ";", "|", "\n", "by", "+")
            or (atom.sign == "–" and is_list(self.atoms, current, atom))
        ):
            self.start(atom)
        elif is_given_name(self.atoms, at, current, inverted=self.inverted):
            current.given = atom.text
            current.spans.append((atom.start, atom.end))
        elif is_next(self.atoms, at, current, self.label):
            self.start(atom)
        else:
            self.detail(at, replace(atom, kind=Kind.OTHER))

    def is_somebody(self, found: Found, atom: Atom) -> bool:
        """Return whether *found* is named beyond doubt: a title may have a comma of its own."""
        name = found.name
        if not self.title or not name or atom.bracketed:
            return True
        return name.sure or name.sign == "by" or names.has_given(name.text)

    def remark(self, atom: Atom) -> bool:
        """Return whether a name in the words after a person is only mentioned there."""
        texts = [at for at, each in enumerate(self.lead) if each.kind is Kind.TEXT]
        acting = bool(texts) and any(each.sign == "by" for each in self.lead[texts[-1] :])
        return not atom.sure and bool(texts) and not acting

    def keep_place(self, atom: Atom) -> None:
        """Begin a place that is kept for somebody whose name is to come."""
        place = replace(atom, kind=Kind.FUNCTION)
        self.current = Found(before=[place], spans=[(atom.start, atom.end)], tbc=True)
        self.people.append(self.current)
        self.lead = [each for each in self.lead if each.kind not in DETAILS]

    def start(self, atom: Atom) -> None:
        found = Found(name=atom, spans=[(atom.start, atom.end)])
        if not self.people or atom.sign in ("+", "by") or self.lead:
            take_lead(found, atom, self.lead, title=self.title)
        for each in self.lead:
            if each.kind is Kind.ROLE:
                found.role = each.role
                if not self.title or atom.sign in (":", "+"):
                    found.spans.append((each.start, each.end))
            elif each.kind is Kind.TBC:
                found.tbc = True
                found.spans.append((each.start, each.end))
        self.lead = []
        self.topic = False
        self.people.append(found)
        self.current = found

    def detail(self, at: int, atom: Atom) -> None:
        current = self.current
        if atom.bracketed and _DURATION.fullmatch(atom.text):
            return
        if is_own_place(self.atoms, at, current):
            self.keep_place(atom)
            return
        if current and atom.honorific:
            atom = replace(atom, text=f"{atom.honorific} {atom.text}", honorific=None)
        if current is None or self.topic:
            self.lead.append(atom)
        elif not atom.bracketed and (
            (atom.kind is Kind.OTHER and atom.sign == "–" and (current.closed or self.title))
            or (self.title and is_titled(self.atoms, at, current))
        ):
            self.topic = True
            self.lead.append(atom)
        elif self.next_post(at, atom):
            self.current = None
            self.lead.append(atom)
        elif atom.sign == "." and (
            atom.kind is Kind.BODY
            or (atom.kind is Kind.FUNCTION and len(atom.text.split()) <= 12)
            or is_dotted(current, atom, title=self.title)
        ):
            current.details.append(atom)
            current.spans.append((atom.start, atom.end))
        elif (
            (atom.sign == ":" and not is_still(current, atom, title=self.title))
            or (atom.sign == ".")
            or (
                atom.kind is Kind.OTHER
                and atom.sign == ""
                and current.closed
                and not atom.bracketed
            )
        ):
            self.topic = True
            current.speaks_on = atom.sign == ":"
            self.lead.append(atom)
        elif (
            atom.kind is Kind.OTHER
            and not atom.bracketed
            and atom.sign == "–"
            and current.details
            and not is_followed(self.atoms, at)
        ):
            self.topic = True
        else:
            current.details.append(atom)
            current.spans.append((atom.start, atom.end))

    def next_post(self, at: int, atom: Atom) -> bool:
        """Return whether *atom* is the function of the next one, where functions stand first."""
        current, following = self.current, after(self.atoms, at)
        if not current or not current.name or atom.kind is not Kind.FUNCTION or atom.bracketed:
            return False
        led = is_led_post(atom, following) and not current.details
        if led or (following and following.kind is Kind.NAME and following.sign == "+"):
            return True
        if not (current.before and current.before[0].kind is Kind.FUNCTION and not current.details):
            return False
        return any(each.kind is Kind.NAME and not each.bracketed for each in self.atoms[at + 1 :])

    def mark(self, at: int, atom: Atom) -> None:
        current, following = self.current, after(self.atoms, at)
        if atom.kind is Kind.ROLE and not atom.bracketed and atom.role in _POSTS:
            details = following and (
                following.kind in DETAILS
                or (current is not None and following.kind is Kind.TEXT and following.sign == ",")
            )
            if details or (
                following
                and following.kind is Kind.NAME
                and following.sign == ","
                and current is None
            ):
                self.detail(at, replace(atom, kind=Kind.FUNCTION))
                return
        acting = following and following.kind is Kind.NAME and following.sign in ("by", "+")
        if (
            current
            and atom.kind is Kind.TBC
            and atom.sign == ","
            and is_place(self.atoms, current, at)
        ):
            self.keep_place(atom)
            return
        named = following and following.kind is Kind.NAME and following.sign == ":"
        if atom.kind is Kind.ROLE and named and not atom.bracketed:
            self.current = current = None
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
            and not (self.title and is_titled(self.atoms, self.atoms.index(atom), current))
            and len(atom.text.split()) <= 14
            and (last or (is_said_of(atom.text) and self.is_somebody(current, atom)))
        ):
            from_ = atom.text.split()[0].casefold() in _FROM
            kind = last.kind if last else Kind.BODY if from_ else Kind.FUNCTION
            current.details.append(replace(atom, kind=kind))
            current.spans.append((atom.start, atom.end))
            return
        self.topic = True
        current.speaks_on = atom.sign == ":"
        self.lead.append(atom)
