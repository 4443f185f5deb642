"""The moment at which a text was published, as news pages print it above their title."""

import re

from roundtable_ical.importers.notes.times.moments import dated, timed


def is_stamp(text: str) -> bool:
    """Whether *text* is the moment at which something was published, to the very minute.

    >>> is_stamp("Monday, 5 March 2018 | 17:08"), is_stamp("Monday, 5 March 2018, 17:00")
    (True, False)
    """
    days, clock = dated(text), timed(text)
    if len(days) != 1 or len(clock) != 1 or clock[0].start is None or clock[0].end is not None:
        return False
    rest = text
    for begin, end in sorted((days[0].at, clock[0].at), reverse=True):
        rest = f"{rest[:begin]} {rest[end:]}"
    return clock[0].start.minute % 5 > 0 and len(re.findall(r"[^\W\d_]{3,}", rest)) <= 1
