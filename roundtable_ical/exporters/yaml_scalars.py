"""How a text is written in YAML: plain where that is safe, else quoted, long ones as blocks.

Source: YAML 1.2.2, chapters 7.3 (flow scalars) and 8.1 (block scalars).
"""

import re
import textwrap

from roundtable_ical.exporters.yaml_tree import Plain

WIDTH = 100
_UNSAFE_START = re.compile(r"[-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`\s]|---|\.\.\.|<<|=$")
_UNSAFE_INSIDE = re.compile(r":(?:\s|$)|\s#|[\t\n]|\s$")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]|^[-?:]")
_MEANS_ELSE = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[-+.]?\d[\d_,.:eExXoO+-]*|0x[\da-f]+"
    r"|[-+]?\.(?:inf|nan)|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?)",
    re.IGNORECASE,
)
"""What other programs would not read as words; `roundtable` would, but for the first two."""
_ESCAPED = re.compile(
    '[\x00-\x1f"\\\\\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]'
)
_NAMED = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_NEEDS_ESCAPES = re.compile(f"[\n\t]|{_UNPRINTABLE.pattern}")


def inline(words: str, *, in_flow: bool = False) -> str:
    """Return *words* as a scalar of one line; *in_flow* inside brackets."""
    if isinstance(words, Plain) or _is_safe(words, in_flow=in_flow):
        return str(words)
    single = quoted(words, "'") if '"' in words or "\\" in words else None
    return single or '"' + _ESCAPED.sub(_escape, words) + '"'


def quoted(words: str, mark: str | None) -> str | None:
    """Return *words* between two of *mark*; None where that is none, or cannot say them."""
    if mark == '"':
        return '"' + _ESCAPED.sub(_escape, words) + '"'
    if mark == "'" and not _NEEDS_ESCAPES.search(words):
        return "'" + words.replace("'", "''") + "'"
    return None


def block(words: str, indent: int) -> list[str] | None:
    """Return *words* as a block: its header, then its lines *indent* deep.

    None where a block cannot say it, or one line does as well.
    """
    if isinstance(words, Plain) or _UNPRINTABLE.search(words) or words != words.strip(" \t\n"):
        return None
    lines = words.split("\n")
    most = max(WIDTH - indent, 40)
    long = any(len(line) > most for line in lines)
    if len(lines) == 1 and not long:
        return None
    indented = any(line[:1] in {" ", "\t"} for line in lines)
    if indented or (len(lines) > 1 and (not long or "" in lines)):
        return ["|-", *(" " * indent + line if line else "" for line in lines)]
    margin = " " * indent
    folded = [">-"]
    for line in lines:
        folded += [*([""] if len(folded) > 1 else []), *(margin + it for it in _folded(line, most))]
    return folded if len(folded) > 2 else None


def _folded(line: str, most: int) -> list[str]:
    """Return *line* broken at single blanks; a block that is folded makes one of each break."""
    # What must stay together is joined by a character that no text can have.
    glued = re.sub(r" {2,}| (?=\t)|(?<=\t) ", lambda found: "\0" * len(found[0]), line)
    wrapped = textwrap.wrap(
        glued,
        most,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )
    lines = [part.replace("\0", " ") for part in wrapped]
    return lines if " ".join(lines) == line else [line]


def _is_safe(words: str, *, in_flow: bool) -> bool:
    return not (
        not words
        or _UNSAFE_START.match(words)
        or _UNSAFE_INSIDE.search(words)
        or (in_flow and _UNSAFE_IN_FLOW.search(words))
        or _UNPRINTABLE.search(words)
        or _MEANS_ELSE.fullmatch(words)
    )


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    return _NAMED.get(character) or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")
