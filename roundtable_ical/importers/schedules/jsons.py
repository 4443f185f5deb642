"""JSON files of others: read once, within bounds, and told apart by what is in them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from roundtable_ical.importers.decoded import Undecodable, decoded
from roundtable_ical.importers.draft import refused
from roundtable_ical.ports import Source
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.reading import Reading
from roundtable_ical.programme.texts import shortened

LARGEST = 64_000_000
MOST_GROUPS = 1_000_000
MOST_VALUES = 8_000_000
KNOWN = "schedule.json (frab, pretalx, c3voc), pretalx, Indico and Sessionize exports"
MOST_LINED = 20_000_000
_MOST_MISSED = 50
_SAVE = "export the file again"
_COMMENTS = ("/*", "//", "#", "<!--")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What a JSON file holds; or, where it holds none, the one problem and its line."""

    value: Any = None
    problems: tuple[Problem, ...] = ()
    unreadable: Problem | None = None
    line: int | None = None


def tree(source: Source) -> Tree:
    """Return what is in the file; a caller changes nothing in it."""
    return _tree(source.content)


def looks_like_json(source: Source) -> bool:
    """Tell whether the file begins as JSON does, or is called so."""
    head = source.content[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head[:1] in {b"{", b"["} or (source.name.lower().endswith(".json") and head[:1] != b"<")


def unrecognised(source: Source, found: Tree) -> Reading:
    """Return the reading of JSON that is broken, or no schedule that anybody here knows."""
    if found.unreadable is not None:
        return refused(source, found.unreadable, found.line)
    top = found.value
    what = "a list" if isinstance(top, list) else "a value"
    if isinstance(top, Mapping):
        what = f"an object with {', '.join(shortened(repr(key)) for key in list(top)[:6])}"
    message = f"the JSON is {what}, and not recognised as a schedule"
    hint = f"known are {KNOWN}; export one of these"
    return refused(source, Problem.error("not-a-schedule", (), message, hint), 1)


# The plug-ins look at a file one after another: it is parsed for the first of them.
@lru_cache(maxsize=1)
def _tree(content: bytes) -> Tree:
    groups = content.count(b"{") + content.count(b"[")
    values = groups + content.count(b",")
    if len(content) > LARGEST or groups > MOST_GROUPS or values > MOST_VALUES:
        message = f"the file has {len(content) / 1e6:,.0f} MB and about {values:,} values"
        hint = f"at most {LARGEST // 1_000_000} MB and {MOST_VALUES:,} values; export a part of it"
        return Tree(unreadable=Problem.error("too-large", (), message, hint))
    try:
        return _parsed(*_text(content))
    except Undecodable as error:
        return Tree(unreadable=Problem.error("not-json", (), str(error), _SAVE))


def _text(content: bytes) -> tuple[str, tuple[Problem, ...]]:
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        found = decoded(content)
        return found.text, found.problems


def _parsed(text: str, problems: tuple[Problem, ...]) -> Tree:
    hooks = _Hooks()
    try:
        value = json.loads(text, object_pairs_hook=hooks.mapping, parse_constant=hooks.constant)
    except json.JSONDecodeError as error:
        return _broken(text, error)
    except RecursionError:
        message, hint = "values are nested too deep", "look for brackets too many"
        return Tree(unreadable=Problem.error("too-deep", (), message, hint))
    except ValueError:
        message = "a number has thousands of digits"
        return Tree(unreadable=Problem.error("not-json", (), message, "look for it and mend it"))
    return Tree(value=value, problems=(*problems, *hooks.problems()))


def _broken(text: str, error: json.JSONDecodeError) -> Tree:
    start = text.lstrip()
    if not start:
        message, hint = "the file is empty", _SAVE
    elif start.startswith(_COMMENTS):
        message, hint = "this is not valid JSON: it begins with a comment", "take the comment out"
    elif not text[error.pos :].strip() or error.msg.startswith("Unterminated"):
        message, hint = f"this is not valid JSON: it ends in the middle ({error.msg})", _SAVE
    else:
        message, hint = f"this is not valid JSON: {error.msg}, column {error.colno}", _SAVE
    return Tree(unreadable=Problem.error("not-json", (), message, hint), line=error.lineno)


class _Hooks:
    """Notes what JSON does not allow, and what would get lost."""

    def __init__(self) -> None:
        self.doubled: dict[str, int] = {}
        self.constants = 0

    def mapping(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    self.doubled[key] = self.doubled.get(key, 0) + 1
                seen.add(key)
        return found

    def constant(self, _: str) -> None:
        self.constants += 1

    def problems(self) -> Iterator[Problem]:
        for key, number in list(self.doubled.items())[:5]:
            message = f"{shortened(key)!r} stands {number} times twice in one object"
            hint = "the last one was taken; remove the other"
            yield Problem.warning("duplicate-key", (), message, hint)
        if self.constants:
            message = f"{self.constants} values are NaN or infinite, which JSON has no words for"
            yield Problem.warning("not-a-number", (), message, "they were left out")


def groups(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects in the list *value*; those in a mapping of them, as PHP writes lists."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))


def mapping(value: object) -> dict[str, Any]:
    """Return the object that *value* is, or an empty one."""
    return value if isinstance(value, dict) else {}


def has(value: object, *keys: str) -> bool:
    """Tell whether *value* is an object with all *keys*."""
    return isinstance(value, dict) and all(key in value for key in keys)


def lines_of(titles: Iterable[str], content: bytes) -> Iterator[int | None]:
    """Yield the line in which each of *titles* stands in JSON, one after the other.

    None for what is not found as it was written; not looked for any more after many of those.
    """
    text = _text(content)[0] if len(content) <= MOST_LINED else ""
    at, line, missed = 0, 1, 0
    for title in titles:
        found = -1
        for words in dict.fromkeys((json.dumps(title), json.dumps(title, ensure_ascii=False))):
            if title and text and missed < _MOST_MISSED and found < 0:
                found = text.find(words, at)
        if found < 0:
            missed += 1
            yield None
            continue
        line += text.count("\n", at, found)
        at = found
        yield line


def forget() -> None:
    """Let go of the file that was read last."""
    _tree.cache_clear()
