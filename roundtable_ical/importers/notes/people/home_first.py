"""A town and its province before the name of who comes from there: "Quorn, Surrey – Ana Ruiz"."""

from dataclasses import replace

from roundtable_ical.importers.notes.people import names
from roundtable_ical.importers.notes.people.wording import Atom, Kind

_HOMES = frozenset((Kind.NAME, Kind.BODY, Kind.OTHER))


def home_first(read: list[Atom]) -> list[Atom]:
    """Return *read*, its first two atoms one body where they are the place of the name behind.

    The name is known by its given name; no word of the place is one.
    """
    if len(read) != 3:
        return read
    town, province, who = read
    listed = province.sign == "," or (province.bracketed and province.sign == "(")
    named = who.kind is Kind.NAME and not who.bracketed and names.has_given(who.text)
    if not (listed and named and who.sign in ("–", ":") and town.kind is Kind.NAME):
        return read
    if town.sure or not _may_be_place(town) or not _may_be_place(province):
        return read
    closing = ")" if province.bracketed else ""
    between = " (" if province.bracketed else ", "
    text = f"{town.text}{between}{province.text}{closing}"
    end = province.end + len(closing)
    return [replace(town, kind=Kind.BODY, text=text, end=end), replace(who, sign="–")]


def _may_be_place(atom: Atom) -> bool:
    return atom.kind in _HOMES and not atom.sure and not names.is_given(atom.text)
