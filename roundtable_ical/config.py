"""Settings of one installation, from environment variables ``ROUNDTABLE_<NAME>``.

In: a mapping of variables.  Out: `Settings`.  May import: ports and the core.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    IPvAnyNetwork,
    SecretStr,
    ValidationError,
)
from pydantic_core import ErrorDetails

from roundtable_ical.errors import InvalidField, InvalidSetting
from roundtable_ical.programme.nearest import nearest
from roundtable_ical.programme.texts import PageAddress

PREFIX = "ROUNDTABLE_"


def _paths(value: object) -> object:
    return tuple(filter(None, value.split(":"))) if isinstance(value, str) else value


def _words(value: object) -> object:
    return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value


_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def seconds(words: str) -> int:
    """Return a length of time as people write it, in seconds: ``90``, ``90s``, ``10m``, ``2h``.

    Raises:
        InvalidField: it is none.

    >>> seconds("10m")
    600
    """
    found = re.fullmatch(r"(\d{1,9})\s*([smhd]?)", words.strip())
    if not found:
        raise InvalidField("time", words, "is no length of time", hint="write 90s, 10m, 2h or 1d")
    return int(found[1]) * _UNITS[found[2] or "s"]


def _seconds(value: object) -> object:
    return seconds(value) if isinstance(value, str) else value


Seconds = Annotated[int, BeforeValidator(_seconds), Field(ge=0, le=7 * 86_400)]


class Settings(BaseModel):
    """What an installation decides; everything has a default that works."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: PageAddress | None = Field(
        None, description="public address of the events, as https://events.example.org"
    )
    events: Annotated[tuple[str, ...], BeforeValidator(_paths)] = Field(
        (), description="programme files or folders, separated by colons"
    )
    store: str | None = Field(
        None, description="where revisions are kept: a path (SQLite) or postgresql://USER@HOST/NAME"
    )
    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on")
    workers: int = Field(1, ge=1, le=64, description="server processes")
    max_age: int = Field(300, ge=0, le=86_400, description="seconds a feed may be kept (RFC 9111)")
    watch: float = Field(0.5, ge=0.05, le=60, description="seconds between looks at the files")
    trusted_proxy: IPvAnyNetwork | None = Field(
        None, description="address or network of the proxy whose X-Forwarded-For is believed"
    )
    secret_key: SecretStr | None = Field(
        None, description="signs personal links; by default a file beside an SQLite store"
    )
    mail: str | None = Field(
        None, description="how mail leaves: smtp://USER@HOST:587, maildir:FOLDER or eml:FOLDER"
    )
    smtp_password: SecretStr | None = Field(
        None, description="of the user in ROUNDTABLE_MAIL; else the keyring is asked"
    )
    imap_password: SecretStr | None = Field(
        None, description="of the mailbox that answers are read from; else the keyring is asked"
    )
    settle: Seconds = Field(
        0, description="how long a message waits for a newer one in its place, as 10m"
    )
    declined: Literal["keep", "tbc"] = Field(
        "keep", description="what feeds say of who declined: nothing, or tbc again"
    )
    authserv: Annotated[tuple[str, ...], BeforeValidator(_words)] = Field(
        (), description="names of own mail servers whose Authentication-Results count, by commas"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="least important line of the log"
    )

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """Return the settings in *environ*; other variables are not looked at, nor empty ones.

        Raises:
            InvalidSetting: one cannot be used, or is misspelt; the message names each.
        """
        values = {
            name.removeprefix(PREFIX).lower(): value
            for name, value in environ.items()
            if name.startswith(PREFIX) and value
        }
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            details = error.errors(include_url=False)
            raise InvalidSetting("\n".join(map(cls._explained, details))) from None

    @classmethod
    def _explained(cls, details: ErrorDetails) -> str:
        name = str(details["loc"][0])
        if name in cls.model_fields:
            about = cls.model_fields[name].description
            cause = details.get("ctx", {}).get("error")
            reason = f"is refused: {details['msg']}"
            if isinstance(cause, InvalidField):
                reason = f"{cause.reason}; {cause.hint}"
            return f"{_variable(name)} ({about}): {details['input']!r} {reason}"
        meant = nearest(name, cls.model_fields, limit=1) or cls.model_fields
        known = ", ".join(map(_variable, meant))
        return f"{_variable(name)}: there is no such setting; there is: {known}"


def _variable(name: str) -> str:
    return f"{PREFIX}{name.upper()}"
