"""A mail of another date: everything else stays byte for byte."""

import re
from datetime import datetime
from email.utils import format_datetime

from roundtable_ical.itip.writing.headers import field
from roundtable_ical.revisions.stamps import whole_second

_DATE = re.compile(rb"\ADate: [^\r\n]*\r\n")


def dated(content: bytes, moment: datetime) -> bytes:
    """Return the mail *content*, as `messages` write it, as if it had been finished at *moment*.

    The calendar in it keeps its DTSTAMP. Source: RFC 5322 section 3.6.1.
    """
    return _DATE.sub(field("Date", format_datetime(whole_second(moment))), content, count=1)
