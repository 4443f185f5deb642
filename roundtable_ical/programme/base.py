"""What every part of a programme file has in common."""

from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, model_validator


@lru_cache(1_024)
def _shared(names: frozenset[str]) -> set[str]:
    return set(names)


def share_names(model: BaseModel) -> None:
    """Let *model*, which is frozen, share the set of its written fields with others like it.

    A large programme has a hundred thousand parts and texts, and a set for each takes a quarter of
    its memory; pydantic copies the set before it changes one.
    """
    names = _shared(frozenset(model.model_fields_set))
    object.__setattr__(model, "__pydantic_fields_set__", names)


class Part(BaseModel):
    """A value read from a programme file: frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _: object) -> None:
        """Take less memory."""
        share_names(self)

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
