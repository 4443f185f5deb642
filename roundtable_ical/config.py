"""Settings of one installation, from environment variables ``ROUNDTABLE_<NAME>``.

In: a mapping of variables.  Out: `Settings`.  May import: ports and the core.
"""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from roundtable_ical.errors import InvalidSetting
from roundtable_ical.programme.texts import WebAddress

PREFIX = "ROUNDTABLE_"


def _paths(value: object) -> object:
    return tuple(filter(None, value.split(":"))) if isinstance(value, str) else value


class Settings(BaseModel):
    """What an installation decides; everything has a default that works."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: WebAddress | None = Field(
        None, description="public address of the events, as https://events.example.org"
    )
    events: Annotated[tuple[str, ...], BeforeValidator(_paths)] = Field(
        (), description="programme files or folders, separated by colons"
    )
    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on")
    workers: int = Field(1, ge=1, le=64, description="server processes")
    max_age: int = Field(300, ge=0, le=86_400, description="seconds a feed may be kept (RFC 9111)")
    watch: float = Field(0.5, ge=0.05, le=60, description="seconds between looks at the files")
    log_level: str = Field("info", pattern="^(debug|info|warning|error)$")

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """Return the settings in *environ*; other variables are not looked at.

        Raises:
            InvalidSetting: one cannot be used, or is misspelt; the message names each.
        """
        values = {
            name.removeprefix(PREFIX).lower(): value
            for name, value in environ.items()
            if name.startswith(PREFIX)
        }
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            lines = (
                f"{PREFIX}{str(details['loc'][0]).upper()}: {details['msg']}"
                for details in error.errors(include_url=False)
            )
            raise InvalidSetting("\n".join(lines)) from None
