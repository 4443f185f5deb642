"""Octets of a mail -> text: what is said of them is believed only where it can be true."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

_MARKS = {BOM_UTF8: "utf-8", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_SHIFTED = ("iso-2022", "iso2022", "utf-7", "utf_7", "hz", "utf-16", "utf16", "utf-32", "utf32")
"""Encodings whose text is valid UTF-8 to look at, or begins with a mark of its own."""


_NO_TEXT = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})
"""Codecs of Python that no mail is written in; some need a time that grows with its square."""


def text_of(content: bytes, charset: str) -> str:
    """Return the text in *content*, which is said to be in *charset*; never fails.

    Text that is valid UTF-8 is UTF-8, whatever a program said of it: the other way round, a text in
    Latin-1 happens to be valid UTF-8 once in a lifetime.
    """
    named = charset.strip().strip("\"'").lower()
    for mark, known in _MARKS.items():
        if content.startswith(mark):
            return content.decode(known, errors="replace").removeprefix("\ufeff")
    named = _without_mark(content) or named
    for name in (named, "utf-8") if named.startswith(_SHIFTED) else ("utf-8", named):
        try:
            if name.replace("-", "_") not in _NO_TEXT:
                return content.decode(name).encode("utf-8", "replace").decode("utf-8")
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", errors="replace")


def _without_mark(content: bytes) -> str:
    """Return the form of UTF-16 that Latin letters show without its mark; "" where they do not."""
    start = content[:32]
    if len(start) < 8:
        return ""
    if not any(start[1::2]) and all(start[::2]):
        return "utf-16-le"
    return "utf-16-be" if not any(start[::2]) and all(start[1::2]) else ""
