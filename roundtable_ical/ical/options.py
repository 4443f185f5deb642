"""What a subscriber may ask of any feed: a language, busy time, an alarm."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Self
from urllib.parse import urlencode

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.texts import LANGUAGE

LONGEST_ALARM = timedelta(days=7)
_ALARM = re.compile(r"(\d{1,6})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a feed is written.

    *language* is a BCP 47 tag, None for the event's own; *busy* marks the time as taken, for a
    calendar of one's own; *alarm* is how long before the start to remind.
    """

    language: str | None = None
    busy: bool = False
    alarm: timedelta | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """Return the options in the query of an address; other parameters are not looked at.

        Raises:
            InvalidField: an option has a value that is not possible.

        >>> Options.from_query({"busy": "busy", "alarm": "15m", "utm_source": "x"}).query
        'busy=busy&alarm=15m'
        """
        language = query.get("lang") or None
        if language and not LANGUAGE.fullmatch(language):
            raise InvalidField(
                "lang", language, "is no language", hint="write lang=en, lang=fr, ..."
            )
        busy = query.get("busy") or "free"
        if busy not in {"busy", "free"}:
            raise InvalidField("busy", busy, "is not possible", hint="write busy=busy or busy=free")
        return cls(language=language, busy=busy == "busy", alarm=_alarm(query.get("alarm")))

    @property
    def query(self) -> str:
        """The options as the query of an address, always in this one order."""
        return urlencode(list(self._parameters()))

    def _parameters(self) -> Iterable[tuple[str, str]]:
        if self.language:
            yield "lang", self.language
        if self.busy:
            yield "busy", "busy"
        if self.alarm:
            yield "alarm", f"{self.alarm // timedelta(minutes=1)}m"


def _alarm(value: str | None) -> timedelta | None:
    if not value:
        return None
    found = _ALARM.fullmatch(value)
    alarm = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else timedelta()
    hint = "write alarm=15m, 2h or 1d"
    if not alarm:
        raise InvalidField("alarm", value, "is no time before", hint=hint)
    if alarm > LONGEST_ALARM:
        raise InvalidField("alarm", value, f"is more than {LONGEST_ALARM.days} days", hint=hint)
    return alarm
