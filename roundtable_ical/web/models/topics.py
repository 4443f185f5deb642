"""Themes, as pages show them: number and rail first, colour third."""

from dataclasses import dataclass

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.web.models.said import Said, Voice

COLOURS = 5
RAILS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A theme; *number* counts from 1 in the organiser's order, *count* is of items with a time."""

    id: str
    number: int
    title: Said
    count: int = 0

    @property
    def tone(self) -> int:
        """Which of the five colours: a sixth theme reuses the first, with its own number."""
        return (self.number - 1) % COLOURS + 1

    @property
    def rail(self) -> int:
        """Which of the four patterns of rail."""
        return (self.number - 1) % RAILS + 1


def topics(event: SideEvent, say: Voice) -> dict[str, Topic]:
    """Return the themes of *event* by id, in the organiser's order."""
    return {
        theme.id: Topic(
            id=theme.id,
            number=number,
            title=say(theme.title),
            count=len(event.holders.get(("themes", theme.id), ())),
        )
        for number, theme in enumerate(event.themes, start=1)
    }
