"""Lengths of time as people type them."""

import re
from typing import Any

import click

_WORDS = re.compile(
    r"(?P<sign>[+-]?)(?:pt(?=\d))?(?:(?P<hours>\d{1,3})\s*h(?:ours?)?)?"
    r"\s*(?:(?P<minutes>\d{1,5})\s*(?:m|min|minutes?)?)?"
)


class Minutes(click.ParamType[int]):
    """Minutes as ``10m``, ``-5m``, ``1h30m``, ``PT30M`` or ``10``, from *least* to *most*."""

    name = "time"

    def __init__(self, least: int | None = None, most: int | None = None) -> None:
        self._least = least
        self._most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the minutes, or end with the way to write them."""
        found = _WORDS.fullmatch(str(value).strip().lower())
        if not found or not (found["hours"] or found["minutes"]):
            signed = ", -5m" if self._least is None else ""
            self.fail(f"{value!r} is no length of time; write 10m{signed} or 1h30m", param, ctx)
        minutes = int(found["hours"] or 0) * 60 + int(found["minutes"] or 0)
        minutes = -minutes if found["sign"] == "-" else minutes
        if self._least is not None and minutes < self._least:
            self.fail(f"{value!r} is too short; {self._least}m is the least", param, ctx)
        if self._most is not None and minutes > self._most:
            self.fail(f"{value!r} is too long; {self._most // 60}h is the most", param, ctx)
        return minutes
