"""From bytes to text: which encoding it is, and what is in it that nobody can see."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass
from importlib import import_module

from roundtable_ical.programme.problems import Problem

_MARKS = {
    BOM_UTF8: "utf-8-sig",
    BOM_UTF32_LE: "utf-32",
    BOM_UTF32_BE: "utf-32",
    BOM_UTF16_LE: "utf-16",
    BOM_UTF16_BE: "utf-16",
}
"""The longer mark stands before the one that it begins with."""

_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "latin_1": "Latin-1"}
_SAVE = "save it as UTF-8 in your editor, if characters look wrong"
_SAMPLE = 100_000
_MOST_STRAY = 500
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile(r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
_BLANKS = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file with line feeds and plain blanks only, and what was assumed of it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


class Undecodable(ValueError):
    """The bytes are no text; the message says what they are."""


def decoded(content: bytes) -> Decoded:
    """Return the text that *content* is.

    UTF-8 and whatever has a byte order mark is certain; everything else is inferred and told.

    Raises:
        Undecodable: it is no text at all.
    """
    text, encoding, problems = _text(content)
    seen, more = visible(text)
    return Decoded(text=seen, encoding=encoding, problems=(*problems, *more))


def visible(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return *text* without what cannot be seen in it, and a warning where that could mislead."""
    problems = []
    for pattern, code, what in (
        (_CONTROL, "control-character", "control characters"),
        (_DIRECTION, "bidi-character", "characters that turn the direction of writing"),
    ):
        found = list(pattern.finditer(text[:_SAMPLE] if len(text) > 20 * _SAMPLE else text))
        if found:
            line = text.count("\n", 0, found[0].start()) + 1
            first = f"U+{ord(found[0].group()):04X}"
            message = f"{len(found)} {what} were taken out, the first one is {first} in line {line}"
            hint = "look whether the words there are what you see in the document"
            problems.append(Problem.warning(code, (), message, hint))
            text = pattern.sub("", text)
    text = _LINE_ENDS.sub("\n", _UNSEEN.sub("", text))
    return _BLANKS.sub(" ", text), tuple(problems)


def _text(content: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    wide = marked or _wide(content[:_SAMPLE])
    if wide:
        return _of_known(content, wide, told=not marked)
    if b"\0" in content:
        raise Undecodable("this is a binary file")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_unknown(content)
    if _binary(text[:_SAMPLE]):
        raise Undecodable("this is a binary file")
    return text, "utf-8", ()


def _of_known(content: bytes, encoding: str, *, told: bool) -> tuple[str, str, tuple[Problem, ...]]:
    text = content.decode(encoding, errors="replace")
    if _binary(text[:_SAMPLE]):
        raise Undecodable("this is a binary file")
    problems = [_assumed(encoding.upper(), 0.95)] if told else []
    if lost := text.count("\ufffd"):
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        message = f"{lost} characters are broken, the first one is in line {line}"
        problems.append(Problem.warning("broken-characters", (), message, _SAVE))
    return text, encoding, tuple(problems)


def _of_unknown(content: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """Return what is no UTF-8: that with strays in it, or an older encoding."""
    if mixed := _mixed(content):
        text, strays, line = mixed
        message = (
            f"the text is in UTF-8 but for {strays} characters, the first one in line {line}; "
            "they were read as Windows-1252"
        )
        told = Problem.inferred("encoding-inferred", (), message, sure=0.8, hint=_SAVE)
        return text, "utf-8", (told,)
    sample = content[:_SAMPLE]
    western = {name: _likeness(sample, name) for name in ("cp1252", "mac_roman")}
    if sum(byte > 0x7F for byte in sample) > sum(65 <= byte < 0x7F for byte in sample):
        western = dict.fromkeys(western, 0.0)
    best = max(western, key=lambda name: western[name])
    if western[best] < 0.5:
        other = import_module("charset_normalizer").from_bytes(sample).best()
        if other is not None:
            found = content.decode(other.encoding, errors="replace")
            if not _binary(found[:_SAMPLE]):
                sure = round(max(0.3, 0.8 - other.chaos), 2)
                return found, other.encoding, (_assumed(_name(other.encoding), sure),)
    text = content.decode(best, errors="replace")
    if _binary(text[:_SAMPLE]) or western[best] < 0:
        raise Undecodable("this is a binary file")
    sure = round(0.5 + 0.45 * western[best], 2)
    return text, best, (_assumed(_name(best), sure),)


def _assumed(name: str, sure: float) -> Problem:
    message = f"the file does not say its encoding; it was read as {name}"
    return Problem.inferred("encoding-inferred", (), message, sure=sure, hint=_SAVE)


def _name(encoding: str) -> str:
    return _NAMES.get(encoding, encoding.replace("_", "-"))


def _wide(sample: bytes) -> str | None:
    """Return the UTF-16 that *sample* is without a mark: every second byte is often zero."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd / half > 0.1 and even <= odd / 20:
        return "utf-16-le"
    if even / half > 0.1 and odd <= even / 20:
        return "utf-16-be"
    return None


def _binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) * 50 > len(text)


def _mixed(content: bytes) -> tuple[str, int, int] | None:
    """Return UTF-8 with few bytes of Windows-1252 in it; None where that is not what it is."""
    parts: list[str] = []
    rest = memoryview(content)
    strays = 0
    first = 0
    while True:
        try:
            parts.append(str(rest, "utf-8"))
            break
        except UnicodeDecodeError as error:
            strays += 1
            if strays > _MOST_STRAY:
                return None
            parts.append(str(rest[: error.start], "utf-8"))
            first = first or "".join(parts).count("\n") + 1
            parts.append(str(rest[error.start : error.start + 1], "cp1252", errors="replace"))
            rest = rest[error.start + 1 :]
    text = "".join(parts)
    good = sum(ord(char) > 0xFF for char in text) + len(
        re.findall(rb"[\xc3\xc2][\x80-\xbf]", content)
    )
    return (text, strays, first) if good > 3 * strays else None


def _likeness(sample: bytes, encoding: str) -> float:
    """Return how much *sample* is like words in *encoding*, from -1 to 1.

    A small letter inside a word, a capital at its beginning and a quotation mark or dash at its
    edge are what words are made of; a capital or sign inside a word is not.
    """
    text = sample.decode(encoding, errors="replace")
    score = total = 0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        char = match.group()
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        total += 1
        inside = before.islower()
        if char == "\ufffd" or _CONTROL.match(char):
            score -= 2
        elif char.islower():
            score += 1 if before.isalpha() or after.isalpha() else -1
        elif char.isupper():
            score += -1 if inside else 1
        elif char in "’‘“”–—…•«»°·¿¡ºª´\u00a0€§©®™":
            score += 1
        else:
            score -= 1
    return score / total if total else 1.0
