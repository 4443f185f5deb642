"""What times of day look like, as regular expressions on folded text (`letters.folded`)."""

import re

from roundtable_ical.importers.notes.times.clock_values import Half

GLUED = re.compile(
    r"((?<=[\d.])(?:am|pm|AM|PM|hours|hrs|hs|h)|(?<=\s)(?:am|pm|hours|hrs|hs)|\d)"
    r"(?!Hrs?\b|Uhr|Noon|Midi|Mn\b|Am\b|Pm\b)[A-ZÀ-Ý](?=[a-zà-ÿ])"
)
DATE_MASK, OTHER_MASK = "\x00", "\x01"
CENTURIES = frozenset({19, 20})
"""Four digits alone that begin so are a year."""
MOST_HOURS = 8
"""More "hours" than these are a time of day ("10 heures"), fewer a duration."""

MOST_LETTERED = 4
"""More hours than these before an "h" and minutes are a time of day ("8h45min")."""
MINUTE_WORD = r"(?:minut(?:e[ns]?|os?|i|en)?\b\.?|mins?\b\.?|mn\b|'(?!\w))"
HOUR_WORD = r"(?:hours?|heures?|horas?|stunden?|std\.?|hrs?)\b"
LENGTH = re.compile(
    r"(?<![\w.,:/-])(?:"
    rf"(?P<hours>\d{{1,2}}(?:[.,]\d)?)\s?(?:(?P<letter>h)(?![a-z])|{HOUR_WORD})"
    rf"(?:\s?(?:and |et |y |und |e )?(?:(?P<minutes>\d{{1,2}})\s?{MINUTE_WORD}"
    rf"|(?P<rest>[0-5]\d)(?!\w)))?"
    rf"|(?:\d{{1,3}}\s?'?\s?-\s?)?(?P<only>\d{{1,3}})\s?-?{MINUTE_WORD})"
)

WORDS = {
    "noon": 12, "midday": 12, "mid-day": 12, "mediodia": 12, "midi": 12, "mezzogiorno": 12,
    "mittags": 12, "mittag": 12, "meio-dia": 12, "meio dia": 12, "migdia": 12,
    "midnight": 24, "medianoche": 24, "minuit": 24, "mezzanotte": 24, "mitternacht": 24,
    "meia-noite": 24, "meia noite": 24,
}  # fmt: skip
HALVES = (
    (Half.AM, r"a\.?\s?m\b\.?|a\b(?=\s*(?:-|$))|in the morning|du matin|de la manana|da manha"),
    (
        Half.PM,
        r"p\.?\s?m\b\.?|p\b(?=\s*(?:-|$))|in the (?:afternoon|evening)|de l'apres-midi|du soir"
        r"|de la tarde|de la noche|da tarde|da noite",
    ),
)
NOON = (
    r"noon\b|m\.?\s?d\b\.?|nn\b|m\.(?!\s?\w\.)|m\b(?=\s*(?:$|[-)|\]\t\n]|\x00))"
    r"|midday\b|h?\s?midi\b"
)
MIDNIGHT = r"mn\b|midnight\b"
UNIT = r"(?:hrs?|hs|hours|h|uhr|horas|heures|ore|uur|o'clock|jam|ч)(?![a-z])\.?"
CLOCK = re.compile(
    rf"(?:(?P<word>{'|'.join(WORDS)})\b"
    r"|(?P<hour>\d{1,2})(?:"
    r"(?P<colon>\s?:\s?)(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d(?!\d:[0-5]\d(?!\d)))"
    r"|(?P<dot>\.|·|,)(?P<minute_dot>[0-5]\d)(?![\d%])(?!\.\d)"
    r"|(?P<letter>\s?[hu]\s?)(?P<minute_letter>[0-5]\d)(?:min\b)?(?![\da-z])"
    r"|(?P<minute_digits>[0-5]\d)(?!\d|[.,:]\d)(?![a-z](?!\.?m|\b|rs?\b|mt\b|tc\b))"
    r"|(?!\d|[.,:]\d|%)))"
    rf"(?P<unit>\s?{UNIT})?"
    r"(?:\s?(?:"
    + "|".join(f"(?P<{half}>{words})" for half, words in HALVES)
    + rf"|(?P<noon>{NOON})|(?P<midnight>{MIDNIGHT})))?"
    rf"(?P<unit_behind>\s?{UNIT})?"
)
START = re.compile(rf"(?<!\d/)(?<![\w.,:$€£#+@'&=-])(?:\d|{'|'.join(WORDS)})")
UNTIL = re.compile(
    r"[\s\x00,]*(?:(?:-\s*)?(?:ca?\.|approx\.?|about)|-{1,2}>?|(?:up )?to\b|till?\b|until\b"
    r"|through\b|a\b|a las?\b|ate\b(?: as)?|as\b|al?\b"
    r"|alle\b|hasta\b(?: las?)?|bis\b|jusqu'a\b|au\b|tot\b|sampai\b|→|»|~|>|s/d\b"
    r"|and\b(?=.{1,12}$))"
    r"[\s\x00,]*"
)
GAP = re.compile(r"\s?\x00*[ \x80-\x9f]+(?=\d)")
"""What is left between start and end where a dash was lost."""
FROM = re.compile(
    r"(?:^|(?<=[\s(\[|,;:*>-]))(?:(?P<about>\+/?-|±|about|approx(?:imately)?\.?|around|ca?\."
    r"|circa|vers|hacia|~)"
    r"|(?P<last>until|till|bis|jusqu'a|hasta(?: las?)?|up to|ate(?: as)?)"
    r"|(?P<first>from|de(?: las?)?|von|ab|das|dalle|a partir d(?:e(?: las?)?|[ao]s?)|des|at|um"
    r"|between|entre(?: las?)?|a las?|as|alle|desde(?: las?)?|starting (?:at|from)|@))\s*$"
)
ZONE = re.compile(
    r"\s?\s?(?:,\s(?=[A-Z]\w+ (?:local )?time|local time|hora |heure"
    r" ))?(?P<open>[(\[])?\s?\s?(?P<zone>(?:UTC|GMT"
    r"|Z(?!\w))(?:\s?[+-]\s?\d{1,2}(?:[:.]?[0-5]\d)?)?(?!\w)"
    r"|(?!(?:PGA|CET)\b)[A-Z]{1,4}[SDE]?T(?!\w)(?:\s?/\s?[A-Z]{2,4}T(?!\w))?"
    r"|(?:hora|heure|ora|horário)s?\s(?:locale?|de\s\w+(?:\s[A-ZÁÉÍÓÚ]\w+)?|d'\w+|del\s\w+)"
    r"|(?:[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2}\s)?(?:local|standard|daylight|summer)?\s?time(?!\w)"
    r"|[A-Z][a-zà-ÿ]+(?:\s[A-Z][a-zà-ÿ]+)?\s[Tt]ime(?!\w)|MESZ|MEZ|WIB|WITA|BRT|ART|MSK|EAT|CAT"
    r"|CET)"
    r"\s?\s?(?P<close>[)\]])?"
)
PLACE = re.compile(r"\s*\(?(?P<zone>[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_a-z][\w.'’-]+){0,2})\)?")
ANOTHER = re.compile(r"\s*(?:[/|,;=(·\n]|\s-\s|\bor\b|\band\b)+\s*\Z")
