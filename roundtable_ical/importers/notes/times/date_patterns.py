"""What dates look like, as regular expressions on folded text (`letters.folded`)."""

import re

from roundtable_ical.importers.notes.times.calendar_names import (
    MONTHS,
    ORDINALS,
    WEEKDAY_SHORTS,
    WEEKDAYS,
)


def _names(*tables: dict[str, int]) -> str:
    words = sorted({word for table in tables for word in table}, key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, words))


MONTH = rf"(?P<month>{_names(MONTHS)})\b\.?"
MONTH_BEHIND = rf"(?P<month>{_names(MONTHS)})(?![^\W\d])\.?"
"""A month behind its day; a time may stick to it: "9 de agosto13h"."""
WEEKDAY = rf"(?P<weekday>{_names(WEEKDAYS, WEEKDAY_SHORTS)})\b\.?"
LEAD = (
    rf"(?:(?<![\w'])(?:{WEEKDAY})(?:\s*[,/(|-]\s*|\s+)(?:the\s+|le\s+|el\s+|den\s+|dem\s+"
    rf"|dia\s+|der\s+|il\s+|de\s+)?)?"
)
DAY = (
    r"(?<![\d:])(?<!\d[.,/])(?P<day>\d{1,2})(?!\d)(?:\s?(?:st|nd|rd|th)\b|(?:d|er|ere|eme|e"
    r"|ro|do|to|mo|de|ste)\b|[º°ª])?\.?"
)
OF = r"(?:\s*(?:\bof\b|\bde\b|\bdel\b|\bdi\b|\bd'|\bdo\b|,)?\s*|[-/])"
YEAR = (
    r"(?:(?:\s*(?:,|\.|-|/|\bof\b|\bde\b|\bdel\b|\bdo\b)?\s*|\s*\()(?P<year>(?:19|20"
    r"|21)\d\d)(?!\d|[.:h]\d))?"
)
JOIN = (
    r"(?P<join>\s*(?:-|/|,|;|&|\+|\band\b|\bet\b|\by\b|\be\b|\bi\b|\bund\b|\ben\b|\bto\b"
    r"|\bthrough\b|\bthru\b|\buntil\b|\btill\b|\bau\b|\bal\b|\ba\b|\bbis\b|\btot\b|\bate\b"
    r"|\bhasta\b)\s*)(?:le\s+|the\s+|el\s+|o\s+)?"
)
TAIL = (
    rf"(?:\s*[(,|-]\s*(?P<weekday_behind>{_names(WEEKDAYS)})\b\s*\)?"
    rf"|\s*\(\s*(?P<short_behind>{_names(WEEKDAY_SHORTS)})\.?\s*\))?"
)
DAY_OF_MONTH = re.compile(rf"{LEAD}{DAY}{OF}{MONTH_BEHIND}{YEAR}{TAIL}")
MONTH_DAY = re.compile(
    rf"{LEAD}(?<!\w){MONTH}\s*(?:the\s+)?(?P<day>\d{{1,2}})(?!\d|[:.h]\d)(?:st|nd|rd"
    rf"|th)?\b{YEAR}"
)
ISO = re.compile(
    rf"{LEAD}(?<![\d./-])(?P<year>(?:19|20|21)\d\d)\s?[-/.年]\s?(?P<month>\d{{1,2}})\s?[-/.月]\s?"
    r"(?P<day>\d{1,2})(?:日|(?!\d|[-/.]\d))"
)
NUMERIC = re.compile(
    rf"{LEAD}(?<![\d./-])(?P<day>\d{{1,2}})(?P<sep>[-/.])(?P<month>\d{{1,2}})"
    r"(?:(?P=sep)(?P<year>(?:19|20|21)?\d\d))?(?P<dot>\.)?(?![\d/]|[.:-]\d)"
    rf"{TAIL}"
)
BARE_DAY = re.compile(rf"{LEAD}{DAY}")
JOINED = re.compile(JOIN)
BARE_WEEKDAY = re.compile(
    rf"(?<![\w'])(?P<weekday>{_names(WEEKDAYS)})s?\b(?!-)"
    r"(?:(?:\s*[,(]\s*|\s)(?:the |den |dia |le |el )?(?P<day>\d{1,2})"
    r"(?:st|nd|rd|th|º|\.)?(?!\w|[.:,/]\d|\s?(?:-|to|[ap]\.?m|h\b|uhr))\)?)?"
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii")
DAY_WORD = r"(?:day|jour|journee|dia|tag|giorno|giornata|jornada|hari|dag|session\s+day)"
COUNT = rf"\d{{1,2}}|{'|'.join(ROMAN)}|{'|'.join(ORDINALS)}"
NUMBERED_DAY = re.compile(
    rf"\b{DAY_WORD}\s*(?:n[o°º]\.?\s*|\#\s*|:\s*|-\s*)?(?P<after>{COUNT})\b(?!\s*-?\s*(?:hour"
    rf"|min|%))"
    rf"|\b(?P<before>\d(?=st|nd|rd|th|er|e|ª|º|\.)|{'|'.join(ORDINALS)})(?:st|nd|rd|th|er|ere"
    rf"|eme|e|ª|º|\.)?"
    rf"\s+{DAY_WORD}\b"
)
AFTER_DAY_WORD = re.compile(rf"\b{DAY_WORD}\s*(?:\d{{1,2}}\s*[(:,|-]\s*)?$")
SPREAD = frozenset("- to through thru until till au al a bis tot ate hasta".split())
DAY_BEHIND = re.compile(rf"{JOIN}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|\w|[:.]\d){YEAR}")
