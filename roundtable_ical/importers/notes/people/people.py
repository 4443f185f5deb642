"""Who is named in the lines of a note: name, honorific, function, affiliation, role, tbc."""

from collections.abc import Sequence

from roundtable_ical.importers.notes.found import Named, Person
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import tbc
from roundtable_ical.importers.notes.people.assembly import heard
from roundtable_ical.importers.notes.people.body import Body
from roundtable_ical.importers.notes.people.common_words import CONNECTING
from roundtable_ical.importers.notes.people.entries import entries, without_mail
from roundtable_ical.importers.notes.people.evidence import of_person, of_place
from roundtable_ical.importers.notes.people.persons import person
from roundtable_ical.importers.notes.people.roles import label, role_of


def named(body: Sequence[Line], language: str) -> Named:  # noqa: ARG001 - all are read alike
    """Return who is named in *body*, the lines under an item's title, and what is left.

    Whom the words only mention is no speaker; what is taken for a name without a clue but its
    look comes with a remark.
    """
    reading = Body(entries(body))
    reading.run()
    return Named(people=tuple(reading.people), rest=reading.rest(), remarks=tuple(reading.remarks))


def listed(lines: Sequence[Line], language: str) -> tuple[Person, ...]:
    """Return the people of a list of speakers outside an agenda."""
    return named(lines, language).people


def in_title(
    title: str,
    line: int,
    language: str,  # noqa: ARG001 - all languages are read alike
) -> tuple[str, tuple[Person, ...]]:
    """Return *title* without the people named in it, and these people.

    The title is empty where nobody but people is named in it.
    """
    text = without_mail(title).strip()
    over = label(text)
    if over and over[1] and over[0].role:
        said = heard(over[1], over[0], title=True)
        if said.people and of_person(said.people[0], said, over[0], title=True) >= 0.6:
            people = tuple(person(each, over[1], line, over[0]) for each in said.people)
            words = over[0].words if over[0].tbc is False else tbc.without(over[0].words)[0]
            return f"{words}: {said.left}" if said.left else words, people
    said = heard(text, None, title=True)
    kept = tuple(
        person(each, text, line, None)
        for each in said.people
        if (
            of_person(each, said, None, title=True)
            if each.name
            else of_place(each, said, None, text, title=True)
        )
        >= 0.5
    )
    if not kept:
        return title, ()
    by_office = not kept[0].name and said.people[0].before[0].sign == "by"
    if len(kept) < len(said.people) or by_office or (not said.left and not kept[0].name):
        return title, kept
    acting = any(each.name and each.role for each in kept)
    return _without_doing(said.left) if acting else said.left, kept


def _without_doing(title: str) -> str:
    """Return *title* without the word for what those who were taken out do: "Panel moderated"."""
    head, _, last = title.rpartition(" ")
    of = head.rpartition(" ")[2].casefold() in CONNECTING
    return head if head and last.islower() and role_of(last) and not of else title
