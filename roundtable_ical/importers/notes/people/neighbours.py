"""Where a name in an entry begins the next person, and where it belongs to the one before."""

from roundtable_ical.importers.notes.people import names
from roundtable_ical.importers.notes.people.found_people import DETAILS, Found
from roundtable_ical.importers.notes.people.roles import Label
from roundtable_ical.importers.notes.people.wording import Atom, Kind


def after(atoms: list[Atom], at: int) -> Atom | None:
    """Return what stands behind the one at *at*; None behind the last."""
    return atoms[at + 1] if at + 1 < len(atoms) else None


def is_next(atoms: list[Atom], at: int, current: Found | None, label: Label | None) -> bool:
    """Return whether the name at *at* is another person than *current*, the one before."""
    atom, following = atoms[at], after(atoms, at)
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
        kinds = (*DETAILS, Kind.TBC) if known else (Kind.FUNCTION,)
        if known and full and following and following.sign == "–":
            return True
        return bool(full and following and following.kind in kinds and following.sign != ";")
    if not full:
        return not names.is_full(current.name.text)
    if following and following.bracketed and following.kind in (*DETAILS, Kind.NAME):
        return True
    if _is_body(atoms, at, current):
        return False
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
    if current.name.sign in ("(", "and") or current.name.honorific or atom.bracketed:
        return False
    surname, given = current.name.text, atom.text
    if names.is_acronym(given) and len(given) > 3 and not surname.isupper():
        return False
    following = after(atoms, at)
    if following and following.kind is Kind.NAME and following.sign == ",":
        return False
    if surname.isupper() and not given.isupper():
        return True
    if names.is_given(given) and not names.is_given(surname):
        both = names.is_full(surname) and names.is_full(given)
        return len(names.tokens(given)) <= 3 and not (both and not names.only_given(given))
    if not names.is_full(surname):
        return len(names.tokens(given)) <= 3
    short = len(names.tokens(surname)) <= 3 and len(names.tokens(given)) <= 3
    backed = bool(following and following.bracketed and following.kind in (*DETAILS, Kind.NAME))
    if inverted:
        return short and not (names.is_acronym(given))
    return short and backed and not names.is_full(given)


def is_glued_body(name: str, atom: Atom) -> bool:
    """Return whether "Word ACRONYM" is a body: the name before has no such capitals."""
    loud = names.has_capital_surname(atom.text) and not atom.sure
    return loud and not names.has_capital_surname(name) and atom.sign == ","
