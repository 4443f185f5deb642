"""Who speaks, who hosts, and who sends the invitations."""

from enum import StrEnum

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.availability import Windows
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.foreign import Foreign
from roundtable_ical.programme.places import Zone
from roundtable_ical.programme.texts import LanguageTag, Line, MailAddress, Slug, WebAddress, said


class Role(StrEnum):
    """What a person does in a segment."""

    SPEAKER = "speaker"
    MODERATOR = "moderator"
    CHAIR = "chair"
    PANELLIST = "panellist"
    DISCUSSANT = "discussant"
    HOST = "host"


class HostRole(StrEnum):
    """How a host stands to the event."""

    HOST = "host"
    CO_HOST = "co-host"


class Speaker(Part):
    """A person, or a place kept for one ("Representative of X (tbc)", without a name)."""

    id: Slug
    name: Line | None = None
    honorific: Line | None = Field(None, description='as "H.E. Ms."')
    function: Line | None = None
    affiliation: Line | None = None
    label: Line | None = Field(None, description="the note's own words for a place without a name")
    email: MailAddress | None = Field(None, description="private: never leaves in feeds or JSON")
    language: LanguageTag | None = Field(None, description="of their mail; private, as email")
    timezone: Zone | None = Field(None, description="where they are; private, as email")
    tbc: bool = Field(False, description="to be confirmed")
    consent: bool = Field(True, description="may be named in public")
    available: Windows = Field(
        (), description="when they can come, on their own clock or the event's; private, as email"
    )
    away: Windows = Field((), description="when they cannot come; private, as email")
    foreign: Foreign = Field({})

    @model_validator(mode="after")
    def _someone(self) -> "Speaker":
        if not (self.name or self.label or self.function or self.affiliation):
            raise InvalidField(
                "name",
                self.id,
                "says nothing of who speaks",
                hint="write a name, or the function and affiliation of whoever will come",
            )
        return self

    def public_name(self, language: str | None, otherwise: str | None = None) -> str | None:
        """Return honorific and name, or None where there is none or it may not be said."""
        if not self.name or not self.consent:
            return None
        words = (said(part, language, otherwise) for part in (self.honorific, self.name))
        return " ".join(filter(None, words))

    def position(self, language: str | None, otherwise: str | None = None) -> str:
        """Return function and affiliation, as "Director-General, ILO"; may be empty."""
        words = (said(part, language, otherwise) for part in (self.function, self.affiliation))
        return ", ".join(filter(None, words))

    def place_words(self, language: str | None, otherwise: str | None = None) -> str:
        """Return how a person without a public name is announced: own words, else position."""
        own = said(self.label, language, otherwise)
        return own or self.position(language, otherwise)


class Appearance(Part):
    """One speaker in one segment."""

    speaker: Slug
    role: Role = Role.SPEAKER
    tbc: bool = Field(False, description="this appearance is to be confirmed")
    remote: bool = Field(False, description="speaks over the join link")

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: object) -> object:
        return {"speaker": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Let editors know that the id of a speaker alone will do."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}


class Host(Part):
    """Who invites to the event; on the wire a CONTACT, never an ORGANIZER."""

    id: Slug
    name: Line
    role: HostRole = HostRole.HOST
    url: WebAddress | None = None


class Organizer(Part):
    """The sender of invitations: the mailbox that answers come back to (RFC 5545 3.8.4.3)."""

    name: Line
    email: MailAddress
