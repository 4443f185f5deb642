"""What is left of words when the people are taken out of them."""

import re

_EMPTY = re.compile(r"[(\[]\s*(?:\0[\s,;:/–-]*(?:(?:and|et|y|e|und|&)\b)?\s*)+[)\]]")
_ACTOR = re.compile(
    r"(?:(?:^|\s+|(?<=\0)\s*)(?:by|par|por|with|avec|con|mit|com|oleh|durch|door|pelo|pela|dal|dalla|"
    r"a cargo del?|de la mano de|of|from|de|du|del|de la|di|do|da|von|"
    r"(?:with|in|con|com|avec|en)\s+(?:the|la|a)\s+(?!\0)\w+\s+(?:of|del?|d[aeo]s?|du|des))"
    r"(?:\s+(?:the|le|la|el|den|der|dem|o|a|os|as|il|lo|los|las|les)|\s+l['’])?"
    r"|\s+(?:and|et|y|e|und)\s+(?:the|le|la|el|o|a|der|die|den|il))?\s*\0",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\0\s*,?\s*(?:and|et|y|e|und|among|entre)\s+(?:many\s+)?"
    r"(?:others?|otr[oa]s|autres|outr[oa]s|altri|andere[nr]?|more|más)\b\.?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:[\s,;:/|–—&+.-]|\b(?:and|et|y|e|und)\b)*\0(?:[\s,;:/|–—&+.-]|\b(?:and|et|y|e|und)\b|\0)*"
)


def leftover(text: str, spans: list[tuple[int, int]]) -> str:
    """Return *text* without *spans* and the signs that were around them."""
    kept, at = [], 0
    for start, end in spans:
        if start > at:
            kept.append(text[at:start])
        elif start < at:
            start = at
        at = max(at, end)
        kept.append("\0")
    kept.append(text[at:])
    plain = "".join(kept)
    plain = _OTHERS.sub("\0", _EMPTY.sub("\0", plain))
    plain = _ACTOR.sub("\0", plain)
    plain = _EMPTY.sub("\0", plain)
    plain = _AROUND.sub(lambda found: _seam(found, plain), plain)
    plain = re.sub(r"\s*[(\[]\s*$", "", plain)
    plain = re.sub(r"\s+([,;)\]]|\.(?=\s|$))", r"\1", plain)
    return re.sub(r"\s{2,}", " ", plain).strip(" ,;:|–—/-").strip()


def _seam(found: re.Match[str], text: str) -> str:
    """Return the sign that is left where somebody was taken out between two parts of a title."""
    if found.start() == 0 or found.end() == len(text):
        return "." if found.group().lstrip().startswith(".") and found.start() else ""
    signs = found.group()
    return ": " if ":" in signs else " – " if re.search(r"[–—]|\s-\s", signs) else " "
