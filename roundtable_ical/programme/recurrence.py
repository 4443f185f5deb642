"""Which days a recurring segment falls on."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.texts import shortened

LIMIT = 400
LONGEST = timedelta(days=5 * 366)
_DAILY_OR_SLOWER = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_DAY_PARTS = frozenset(
    {
        *("FREQ", "COUNT", "UNTIL", "INTERVAL", "WKST"),
        *("BYDAY", "BYMONTHDAY", "BYMONTH", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"),
    }
)


def checked_rule(rule: str) -> str:
    """Return *rule* in capitals when it is a bounded RRULE of whole days.

    Raises:
        InvalidField: not an RRULE, finer than days, or without one of COUNT and UNTIL.

    Source: RFC 5545 section 3.3.10.
    """
    text = re.sub(r"\s+", "", rule).upper().removeprefix("RRULE:")
    words = [part.partition("=")[::2] for part in text.split(";")]
    parts = dict(words)
    if len(parts) < len(words):
        raise _refused(rule, "says the same thing twice", "keep one of the two")
    if parts.get("FREQ") not in _DAILY_OR_SLOWER or not parts.keys() <= _DAY_PARTS:
        hint = "write which days, as FREQ=DAILY;COUNT=5 or FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261104"
        raise _refused(rule, "is not a rule of days", hint)
    for name in sorted({"COUNT", "INTERVAL"} & parts.keys()):
        if not re.fullmatch("0*[1-9][0-9]{0,5}", parts[name]):
            hint = f"write a whole number from 1 on, as {name}=2"
            raise _refused(rule, f"has no usable {name}", hint)
    if len({"COUNT", "UNTIL"} & parts.keys()) != 1:
        reason = "ends twice, by COUNT and by UNTIL" if "COUNT" in parts else "never ends"
        raise _refused(rule, reason, "write one of the two, as COUNT=5 or UNTIL=20261104")
    if "UNTIL" in parts and not re.fullmatch("[0-9]{8}", parts["UNTIL"]):
        # A time in UTC may be on another day at the venue: nobody guesses which is meant.
        raise _refused(rule, "has no usable UNTIL", "write its last day, as UNTIL=20261104")
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    _read(text, date(2000, 1, 1), limit=0)
    return text


def days(
    rule: str, first: date, *, without: Collection[date] = (), also: Collection[date] = ()
) -> Iterator[date]:
    """Yield the days of *rule* from *first* on, in order, each once.

    Args:
        rule: as `checked_rule` returned it.
        first: first day; counts as an occurrence only where the rule says so.
        without: days left out.
        also: further days.

    Raises:
        InvalidField: more than 400 days, more than five years, or no day at all.
    """
    parts = dict(part.split("=") for part in rule.split(";"))
    count = int(parts.pop("COUNT", 0))
    last = first + LONGEST
    too_long = parts.setdefault("UNTIL", f"{last:%Y%m%d}") > f"{last:%Y%m%d}"
    parts["UNTIL"] = min(parts["UNTIL"], f"{last:%Y%m%d}")
    ruled = _found(parts, first, limit=min(count or LIMIT + 1, LIMIT + 1))
    if len(ruled) > LIMIT:
        raise _refused(rule, "has too many days", f"end it earlier; at most {LIMIT} are possible")
    if too_long or 0 < len(ruled) < count:
        raise _refused(rule, "goes on for more than five years", "end it earlier")
    kept = sorted((ruled | set(also)) - set(without))
    if not kept:
        hint = f"the first day is {first}; check the rule and `without`"
        raise _refused(rule, "has no day at all", hint)
    yield from kept


def _found(parts: Mapping[str, str], first: date, *, limit: int) -> set[date]:
    """Return the first days of a rule, *limit* at most.

    Where a rule finds nothing more (30 February), dateutil searches up to the year 9999. So the
    search is moved to the last 400 years before it, in which all weekdays are the same.
    """
    years = (9999 - LONGEST.days // 365 - first.year) // 400 * 400
    later = {**parts, "UNTIL": f"{int(parts['UNTIL'][:4]) + years}{parts['UNTIL'][4:]}"}
    text = ";".join(f"{name}={value}" for name, value in later.items())
    found = _read(text, first.replace(year=first.year + years), limit=limit)
    return {moment.date().replace(year=moment.year - years) for moment in found}


def _read(rule: str, first: date, *, limit: int) -> list[datetime]:
    """Return what dateutil finds, *limit* at most."""
    try:
        return list(islice(rrulestr(rule, dtstart=datetime.combine(first, time())), limit))
    except (ValueError, LookupError, TypeError) as error:
        hint = "see RFC 5545 section 3.3.10, as FREQ=DAILY;COUNT=5"
        raise _refused(rule, f"cannot be read ({error})", hint) from None


def _refused(rule: str, reason: str, hint: str) -> InvalidField:
    return InvalidField("rule", shortened(rule, 80), reason, hint=hint)
