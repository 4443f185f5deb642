"""Lines that tell who has a role, their colon lost: "Moderator Mr. Peter Holm, Lund"."""

from roundtable_ical.importers.notes.people import honorifics, names, roles


def tells_who(text: str) -> bool:
    """Whether *text* is a role and, right behind it, who has it.

    >>> tells_who("Moderator Mr. Peter Holm, Lund"), tells_who("Chair design in Denmark")
    (True, False)
    """
    word, _, rest = text.strip().partition(" ")
    role = roles.understood(word) if rest else None
    if role is None or role.role is None:
        return False
    return honorifics.split(rest)[0] is not None or names.is_name(rest.split(",")[0])
