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
    rf"(?:(?<![\w'])(?:{WEEKDAY})(?:\s{{0,8}}[,/(|-]\s{{0,8}}|\s{{1,8}})(?:the\s{{1,8}}|le\s{{1,8}}|el\s{{1,8}}|den\s{{1,8}}|dem\s{{1,8}}"
    rf"|dia\s{{1,8}}|der\s{{1,8}}|il\s{{1,8}}|de\s{{1,8}})?)?"
)
DAY = (
    r"(?<![\d:])(?<!\d[.,/])(?P<day>\d{1,2})(?!\d)(?:\s?(?:st|nd|rd|th)\b|(?:d|er|ere|eme|e"
    r"|ro|do|to|mo|de|ste)\b|[º°ª])?\.?"
)
OF = r"(?:\s{0,8}(?:\bof\b|\bde\b|\bdel\b|\bdi\b|\bd'|\bdo\b|,)?\s{0,8}|[-/])"
YEAR = (
    r"(?:(?:\s{0,8}(?:,|\.|-|/|\bof\b|\bde\b|\bdel\b|\bdo\b)?\s{0,8}|\s{0,8}\()(?P<year>(?:19|20"
    r"|21)\d\d)(?!\d|[.:h]\d))?"
)
JOIN = (
    r"(?P<join>\s{0,8}(?:-|/|,|;|&|\+|\band\b|\bet\b|\by\b|\be\b|\bi\b|\bund\b|\ben\b|\bto\b"
    r"|\bthrough\b|\bthru\b|\buntil\b|\btill\b|\bau\b|\bal\b|\ba\b|\bbis\b|\btot\b|\bate\b"
    r"|\bhasta\b)\s{0,8})(?:le\s{1,8}|the\s{1,8}|el\s{1,8}|o\s{1,8})?"
)
TAIL = (
    rf"(?:\s{{0,8}}[(,|-]\s{{0,8}}(?P<weekday_behind>{_names(WEEKDAYS)})\b\s{{0,8}}\)?"
    rf"|\s{{0,8}}\(\s{{0,8}}(?P<short_behind>{_names(WEEKDAY_SHORTS)})\.?\s{{0,8}}\))?"
)
DAY_OF_MONTH = re.compile(rf"{LEAD}{DAY}{OF}{MONTH_BEHIND}{YEAR}{TAIL}")
MONTH_DAY = re.compile(
    rf"{LEAD}(?<!\w){MONTH}\s{{0,8}}(?:the\s{{1,8}})?(?P<day>\d{{1,2}})(?!\d|[:.h]\d)(?:st|nd|rd"
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
    r"(?:(?:\s{0,8}[,(]\s{0,8}|\s)(?:the |den |dia |le |el )?(?P<day>\d{1,2})"
    r"(?:st|nd|rd|th|º|\.)?(?!\w|[.:,/]\d|\s?(?:-|to|[ap]\.?m|h\b|uhr))\)?)?"
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii")
DAY_WORD = r"(?:day|jour|journee|dia|tag|giorno|giornata|jornada|hari|dag|session\s{1,8}day)"
COUNT = rf"\d{{1,2}}|{'|'.join(ROMAN)}|{'|'.join(ORDINALS)}"
NUMBERED_DAY = re.compile(
    rf"\b{DAY_WORD}\s{{0,8}}(?:n[o°º]\.?\s{{0,8}}|\#\s{{0,8}}|:\s{{0,8}}|-\s{{0,8}})?(?P<after>{COUNT})\b(?!\s{{0,8}}-?\s{{0,8}}(?:hour"
    rf"|min|%))"
    rf"|\b(?P<before>\d(?=st|nd|rd|th|er|e|ª|º|\.)|{'|'.join(ORDINALS)})(?:st|nd|rd|th|er|ere"
    rf"|eme|e|ª|º|\.)?"
    rf"\s{{1,8}}{DAY_WORD}\b"
)
AFTER_DAY_WORD = re.compile(rf"\b{DAY_WORD}\s{{0,8}}(?:\d{{1,2}}\s{{0,8}}[(:,|-]\s{{0,8}})?$")
SPREAD = frozenset("- to through thru until till au al a bis tot ate hasta".split())
DAY_BEHIND = re.compile(rf"{JOIN}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|\w|[:.]\d){YEAR}")
