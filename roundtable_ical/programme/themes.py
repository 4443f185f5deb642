"""What the event is about; each theme can be followed by itself."""

from typing import Annotated

from pydantic import AfterValidator, Field

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.colors import CSS3_COLORS
from roundtable_ical.programme.foreign import Foreign
from roundtable_ical.programme.nearest import nearest
from roundtable_ical.programme.texts import Line, Slug, Text, shortened


def _color(value: str) -> str:
    if value not in CSS3_COLORS:
        near = nearest(value, CSS3_COLORS)
        hint = f"write {' or '.join(near)}" if near else "write a name such as teal or darkred"
        raise InvalidField("color", shortened(value), "is not a colour name of CSS 3", hint=hint)
    return value


Color = Annotated[str, AfterValidator(_color), Field(description="CSS3 colour name, as teal")]


class Theme(Part):
    """One thread through the agenda."""

    id: Slug
    title: Line
    description: Text | None = None
    color: Color | None = None
    foreign: Foreign = Field({})
