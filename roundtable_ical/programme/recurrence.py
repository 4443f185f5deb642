"""Which days a recurring segment falls on."""

import re
from collections.abc import Collection, Iterator
from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import rrulestr

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.clock import LAST_YEAR
from roundtable_ical.programme.texts import shortened

MOST_OCCURRENCES = 400
_LAST_DAY = f"{LAST_YEAR}1231"
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
        InvalidField: not an RRULE, finer than days, or without COUNT and UNTIL.

    Source: RFC 5545 section 3.3.10.
    """
    text = re.sub(r"\s+", "", rule).upper().removeprefix("RRULE:")
    parts = dict(part.partition("=")[::2] for part in text.split(";"))
    if parts.get("FREQ") not in _DAILY_OR_SLOWER or not parts.keys() <= _DAY_PARTS:
        hint = "write which days, as FREQ=DAILY;COUNT=5 or FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261104"
        raise InvalidField("rule", shortened(rule), "is not a rule of days", hint=hint)
    for name in {"COUNT", "INTERVAL"} & parts.keys():
        if not re.fullmatch("0*[1-9][0-9]{0,5}", parts[name]):
            reason = f"has no usable {name}"
            hint = f"write a whole number from 1 on, as {name}=2"
            raise InvalidField("rule", shortened(rule), reason, hint=hint)
    if "UNTIL" in parts:
        parts["UNTIL"] = parts["UNTIL"][:8]
    elif "COUNT" not in parts:
        hint = "add COUNT=5 or UNTIL=20261104"
        raise InvalidField("rule", shortened(rule), "never ends", hint=hint)
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        rrulestr(text, dtstart=datetime(2000, 1, 1))  # noqa: DTZ001 - a wall time
    except (ValueError, KeyError, IndexError, TypeError) as error:
        hint = "see RFC 5545 section 3.3.10, as FREQ=DAILY;COUNT=5"
        reason = f"cannot be read ({error})"
        raise InvalidField("rule", shortened(rule), reason, hint=hint) from None
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
        InvalidField: more than 400 days, or none.
    """
    parts = dict(part.split("=") for part in rule.split(";"))
    count = int(parts.pop("COUNT", MOST_OCCURRENCES + 1))
    # The end bounds the search too: a rule such as 30 February finds nothing, at length.
    parts["UNTIL"] = min(parts.get("UNTIL", _LAST_DAY), _LAST_DAY)
    bounded = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        found = rrulestr(bounded, dtstart=datetime.combine(first, time()))
        ruled = {moment.date() for moment in islice(found, min(count, MOST_OCCURRENCES + 1))}
    except (ValueError, LookupError, TypeError) as error:
        hint = "see RFC 5545 section 3.3.10, as FREQ=DAILY;COUNT=5"
        reason = f"cannot be read ({error})"
        raise InvalidField("rule", shortened(rule), reason, hint=hint) from None
    if len(ruled) > MOST_OCCURRENCES:
        hint = f"at most {MOST_OCCURRENCES} are possible; end the rule earlier"
        raise InvalidField("rule", rule, "has too many days", hint=hint)
    kept = sorted((ruled | set(also)) - set(without))
    if not kept:
        hint = f"the first day is {first}; check the rule and `without`"
        raise InvalidField("rule", shortened(rule), "has no day at all", hint=hint)
    yield from kept
