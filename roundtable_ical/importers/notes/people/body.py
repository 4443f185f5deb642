"""The lines under a title being read, entry by entry: who is named, and what is left."""

from dataclasses import replace

from rapidfuzz import fuzz

from roundtable_ical.importers.notes.found import Person, Remark
from roundtable_ical.importers.notes.people import functions, names, tbc
from roundtable_ical.importers.notes.people.assembly import heard
from roundtable_ical.importers.notes.people.atoms import atoms
from roundtable_ical.importers.notes.people.common_words import PREPOSITIONS
from roundtable_ical.importers.notes.people.entries import Entry
from roundtable_ical.importers.notes.people.evidence import of_person, of_place
from roundtable_ical.importers.notes.people.found_people import Found, Heard
from roundtable_ical.importers.notes.people.persons import person
from roundtable_ical.importers.notes.people.roles import Label
from roundtable_ical.importers.notes.people.wording import SPEAKS, Atom, Kind, kind_of
from roundtable_ical.programme.people import Role

_DOUBT = 0.8
_SPELT_ALIKE = 90
"""Of 100, for two spellings of one name."""


class Body:
    """The entries under one title being read; `run` does it, `people` and `rest` are told then."""

    def __init__(self, read: list[Entry]) -> None:
        self.entries = read
        self.people: list[Person] = []
        self.remarks: list[Remark] = []
        self.kept: list[tuple[int, str]] = []
        self.inverted = _is_inverted(read)
        self.open: Entry | None = None
        """A label that nobody has been found under."""
        self.pending: tuple[Entry, int] | None = None
        """A body on its own, until it is known whether a person of it follows."""
        self.bulleted = False
        self.single = False
        """Whether the last entry was one person, to whom the next line may belong."""

    def run(self) -> None:
        """Read every entry."""
        for entry in self.entries:
            if entry.heading:
                self.heading(entry)
            else:
                self.entry(entry)
        self.close()

    def heading(self, entry: Entry) -> None:
        """Open a label, and close the one before."""
        self.close()
        self.single = False
        self.open = entry

    def close(self) -> None:
        """Keep the words of a label that nobody stands under, or the place they keep."""
        label = self.open.label if self.open else None
        if self.open and label and label.tbc and label.role and not label.plural:
            self.people.append(_kept_place(self.open.line, label, "tbc"))
        elif self.open:
            self.kept.append((self.open.group, self.open.text))
        self.open = None

    def entry(self, entry: Entry) -> None:
        """Take the people out of *entry*, or keep its words."""
        if self.goes_on(entry) or self.place(entry):
            return
        said = heard(entry.text, entry.label, inverted=self.inverted)
        taken = [(each, self.sure(each, said, entry)) for each in said.people]
        good = [(each, sure) for each, sure in taken if sure >= 0.5]
        if not good or len(good) < len(taken) / 2:
            self.keep(entry)
            return
        self.open = None
        self.of_pending(entry, [each for each, _ in good])
        made = [person(each, entry.text, entry.line, entry.label) for each, _ in good]
        self.single = len(made) == 1 and bool(made[0].name)
        self.bulleted = bool(entry.bullet)
        self.pending = None
        if len(made) == 1 and not made[0].name and _may_be_of_next(made[0], entry, self.people):
            self.pending = (entry, len(self.people))
        for each, (_, sure) in zip(made, good, strict=True):
            if self.known(each, entry):
                continue
            self.people.append(each)
            if sure < _DOUBT:
                self.remarks.append(_doubt(each, sure))
        left = said.left
        if left and (len(good) == len(taken)):
            self.talk(entry, left, made)
        elif len(good) < len(taken):
            self.kept.append((entry.group, entry.text))

    def known(self, each: Person, entry: Entry) -> bool:
        """Return whether *each* was named before; what is said here is added to it.

        Where the two say different things of one person, the second is kept in words.
        """
        for at, other in enumerate(self.people):
            if each.name and (other.name == each.name or _is_misprint(each, other, entry.text)):
                said = (each.honorific, each.function, each.affiliation)
                before = (other.honorific, other.function, other.affiliation)
                if any(new and old and new != old for new, old in zip(said, before, strict=True)):
                    name = f"{each.honorific or ''} {each.name}".strip()
                    self.kept.append((entry.group, ", ".join(filter(None, (name, *said[1:])))))
                self.people[at] = replace(
                    other,
                    honorific=other.honorific or each.honorific,
                    function=other.function or each.function,
                    affiliation=other.affiliation or each.affiliation,
                    tbc=other.tbc or each.tbc,
                    remote=other.remote or each.remote,
                )
                return True
        return False

    def sure(self, each: Found, said: Heard, entry: Entry) -> float:
        """Return how sure it is that *each* speaks."""
        if each.name:
            return of_person(each, said, entry.label, title=False)
        return of_place(each, said, entry.label, entry.text, title=False)

    def talk(self, entry: Entry, left: str, made: list[Person]) -> None:
        """Keep what is left of *entry*, with whose talk it is."""
        whose = made[0].name
        words = (
            f"{whose}: {left}" if len(made) == 1 and whose and _is_talk(entry.text, left) else left
        )
        self.kept.append((entry.group, words))

    def place(self, entry: Entry) -> bool:
        """Take "Moderator: TBC" for a place that is kept for somebody."""
        label = entry.label
        if not (label and label.role and not label.weak and tbc.is_mark(entry.text.strip("[]()"))):
            return False
        self.people.append(_kept_place(entry.line, label, entry.text.strip("[]() ")))
        self.open = None
        return True

    def keep(self, entry: Entry) -> None:
        """Keep the words of an entry that names nobody."""
        if self.single and entry.text[:1] in "“«„" and not entry.inline:
            self.kept.append((entry.group, f"{self.people[-1].name}: {entry.text}"))
            return
        self.single = False
        self.pending = None
        if entry.inline and entry.label:
            self.kept.append((entry.group, f"{entry.label.words}: {entry.text}"))
            return
        if kind_of(entry.text) is Kind.BODY and entry.bullet:
            self.pending = (entry, -1)
        self.close()
        self.kept.append((entry.group, entry.text))

    def goes_on(self, entry: Entry) -> bool:
        """Take a line under a name for its function or body."""
        if not self.single or entry.inline or not self.people:
            return False
        last = self.people[-1]
        if entry.bullet:
            return not self.bulleted and self.curriculum(entry)
        if last.affiliation or (last.function and entry.apart):
            return False
        said = [each for each in atoms(entry.text) if each.kind is not Kind.TBC]
        if said and said[0].kind is Kind.ROLE and said[0].role is Role.CHAIR and not entry.inline:
            said[0] = replace(said[0], kind=Kind.FUNCTION)
        posts = said and said[0].kind in (Kind.FUNCTION, Kind.BODY)
        if not posts or not all(map(_is_said_of_post, said)):
            return False
        if entry.apart and said[0].kind is not Kind.FUNCTION:
            return False
        said_of = heard(f"Ms. Doe, {entry.text}", None)
        more = said_of.people
        if len(more) != 1:
            return False
        told = person(more[0], f"Ms. Doe, {entry.text}", entry.line, None)
        if last.function and told.function:
            return False
        if said_of.left:
            self.kept.append((entry.group, said_of.left))
        self.people[-1] = replace(
            last,
            function=last.function or told.function,
            affiliation=told.affiliation,
            tbc=last.tbc or told.tbc,
            remote=last.remote or told.remote,
        )
        return True

    def curriculum(self, entry: Entry) -> bool:
        """Take bullets under a name that has none for what its bearer is."""
        said = atoms(entry.text)
        if (
            not said
            or said[0].kind is not Kind.FUNCTION
            or any(each.kind is Kind.NAME for each in said)
        ):
            return False
        if any(each.kind is Kind.TBC for each in said) or entry.label:
            return False
        last = self.people[-1]
        words = entry.text.strip(" .;")
        self.people[-1] = replace(
            last, function=f"{last.function}; {words}" if last.function else words
        )
        return True

    def of_pending(self, entry: Entry, made: list[Found]) -> None:
        """Give the body on the line before to the person under it."""
        if (
            not self.pending
            or entry.bullet
            or entry.apart
            or entry.inline
            or len(made) != 1
            or not made[0].name
        ):
            return
        before, at = self.pending
        said = [*made[0].before, *made[0].details]
        kind = kind_of(before.text)
        if said and (kind is not Kind.BODY or any(a.kind is not Kind.FUNCTION for a in said)):
            return
        if at >= 0:
            del self.people[at]
        else:
            self.kept = [each for each in self.kept if each[0] != before.group]
        made[0].details.append(Atom(kind=kind, text=" ".join(before.text.split()), start=0, end=0))

    def rest(self) -> tuple[str, ...]:
        """Return the paragraphs that name nobody, in order."""
        paragraphs: dict[int, list[str]] = {}
        for group, words in self.kept:
            paragraphs.setdefault(group, []).append(words)
        return tuple("; ".join(words) for words in paragraphs.values())


def _is_misprint(each: Person, other: Person, text: str) -> bool:
    """Return whether a sentence, *text*, spells *other* of the same body in another way."""
    if not (each.name and other.name and each.affiliation and SPEAKS.search(text)):
        return False
    same = each.affiliation == other.affiliation and each.name[:1] == other.name[:1]
    near = fuzz.ratio(each.name.casefold(), other.name.casefold()) >= _SPELT_ALIKE
    return same and near and len(each.name.split()) == len(other.name.split()) > 1


def _may_be_of_next(place: Person, entry: Entry, before: list[Person]) -> bool:
    """Return whether a body or an office on its own may be that of the person on the next line."""
    if place.affiliation and not place.function:
        return True
    among = bool(before) and not before[-1].name
    standing = any(names.key(word) in functions.STANDING_FOR for word in entry.text.split())
    alone = kind_of(entry.text) is Kind.FUNCTION and not (entry.inline or entry.label)
    return alone and not (among or standing or place.tbc)


def _is_said_of_post(atom: Atom) -> bool:
    """Return whether *atom*, in a line that begins with a post, can belong to it."""
    if atom.kind is Kind.NAME:
        return not atom.sure and atom.sign in (",", ".") and not names.has_given(atom.text)
    if atom.kind is Kind.TEXT:
        return atom.sign == "," and names.key(atom.text.split()[0]) in PREPOSITIONS
    return atom.kind is not Kind.QUOTE


def _kept_place(line: int, label: Label, mark: str) -> Person:
    """Return the place that "Moderator: TBC" keeps: its function is what the note says of it."""
    words = tbc.without(label.words)[0]
    return Person(line=line, function=f"{words} ({mark})", label=words, role=label.role, tbc=True)


def _is_inverted(read: list[Entry]) -> bool:
    """Return whether the list is written "Surname, First": told by those that leave no doubt."""
    clear = 0
    for entry in read:
        head = entry.text.split("(")[0]
        parts = [part.strip() for part in head.split(",")]
        if len(parts) == 2 and all(map(names.is_name, parts)):
            surname, given = parts
            short = not names.is_full(surname) or not names.is_full(given)
            clear += surname.isupper() or (short and "(" in entry.text)
    return clear >= 2


def _is_talk(text: str, left: str) -> bool:
    return left[:1] in "“«„\"‘'" or text.endswith(left)


def _doubt(each: Person, sure: float) -> Remark:
    words = each.name or each.label or ""
    return Remark(
        field="speakers",
        line=each.line,
        code="taken-for-speaker",
        message=f"{words!r} was taken for somebody who speaks, by the look of the words",
        sure=sure,
        hint="take it out of the speakers where it is none",
    )
