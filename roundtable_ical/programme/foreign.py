"""What another format says and the programme has no field for; kept for the way back."""

import hashlib
import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.texts import shortened

DEEPEST = 16
MOST_VALUES = 250_000
LONGEST = 100_000
_SHORT = 40
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_HINT = "write texts, lists of them, and keys with them"


class Kept(dict[str, Any]):
    """Nested texts, lists and mappings that nobody changes; it can be hashed as other values."""

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none, and is not kept
        return hash(_hashable(self))


def as_said(words: str) -> str:
    """Return *words* of a programme as they are noted beside another format's words for them.

    Those stand as long as the programme still says the same: long words are noted as a digest.

    >>> as_said("10:30")
    '10:30'
    """
    if len(words) <= _SHORT:
        return words
    return "sha256:" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def _kept(value: object) -> Kept:
    """Return *value* as it is kept.

    Raises:
        InvalidField: something else than texts, lists and mappings is in it, a control character
            or half a character, or more than anybody would want to keep.
    """
    if not isinstance(value, Mapping):
        raise InvalidField("foreign", shortened(repr(value)), "is no mapping", hint=_HINT)
    budget = [MOST_VALUES]
    return Kept({_text(key): _plain(item, 1, budget) for key, item in value.items()})


def _plain(value: object, depth: int, budget: list[int]) -> Any:
    budget[0] -= 1
    if isinstance(value, str):
        return value if value.isprintable() and len(value) <= LONGEST else _text(value)
    if depth > DEEPEST or budget[0] < 0:
        reason = f"is more than {DEEPEST} deep, or has more than {MOST_VALUES:,} values"
        raise InvalidField("foreign", "what is kept", reason, hint="remove what nobody needs")
    if isinstance(value, Mapping):
        return {_text(key): _plain(item, depth + 1, budget) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, depth + 1, budget) for item in value]
    if value is None:
        return ""
    raise InvalidField("foreign", shortened(repr(value)), "is no text", hint=_HINT)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        reason = f"is no text of {LONGEST:,} characters at most"
        raise InvalidField("foreign", shortened(repr(value)), reason, hint=_HINT)
    if control := _CONTROL.search(value):
        reason = f"has the control character U+{ord(control[0]):04X}"
        raise InvalidField("foreign", shortened(value), reason, hint="delete that character")
    return value


def _hashable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return frozenset((key, _hashable(item)) for key, item in value.items())
    return tuple(map(_hashable, value)) if isinstance(value, list) else value


_ABOUT = "what another format says and the programme has no field for; kept for the way back"
Foreign = Annotated[
    dict[str, Any],
    PlainValidator(_kept),
    WithJsonSchema({"type": "object", "description": _ABOUT}),
    Field(repr=False, validate_default=True),
]
"""Texts, lists and mappings by the name of the format (``frab``); in no feed and on no page."""
