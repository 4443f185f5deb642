"""What every part of a programme file has in common."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, model_validator


class Part(BaseModel):
    """A value read from a programme file: frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, values: object) -> object:
        """Take a key without a value as not written, and leave a misspelt one to be told."""
        if not isinstance(values, Mapping):
            return values
        known = cls.model_fields
        return {
            key: value for key, value in values.items() if value is not None or key not in known
        }
