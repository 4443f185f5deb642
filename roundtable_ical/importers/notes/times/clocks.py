"""Times of day, spans and lengths as people write them, found in a text.

`found` gives every time and span of times in a text as it is printed.  Whether "1.15" is the
morning or the afternoon is left open here: `Clock.minutes` gives what it can be.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from roundtable_ical.importers.notes.times.clock_patterns import (
    ANOTHER,
    CENTURIES,
    CLOCK,
    DATE_MASK,
    FROM,
    GAP,
    GLUED,
    HALVES,
    LENGTH,
    MOST_HOURS,
    MOST_LETTERED,
    OTHER_MASK,
    PLACE,
    START,
    UNTIL,
    WORDS,
    ZONE,
)
from roundtable_ical.importers.notes.times.clock_values import (
    DAY,
    Clock,
    Half,
    Hours,
    Length,
    Style,
    clock_time,
)
from roundtable_ical.importers.notes.times.letters import folded

__all__ = ["DAY", "Clock", "Half", "Hours", "Length", "Style", "clock_time", "found", "lengths"]


def found(text: str, masked: Iterable[tuple[int, int]] = ()) -> tuple[Hours, ...]:
    """Return the times and spans in *text* in order.

    Args:
        text: any text; of tabs and line ends none is crossed.
        masked: what is something else there, as dates (`Written.at`).

    >>> [(str(h.start.time()), str(h.end.time())) for h in found("9h30 à 10h | 13.15-14:30 hs.")]
    [('09:30:00', '10:00:00'), ('13:15:00', '14:30:00')]
    """
    plain = folded(_parted(text))
    for begin, end in masked:
        plain = plain[:begin] + DATE_MASK * (end - begin) + plain[end:]
    for length in lengths(text):
        begin, end = length.at
        plain = plain[:begin] + OTHER_MASK * (end - begin) + plain[end:]
    return tuple(_grouped(_spans(text, plain), plain))


def lengths(text: str) -> tuple[Length, ...]:
    """Return the durations in *text* in order.

    >>> [each.minutes for each in lengths("Video (5 min.), talks [1 h 30] and 10' of questions")]
    [5, 90, 10]
    """
    plain = folded(text)
    kept: list[Length] = []
    for match in LENGTH.finditer(plain):
        begin, end = match.span()
        hours, minutes = match["hours"], match["minutes"] or match["rest"] or match["only"]
        bracketed = plain[:begin].rstrip()[-1:] in {"(", "["} and _closes(plain, end)
        if match["letter"] and not match["minutes"] and not bracketed:  # a time of day, as 9h30
            continue
        glued = match["letter"] and not match[0][match[0].index("h") - 1].isspace()
        if glued and not bracketed and float(hours.replace(",", ".")) > MOST_LETTERED:
            continue
        if hours and not match["letter"] and float(hours.replace(",", ".")) > MOST_HOURS:
            continue
        total = round(float(hours.replace(",", ".")) * 60) if hours else 0
        total += int(minutes) if minutes else 0
        if not 0 < total <= DAY:
            continue
        if bracketed:
            begin = len(plain[:begin].rstrip()) - 1
            closing = re.compile(r"[\])]").search(plain, end)
            end = closing.end() if closing else end
        kept.append(Length(at=(begin, end), minutes=total, bracketed=bracketed))
    return tuple(kept)


def _parted(text: str) -> str:
    """Return *text* with the capital that is glued to a time masked, as in "11.50Lunch"."""
    return GLUED.sub(lambda match: match[1] + OTHER_MASK, text)


def _spans(text: str, plain: str) -> Iterator[Hours]:
    position = 0
    while (start := START.search(plain, position)) is not None:
        hours = _span_at(text, plain, start.start(), position)
        if hours is None:
            number = re.compile(r"[\d.:,]*\d|\w+").match(plain, start.start())
            position = number.end() if number else start.end()
            continue
        yield hours
        position = max(hours.at[1], start.end())


def _span_at(text: str, plain: str, begin: int, floor: int) -> Hours | None:
    first = CLOCK.match(plain, begin)
    one = _clock(first) if first else None
    if first is None or one is None:
        return None
    hours = None
    zone_between = ZONE.match(text, first.end()) if _is_zone(text, plain, first.end()) else None
    for end in (first.end(), *((zone_between.end(),) if zone_between else ())):
        until = UNTIL.match(plain, end)
        second = CLOCK.match(plain, until.end()) if until else None
        other = _clock(second) if second else None
        if second and other and _is_range(one, other, plain, begin):
            doubtful = _is_doubtful_range(one, other, first, second)
            hours = Hours(at=(begin, second.end()), start=one, end=other, doubtful=doubtful)
            break
    hours = hours or _without_dash(first, one, plain)
    if hours is None:
        if one.style is Style.BARE and one.half is None and not _has_unit(first):
            return None
        is_year = one.style is Style.DIGITS and one.hour in CENTURIES and not _has_unit(first)
        if is_year and not _is_zone(text, plain, first.end()):
            return None
        doubtful = one.half is None and (
            one.style in {Style.DOT, Style.COMMA, Style.BARE}
            or (one.style is Style.DIGITS and not _has_unit(first))
        )
        hours = Hours(at=(begin, first.end()), start=one, doubtful=doubtful)
    return _dressed(hours, text, plain, floor)


def _without_dash(first: re.Match[str], one: Clock, plain: str) -> Hours | None:
    """Return the span in a line that is two times and nothing else: "08.15  09:00"."""
    gap = GAP.match(plain, first.end())
    glued = first["colon"] and plain[first.end() : first.end() + 1].isdigit()
    begin = gap.end() if gap else first.end() if glued else None
    second = CLOCK.match(plain, begin) if begin is not None else None
    other = _clock(second) if second else None
    if second is None or other is None or Style.BARE in {one.style, other.style}:
        return None
    if plain[: first.start()].strip() or plain[second.end() :].strip():
        return None
    return Hours(at=(first.start(), second.end()), start=one, end=other)


def _has_unit(match: re.Match[str]) -> bool:
    return bool(match["unit"] or match["unit_behind"])


def _clock(match: re.Match[str]) -> Clock | None:
    if match["word"]:
        hour = WORDS[match["word"]]
        return Clock(hour=hour, style=Style.WORD)
    hour = int(match["hour"])
    minute = next((int(m) for name in _MINUTES if (m := match[name])), 0)
    half = next((each for each, _ in HALVES if match[each]), None)
    style = Style.BARE
    if match["colon"]:
        style = Style.COLON
    elif match["dot"]:
        style = Style.DOT if match["dot"] != "," or half else Style.COMMA
    elif match["letter"] or (
        (match["unit"] or "").strip()[:1] == "h" and match["minute_digits"] is None
    ):
        style = Style.LETTER
    elif match["minute_digits"]:
        style = Style.DIGITS
    if (
        hour > 24
        or (hour == 24 and (minute or style in {Style.LETTER, Style.BARE}))
        or (style is Style.COMMA and minute % 5)
    ):
        return None
    if match["minute_digits"] and len(match["hour"]) == 1 and half is None and not _has_unit(match):
        return None
    if half is not None and (hour > 12 or hour == 0):
        half = None
    if match["noon"] and hour == 12:
        return Clock(hour=12, minute=minute, half=Half.PM, style=style)
    if match["midnight"] and hour == 12:
        return Clock(hour=24, style=style)
    padded = len(match["hour"]) == 2 and match["hour"][0] == "0"
    return Clock(hour=hour, minute=minute, half=half, style=style, padded=padded)


_MINUTES = ("minute", "minute_dot", "minute_letter", "minute_digits")


def _is_range(one: Clock, other: Clock, plain: str, begin: int) -> bool:
    """Whether two times beside each other are a span, and not numbers of another meaning."""
    if Style.BARE not in {one.style, other.style}:
        return True
    if {one.style, other.style} == {Style.BARE}:
        if other.half or one.half:
            return True
        return one.hour != other.hour and not plain[:begin].strip(" \t*_#|([-\x00\x01")
    if one.style is Style.BARE:
        return other.style is not Style.WORD or one.half is not None
    return other.half is not None or one.style in {Style.LETTER, Style.COLON, Style.WORD, Style.DOT}


def _is_doubtful_range(
    one: Clock, other: Clock, first: re.Match[str], second: re.Match[str]
) -> bool:
    if one.half or other.half or _has_unit(first) or _has_unit(second):
        return False
    if Style.COMMA in {one.style, other.style}:
        return True
    if {one.style, other.style} == {Style.DIGITS}:
        years = all(19 <= each.hour <= 20 for each in (one, other))
        return years or other.minutes <= one.minutes
    return Style.BARE in {one.style, other.style} and Style.COLON not in {one.style, other.style}


def _dressed(hours: Hours, text: str, plain: str, floor: int) -> Hours:
    """Return *hours* with the small words before, the zone behind and the brackets around."""
    begin, end = hours.at
    lead = FROM.search(plain, floor, begin)
    if lead:
        begin = lead.start()
        if lead["about"]:
            hours = replace(hours, approximate=True)
        if lead["last"] and hours.end is None:
            hours = replace(hours, start=None, end=hours.start)
        if lead["first"] and hours.doubtful and hours.start and hours.start.style is Style.BARE:
            hours = replace(hours, doubtful=False)
    zone = ZONE.match(text, end) if _is_zone(text, plain, end) else None
    place = None if zone else PLACE.match(text, end)
    beside = place and re.match(r"\s*[/|]\s*\d", text[place.end() :])
    if place and (beside or text[:begin].rstrip()[-1:] in {"/", "|"}):
        end = place.end()
        hours = replace(hours, zone=place["zone"])
    elif zone:
        end = zone.end() if not (zone["close"] and not zone["open"]) else zone.end("zone")
        hours = replace(hours, zone=" ".join(zone["zone"].split()), doubtful=False)
    trailing = re.compile(r"\s?(?:hrs?|hs|h|uhr|onwards|on)(?![\w'])\.?").match(plain, end)
    if trailing:
        end = trailing.end()
    opened = plain[floor:begin].rstrip()
    closing = re.compile(r"\s*[)\]]").match(plain, end)
    if opened[-1:] in {"(", "["} and closing:
        begin, end = floor + len(opened) - 1, closing.end()
    return replace(hours, at=(begin, end))


def _is_zone(text: str, plain: str, position: int) -> bool:
    zone = ZONE.match(text, position)
    return bool(zone and "\x00" not in plain[position : zone.end()])


def _grouped(spans: Iterable[Hours], plain: str) -> Iterator[Hours]:
    """Join the same moment on several clocks ("7am Boston/1pm Berlin") to one."""
    kept: list[Hours] = []
    for span in spans:
        if kept and _same_moment(kept[-1], span, plain):
            head = kept[-1]
            end = span.at[1]
            if "(" in plain[head.at[1] : span.at[0]]:
                closing = re.compile(r"\s*\)").match(plain, end)
                end = closing.end() if closing else end
            kept[-1] = replace(head, at=(head.at[0], end), others=(*head.others, span))
            continue
        kept.append(span)
    yield from kept


def _same_moment(head: Hours, span: Hours, plain: str) -> bool:
    last = head.others[-1] if head.others else head
    between = plain[last.at[1] : span.at[0]]
    opened = plain[span.at[0] : span.at[0] + 1] == "("
    if not (ANOTHER.match(between) or (opened and not between.strip())):
        return False
    if not span.zone or (span.end is None) != (head.end is None):
        return False
    return bool(head.zone) or opened or "(" in between


def _closes(plain: str, position: int) -> bool:
    """Whether the bracket that is open at *position* is closed soon."""
    rest = plain[position : position + 80]
    closing = re.search(r"[\])(\[\n\t]", rest)
    return bool(closing and closing[0] in ")]")
