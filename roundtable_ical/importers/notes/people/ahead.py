"""What stands before a name and belongs to it: a function, a body, an office that speaks."""

import re
from dataclasses import replace

from roundtable_ical.importers.notes.people import functions, names
from roundtable_ical.importers.notes.people.found_people import DETAILS, Found
from roundtable_ical.importers.notes.people.wording import Atom, Kind, kind_of

_BY = re.compile(
    r"\b(?:by|par|por|oleh)\s+(?:the\s+|la\s+|le\s+|el\s+|l['’])?(?=\S+(?:\s\S+){0,6}$)"
)
_OF_POST = re.compile(
    r"\b(?:of|by|from|de|du|del|de la|de l['’]|par|por|di|do|da)\s*(?:the\s+)?"
    rf"(?=(?:{'|'.join(sorted(functions.NOUNS))})\b)",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    r"(?:opening |closing |welcome |keynote )?(?:address|remarks?|speech|statement|message|"
    r"allocution|discours|mots?|intervention|palabras|discurso|saludos?|intervención|mensaje|sambutan|saluti?)\b",
    re.IGNORECASE,
)
"""What is said at an opening or a closing."""


def take_lead(found: Found, atom: Atom, lead: list[Atom], *, title: bool) -> None:
    """Give *found*, named by *atom*, what of the *lead* before it is said of it."""
    words = [each for each in lead if each.kind in DETAILS]
    apart = atom.sign in (":", "(") and not (lead and lead[-1].bracketed)
    bodies_only = all(each.kind is Kind.BODY for each in words)
    if words and atom.sign == "+" and lead[-1] is words[-1]:
        texts = [at for at, each in enumerate(lead) if each.kind in (Kind.TEXT, Kind.QUOTE)]
        words = [each for each in lead[texts[-1] + 1 if texts else 0 :] if each in words]
    apart_at = [at for at, each in enumerate(words) if at and each.sign in (":", "–")]
    if apart_at and atom.sign == "+" and words[apart_at[-1]].kind is Kind.FUNCTION:
        words = words[apart_at[-1] :]
    acting = [at for at, each in enumerate(words) if each.sign == "by"]
    if acting and atom.sign in (",", "+", ";", "") and words[acting[-1]].kind is Kind.FUNCTION:
        found.before = words[acting[-1] :]
        found.spans += [(each.start, each.end) for each in found.before]
        return
    spoken = SPOKEN.match(words[0].text) if words else None
    if spoken and (of := _OF_POST.search(words[0].text, spoken.end() - 1)):
        start = words[0].start + of.end()
        post = replace(words[0], kind=Kind.FUNCTION, text=words[0].text[of.end() :], start=start)
        found.before = [post, *words[1:]]
        return
    if (words and atom.sign == "+") or (
        words and len(words) == len([e for e in lead if e.kind is not Kind.ROLE])
    ):
        told = atom.sure or names.has_given(atom.text)
        topic = title and (atom.sign == "–" or (atom.sign == ":" and not told))
        known = words[0].kind is Kind.FUNCTION or (bodies_only and not topic)
        if title and atom.bracketed and not lead[-1].bracketed:
            if atom.sure and bodies_only:
                found.before = words
            return
        if known and atom.sign in (",", "+", "(", "–", "", ":") and (not apart or bodies_only):
            found.before = words
            found.spans += [(each.start, each.end) for each in words]
            return
    last = lead[-1] if lead else None
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
