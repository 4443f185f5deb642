"""How long it takes from one place to another, as somebody measured it."""

from pydantic import Field, model_validator

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.texts import Slug


class Walk(Part):
    """Minutes between two venues or rooms, in both directions; a venue stands for its rooms."""

    between: tuple[Slug, ...] = Field(
        min_length=2, max_length=2, description="ids of two venues or rooms"
    )
    minutes: int = Field(ge=0, le=24 * 60, description="from door to door")

    @model_validator(mode="after")
    def _two(self) -> "Walk":
        if self.between[0] == self.between[1]:
            hint = "name two different places"
            raise InvalidField("between", self.between[0], "is named twice", hint=hint)
        return self
