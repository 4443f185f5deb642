"""What a file was before it was changed: steps that can be undone, to the byte."""

import base64
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from roundtable_ical.errors import InvalidField, Unavailable

MOST = 100
"""Steps that are kept; the oldest are forgotten."""
LARGEST = 64_000_000
"""Bytes that a file may have been; what says to be more is not believed."""
LONGEST = 200_000_000
"""Bytes of a file of steps that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of a file.

    *order* is what was ordered, in words; *before* the whole content of then; *after* the SHA-256
    of what was written.
    """

    order: str
    before: bytes
    after: str


def digest(content: bytes) -> str:
    """Return what tells *content* from any other."""
    return hashlib.sha256(content).hexdigest()


def written(steps: Sequence[Step]) -> bytes:
    """Return *steps* as a file keeps them, a line for each; the oldest go where they are many."""
    found: list[bytes] = []
    size = 0
    for step in reversed(steps[-MOST:]):
        before = base64.b64encode(zlib.compress(step.before)).decode()
        values = {"order": step.order, "after": step.after, "before": before}
        line = json.dumps(values).encode() + b"\n"
        size += len(line)
        if found and size > LONGEST // 2:
            break
        found.append(line)
    return b"".join(reversed(found))


def steps_in(content: bytes, name: str) -> tuple[Step, ...]:
    """Return the steps that a file keeps, oldest first.

    Raises:
        Unavailable: *name* is no such file.
    """
    try:
        return tuple(_step(line) for line in content.splitlines())
    except (ValueError, KeyError, TypeError, zlib.error, RecursionError) as error:
        hint = "take it away, and undo by hand"
        raise Unavailable(f"{name}: keeps no steps that can be undone; {hint}") from error


def _step(line: bytes) -> Step:
    values = json.loads(line)
    unpacking = zlib.decompressobj()
    before = unpacking.decompress(base64.b64decode(values["before"], validate=True), LARGEST)
    if not unpacking.eof:
        raise ValueError("is cut off, or too large")
    return Step(order=str(values["order"]), before=before, after=str(values["after"]))


def undone(steps: Sequence[Step], current: bytes, name: str) -> tuple[Step, tuple[Step, ...]]:
    """Return the step to undo, and those that are left.

    Args:
        steps: oldest first.
        current: what the file is.
        name: what it is called.

    Raises:
        InvalidField: there is none, or somebody has edited the file since.

    A step that was kept, and whose change was never written, is none.
    """
    found = list(steps)
    while found and digest(current) != found[-1].after and current == found[-1].before:
        found.pop()
    if not found:
        hint = "only what `shift`, `swap`, `move` and the like have written can be undone"
        raise InvalidField("undo", name, "has nothing to be undone", hint=hint)
    step = found.pop()
    if digest(current) != step.after:
        hint = "take that back first, or change the times by hand"
        raise InvalidField("undo", step.order, "was followed by other edits", hint=hint)
    return step, tuple(found)
