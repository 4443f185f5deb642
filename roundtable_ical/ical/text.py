"""Words as they may stand in iCalendar; nobody's text can become a line of its own."""

import re

from icalendar import vText

from roundtable_ical.programme.texts import LINE_ENDS, public

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")


def text(words: str) -> vText:
    """Return *words* as a TEXT value (RFC 5545 section 3.3.11).

    Line ends become ``\\n``; control characters, which no calendar may carry, become a blank;
    e-mail addresses, which no feed may carry, become ``[…]``. NAME and X- properties go through
    here too: icalendar 7 writes what is not `vText` there without escaping it.
    """
    return vText(public(_CONTROL.sub(" ", LINE_ENDS.sub("\n", words))))


def parameter(words: str) -> str:
    """Return *words* as a parameter value: no quotation mark, no control (RFC 5545 section 3.2).

    >>> parameter('the "big" room')
    'the ”big” room'
    """
    return _CONTROL.sub(" ", " ".join(public(words).split())).replace('"', "”")
