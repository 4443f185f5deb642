"""What pydantic found wrong, in an organiser's words."""

from collections.abc import Iterator, Mapping
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.nearest import nearest
from roundtable_ical.programme.problems import Path, Problem, problem_of
from roundtable_ical.programme.texts import shortened

_LISTS = frozenset({"tuple_type", "list_type"})
_MAPPINGS = frozenset({"model_type", "model_attributes_type", "dict_type", "mapping_type"})


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
    for part in details["loc"]:
        inside = (isinstance(values, Mapping) and part in values) or (
            isinstance(values, list) and isinstance(part, int) and part < len(values)
        )
        if not inside:
            if details["type"] == "missing":
                path.append(part)
            break
        path.append(part)
        values = values[part]  # type: ignore[index]  # *inside* has looked
    return tuple(path)


def _problem(details: ErrorDetails, path: Path, model: type[BaseModel]) -> Problem:
    kind, value = details["type"], details["input"]
    cause = details.get("ctx", {}).get("error")
    key = str(path[-1]) if path else ""
    if isinstance(cause, InvalidField):
        return problem_of(cause, path)
    if kind == "missing":
        return Problem.error("missing-field", path, f"`{key}` is missing", f"add `{key}: ...`")
    if kind == "extra_forbidden":
        return _unknown_key(key, path, model)
    if kind == "enum":
        known = [str(member) for member in _enum_members(_annotation(model, path))]
        near = nearest(str(value), known)
        hint = f"write {' or '.join(near)}" if near else f"write one of {', '.join(known)}"
        return Problem.error("unknown-value", path, f"{value!r} is not possible here", hint)
    if kind in _LISTS:
        hint = f"write it in brackets: [{shortened(str(value))}]"
        return Problem.error("wrong-shape", path, "a list belongs here", hint)
    if kind in _MAPPINGS:
        return Problem.error(
            "wrong-shape",
            path,
            f"{shortened(repr(value))} stands where keys and values belong",
            "write keys and values below it, as `id: ...`",
        )
    if kind == "string_type":
        hint = "write it as one text" if isinstance(value, list | dict) else "put it in quotes"
        return Problem.error("wrong-shape", path, "a text belongs here", hint)
    said = details["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    message = f"{shortened(repr(value))} cannot be used"
    return Problem.error("invalid-value", path, message, f"write {said}")


def _unknown_key(key: str, path: Path, model: type[BaseModel]) -> Problem:
    known = _keys(_annotation(model, path[:-1]))
    near = nearest(key, known)
    hint = f"write {' or '.join(near)}" if near else f"possible are {', '.join(sorted(known))}"
    return Problem.error("unknown-key", path, f"there is no key {key!r} here", hint)


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
        yield expected
    for arg in get_args(expected):
        yield from _models(arg)


def _keys(expected: object) -> frozenset[str]:
    return frozenset(name for model in _models(expected) for name in model.model_fields)


def _enum_members(expected: object) -> Iterator[Any]:
    if isinstance(expected, type) and issubclass(expected, Enum):
        yield from expected
    for arg in get_args(expected):
        yield from _enum_members(arg)
