"""What every part of a programme file has in common."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A value read from a programme file: frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
