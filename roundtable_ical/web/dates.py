"""Days as each language writes them, by CLDR's data.

English as in LOOK's house style, without commas; Arabic with both names of a month, as the UN's
documents have them (أيلول/سبتمبر).
"""

from datetime import date

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from roundtable_ical.itip.writing.dates import with_both_months


def full(day: date, locale: Locale) -> str:
    """Return *day* with its weekday and year, all in full."""
    pattern = "EEEE d MMMM y" if locale.language == "en" else "full"
    return with_both_months(format_date(day, pattern, locale), locale.language)


def short(day: date, locale: Locale, *, year: bool = True) -> str:
    """Return *day* with its weekday, in short."""
    if locale.language == "en":
        return format_date(day, "EEE d MMM y" if year else "EEE d MMM", locale)
    return with_both_months(
        format_skeleton("yMMMEd" if year else "MMMEd", day, locale=locale), locale.language
    )


def weekday(day: date, locale: Locale) -> str:
    """Return the day of the week and of the month of *day*."""
    return format_skeleton("Ed", day, locale=locale)


def span(first: date, last: date, locale: Locale) -> str:
    """Return the days from *first* to *last*, what they share said once."""
    if first == last:
        return full(first, locale)
    if locale.language == "en":
        year = "" if first.year == last.year else " y"
        month = "" if first.month == last.month and not year else " MMMM"
        return f"{format_date(first, f'EEEE d{month}{year}', locale)} – {full(last, locale)}"
    return with_both_months(
        format_interval(first, last, "yMMMMEEEEd", locale=locale), locale.language
    )
