"""Who speaks, as far as a calendar says it; who is invited or has sent it speaks not."""

import re
from collections.abc import Iterator

from roundtable_ical.importers.calendars.components import Component
from roundtable_ical.importers.calendars.texts import text
from roundtable_ical.importers.speakers import ROLES, Somebody, like_a_name, several
from roundtable_ical.programme.people import Role
from roundtable_ical.zones.places import folded

_LABEL = re.compile(r"\s*(?:[-*•]\s*)?([^\W\d][^:：\n]{1,30}?)\s*[:：]\s*(.*)")
_ADDRESS = re.compile(r"(?:mailto:)?[^@\s]+@[^@\s]+\.[^@\s]+", re.IGNORECASE)
_NOBODY = re.compile(r"no-?mail|no-?reply|invalid|example\.(?:com|org|net)", re.IGNORECASE)
_PREPOSITIONS = frozenset("by von mit avec con with par por".split())
_LONGEST = 2_000


def speakers(item: Component, description: str) -> tuple[Somebody, ...]:
    """Return who speaks in a VEVENT, each once.

    PARTICIPANT of the type SPEAKER (RFC 9073), ATTENDEE whose address is none (frab and others
    list speakers so), and the lines of the description that begin as "Speakers:".
    """
    found = [*_participants(item), *_attendees(item), *_described(description)]
    known: dict[tuple[str, ...], Somebody] = {}
    for each in found:
        key = tuple(sorted(folded(each.name).split()))
        if key not in known or (known[key].role is Role.SPEAKER and each.role is not Role.SPEAKER):
            known[key] = each
    return tuple(known.values())


def _participants(item: Component) -> Iterator[Somebody]:
    for part in item.inside("PARTICIPANT"):
        kind = part.first("PARTICIPANT-TYPE")
        name = part.first("SUMMARY", "NAME")
        if kind and kind.value.upper() == "SPEAKER" and name:
            yield from several(text(name), one_each=True)[:1]


def _attendees(item: Component) -> Iterator[Somebody]:
    for line in item.every("ATTENDEE"):
        name = line.parameters.get("CN", "").strip("\"' ")
        role = line.parameters.get("ROLE", "").upper()
        nobody = not _ADDRESS.fullmatch(line.value) or bool(_NOBODY.search(line.value))
        person = line.parameters.get("CUTYPE", "INDIVIDUAL").upper() == "INDIVIDUAL"
        if name and "@" not in name and person and (role == "SPEAKER" or nobody):
            yield from several(name, one_each=True)[:1]


def _described(description: str) -> Iterator[Somebody]:
    """Yield who is named behind a label, or one by one in the lines under it."""
    role: Role | None = None
    sure = False
    for line in description.split("\n"):
        match = _LABEL.fullmatch(line[:_LONGEST])
        label = folded(re.sub(r"\(.*?\)|/.*", "", match[1])) if match else ""
        told = _role(label)
        if match and told:
            role, sure = told, label not in _PREPOSITIONS
            yield from _named(match[2], role, sure=sure)
            role = None if match[2].strip() else role
        elif role and (bullet := re.match(r"\s*[-*•–]\s+(.*)", line)):
            yield from _named(bullet[1], role, sure=sure)
        elif line.strip():
            role = None


def _role(label: str) -> Role | None:
    """Return what people behind *label* do; None where it announces nobody."""
    words = label.split()
    roles = [ROLES[word] for word in words if word in ROLES]
    return roles[0] if roles and len(words) <= 2 else None


def _named(words: str, role: Role, *, sure: bool) -> Iterator[Somebody]:
    """Yield who is named in *words*; *sure* where even a single word there is a name."""
    for each in several(words):
        if like_a_name(each.name) or (sure and len(each.name.split()) == 1):
            kept = role if each.role is Role.SPEAKER else each.role
            yield Somebody(
                name=each.name,
                honorific=each.honorific,
                affiliation=each.affiliation,
                role=kept,
                tbc=each.tbc,
            )
