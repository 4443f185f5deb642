"""What pydantic found wrong, in an organiser's words."""

from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import chain
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.nearest import nearest
from roundtable_ical.programme.problems import Path, Problem, problem_of
from roundtable_ical.programme.texts import shortened, suggested_slug

_LISTS = frozenset({"tuple_type", "list_type"})
_MAPPINGS = frozenset({"model_type", "model_attributes_type", "dict_type", "mapping_type"})
_SHAPES = (
    dict.fromkeys(_LISTS, "a list belongs")
    | dict.fromkeys(_MAPPINGS, "keys and values belong")
    | {"string_type": "a text belongs"}
)
_WHOLE, _NUMBER, _SWITCH = (
    "write a whole number, as 30",
    "write a number, as 46.23",
    "true or false",
)
_WRITE = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), _WHOLE),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), _NUMBER),
    **dict.fromkeys(("bool_type", "bool_parsing"), f"write {_SWITCH}"),
    "greater_than_equal": "write a number from {ge:g} on",
    "less_than_equal": "write a number up to {le:g}",
    "too_short": "write at least {min_length}",
    "too_long": "write {max_length} at most",
    "less_than": "write a number below {lt:g}",
}
_TAGS = frozenset({"union_tag_not_found", "union_tag_invalid"})
_EXAMPLES = {
    "id": "a-short-name",
    "title": "Opening remarks",
    "name": "Amina Diallo",
    "timezone": "America/New_York",
    "revised": "2026-10-01T09:00:00Z",
    "email": "name@example.org",
    "speaker": "amina-diallo",
    "rule": "FREQ=DAILY;COUNT=5",
    "start": "09:00",
    "end": "10:00",
    "lat": "46.2300",
    "lon": "6.1340",
}


def explained(error: ValidationError, model: type[BaseModel], values: object) -> list[Problem]:
    """Return a problem for each place in *values* that *model* could not take.

    Args:
        error: as raised by ``model.model_validate(values)``.
        model: the model.
        values: what was validated, to tell places in it from pydantic's own words.
    """
    found: dict[Path, Problem] = {}
    for details in error.errors(include_url=False):
        path = _place(details, values)
        found.setdefault(path, _problem(details, path, model))
    return list(found.values())


def _place(details: ErrorDetails, values: object) -> Path:
    """Return the part of pydantic's location that is in *values*, and a missing key."""
    path: list[str | int] = []
    parts: list[str | int] = [*details["loc"]]
    cause = _cause(details)
    if cause and isinstance(details["input"], Mapping):
        parts.append(cause.field.partition(".")[0])  # a language of a text
    tag = details["type"] in _TAGS
    if tag:
        parts.append(_tag(details))
    for part in parts:
        if isinstance(values, Mapping) and part not in values and part in values.values():
            continue  # a tag of pydantic's, as the `kind` of a constraint
        inside = (isinstance(values, Mapping) and part in values) or (
            isinstance(values, list) and isinstance(part, int) and part < len(values)
        )
        if not inside:
            if details["type"] == "missing" or tag:
                path.append(part)
            break
        path.append(part)
        values = values[part]  # type: ignore[index]  # *inside* has looked
    return tuple(path)


def _problem(details: ErrorDetails, path: Path, model: type[BaseModel]) -> Problem:
    kind, value = details["type"], details["input"]
    cause = _cause(details)
    key = str(path[-1]) if path else ""
    if cause:
        return problem_of(cause, path)
    if kind == "union_tag_not_found":
        models = _models(_annotation(model, path[:-1]))
        known = [str(tag) for each in models for tag in get_args(each.model_fields[key].annotation)]
        hint = f"add `{key}: ...`; possible here: {', '.join(known)}"
        return Problem.error("missing-field", path, f"`{key}` is missing", hint)
    if kind == "missing":
        hint = f"add `{key}: {_example(key, value)}`"
        return Problem.error("missing-field", path, f"`{key}` is missing", hint)
    if kind == "extra_forbidden":
        return _unknown_key(key, path, model)
    if kind in {"enum", "union_tag_invalid"}:
        members = _enum_members(_annotation(model, path)) if kind == "enum" else _tags(details)
        known = [str(member) for member in members]
        value = value if kind == "enum" else details["ctx"]["tag"]
        near = nearest(str(value), known)
        hint = f"write {' or '.join(near)}" if near else f"write one of {', '.join(known)}"
        message = f"{shortened(repr(value))} is not possible here"
        return Problem.error("unknown-value", path, message, hint)
    if kind in _SHAPES:
        message = f"{_shown(value)} stands where {_SHAPES[kind]}"
        return Problem.error("wrong-shape", path, message, _way_out(kind, value, model, path))
    said = details["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    way_out = _WRITE.get(kind, said).format(**details.get("ctx", {}))
    return Problem.error("invalid-value", path, f"{_shown(value)} cannot be used", way_out)


def _tag(details: ErrorDetails) -> str:
    """Return the key that tells which of several shapes a value has."""
    return str(details["ctx"]["discriminator"]).strip("'")


def _tags(details: ErrorDetails) -> list[str]:
    """Return what could stand behind that key."""
    return [name.strip("' ") for name in str(details["ctx"]["expected_tags"]).split(",")]


def _cause(details: ErrorDetails) -> InvalidField | None:
    """Return the error of ours that pydantic wrapped."""
    error = details.get("ctx", {}).get("error")
    return error if isinstance(error, InvalidField) else None


def _shown(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case Mapping():
            return "a group of keys and values"
        case list() | tuple():
            return "a list"
    return shortened(repr(value))


def _example(key: str, holder: object) -> str:
    """Return what could stand behind the missing *key* of *holder*."""
    if key == "id" and isinstance(holder, Mapping):
        words = holder.get("title") or holder.get("name")
        if isinstance(words, str):
            return suggested_slug(words)
    return _EXAMPLES.get(key, "...")


def _way_out(kind: str, value: object, model: type[BaseModel], path: Path) -> str:
    """Say how to write a value of another shape."""
    expected = _annotation(model, path)
    if kind in _MAPPINGS:
        first = next(iter(chain.from_iterable(m.model_fields for m in _models(expected))), "key")
        return f"write its keys and values below it, as `{first}: {_example(first, value)}`"
    if kind in _LISTS:
        first = next(iter(chain.from_iterable(m.model_fields for m in _models(expected))), "")
        if first and not (first == "speaker" and isinstance(value, str)):
            return f"begin each item with a hyphen, as `- {first}: {_example(first, value)}`"
        return f"write it in brackets: [{shortened(str(value))}]"
    return "write it as one text"


def _unknown_key(key: str, path: Path, model: type[BaseModel]) -> Problem:
    known = _keys(_annotation(model, path[:-1]))
    near = nearest(key, known)
    hint = f"write {' or '.join(near)}" if near else f"possible here: {', '.join(sorted(known))}"
    return Problem.error("unknown-key", path, f"there is no key {shortened(key)!r} here", hint)


def _annotation(model: type[BaseModel], path: Path) -> object:
    """Return what *model* expects at *path*: a type, or something made of types."""
    expected: object = model
    for part in path:
        holders = list(_models(expected))
        if isinstance(part, str) and any(part in holder.model_fields for holder in holders):
            holder = next(holder for holder in holders if part in holder.model_fields)
            expected = holder.model_fields[part].annotation
        else:
            expected = _inner(expected)
    return expected


def _inner(expected: object) -> object:
    """Return what stands inside a list or mapping of *expected*: its last type."""
    args = [arg for arg in get_args(expected) if arg not in {type(None), ...}]
    if get_origin(expected) in {Union, UnionType}:
        return _inner(args[0])
    return args[-1] if args else expected


def _models(expected: object) -> Iterator[type[BaseModel]]:
    if isinstance(expected, type) and issubclass(expected, BaseModel):
        # A text is a root model: it has no keys of its own.
        yield from () if issubclass(expected, RootModel) else (expected,)
    for arg in get_args(expected):
        yield from _models(arg)


def _keys(expected: object) -> frozenset[str]:
    return frozenset(name for model in _models(expected) for name in model.model_fields)


def _enum_members(expected: object) -> Iterator[Any]:
    if isinstance(expected, type) and issubclass(expected, Enum):
        yield from expected
    for arg in get_args(expected):
        yield from _enum_members(arg)
