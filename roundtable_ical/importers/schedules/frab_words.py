"""The words of frab's family of formats."""

from collections.abc import Mapping

from roundtable_ical.programme.people import Role

DAY_CHANGE = 6
"""Until this hour a night belongs to the day before."""

_ROLES = {
    "moderator": Role.MODERATOR,
    "moderation": Role.MODERATOR,
    "chair": Role.CHAIR,
    "session chair": Role.CHAIR,
    "panelist": Role.PANELLIST,
    "panellist": Role.PANELLIST,
    "discussant": Role.DISCUSSANT,
    "host": Role.HOST,
}


def role_of(words: object) -> Role:
    """Return the role that a format calls *words*."""
    return _ROLES.get(str(words).strip().lower(), Role.SPEAKER) if words else Role.SPEAKER


def said(values: Mapping[str, object]) -> dict[str, str]:
    """Return what of *values* is said, as text."""
    return {
        key: str(value)
        for key, value in values.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != ""
    }
