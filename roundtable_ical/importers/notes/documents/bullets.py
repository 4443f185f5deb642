"""Signs and numbers in front of a line."""

import re

SIGNS = "-–—*+•●○◦▪▫■□◆◇►▶➢➤‣⁃∙·✓✔\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""Dashes, dots, arrows; from U+F000 on those of Word's symbol font."""

_BULLET = re.compile(
    rf"""(?:
        (?P<sign> [{re.escape(SIGNS)}] ) (?: \s+ | (?<=[•●○◦▪▫■□◆◇►▶➢➤‣⁃∙·]) | $ )
      | (?P<box> \[[ xX]\] ) \s+
      | (?P<number>
            \(? (?: \d{{1,2}} | [a-zA-Z] | [ivxIVX]{{1,4}} ) \)
          | (?: \d{{1,2}} | [ivx]{{1,4}} | [IVX]{{2,4}} ) \.
          | \d{{1,2}} (?: \.\d{{1,2}} ){{2,3}} \.?
        ) (?: \s+ | $ )
      | (?P<round> o ) (?: \t | \s{{2,}} )
    )""",
    re.VERBOSE,
)
_PICTURES = re.compile(
    "(?:[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
    "[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+\\s*"
)
_MOST_SIGNS = 4
_TIME_NEXT = re.compile(r"\d")


def bullet_of(text: str) -> tuple[str, str]:
    """Return the sign or number in front of *text* and what follows; "" where there is none.

    Of a number behind a sign (``- 1)``) the number is taken. What goes on with a digit after a
    dash or number is none: ``– 10:00`` ends a time, ``9. 30`` is one.
    """
    return _bullet(text, _MOST_SIGNS)


def _bullet(text: str, most: int) -> tuple[str, str]:
    """Return the same of *most* signs one behind the other."""
    found = _BULLET.match(text)
    if not found:
        pictures = _PICTURES.match(text)
        return (pictures.group().strip(), text[pictures.end() :]) if pictures else ("", text)
    sign = found.group().strip()
    rest = text[found.end() :].strip()
    if _TIME_NEXT.match(rest) and (found["number"] or sign in "-–—"):
        inner = _bullet(rest, most - 1) if found["sign"] and most else ("", rest)
        return inner if inner[0] else _before_a_digit(sign, text, rest)
    if found["sign"] and most and (inner := _bullet(rest, most - 1))[0]:
        return inner
    return sign, rest


def without_picture(text: str) -> str:
    """Return *text* without the little pictures (emoji) in front of it."""
    found = _PICTURES.match(text.strip())
    return text.strip()[found.end() :] if found else text


def _before_a_digit(sign: str, text: str, rest: str) -> tuple[str, str]:
    """Tell a list of times (``- 9:00 Opening``) from the second half of one (``– 10:00``)."""
    return (sign, rest) if sign == "-" and text.startswith("- ") else ("", text)
