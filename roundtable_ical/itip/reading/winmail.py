"""winmail.dat: an answer in a form that only Outlook reads (MS-OXTNEF); just what it is.

Whose invitation is answered stands deep in it, and nobody signs it: so a person looks at it.
"""

import struct
from dataclasses import dataclass

from roundtable_ical.itip.participation import ParticipationStatus

_SIGNATURE = b"\x78\x9f\x3e\x22"
_CLASS, _SUBJECT = 0x00078008, 0x00018004
_MOST = 500
_ANSWERS = {
    "mtgrespp": ParticipationStatus.ACCEPTED,
    "mtgrespn": ParticipationStatus.DECLINED,
    "mtgrespa": ParticipationStatus.TENTATIVE,
    "resp.pos": ParticipationStatus.ACCEPTED,
    "resp.neg": ParticipationStatus.DECLINED,
    "resp.tent": ParticipationStatus.TENTATIVE,
}
"""The end of a message class, of Schedule+ and of Outlook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Winmail:
    """What Outlook hid: *partstat* where it is an answer, and the *subject* inside."""

    partstat: ParticipationStatus | None = None
    subject: str = ""


def winmail(content: bytes) -> Winmail | None:
    """Return what *content* is, None where it is no TNEF.

    Source: MS-OXTNEF sections 2.1.1 and 2.1.3 (signature, key; then level, id, length, data,
    checksum of each attribute).
    """
    if not content.startswith(_SIGNATURE):
        return None
    found: dict[int, str] = {}
    at = 6
    for _ in range(_MOST):
        if at + 9 > len(content):
            break
        name, length = struct.unpack_from("<II", content, at + 1)
        words = content[at + 9 : at + 9 + length].partition(b"\0")[0]
        if name in (_CLASS, _SUBJECT):
            found[name] = words[:500].decode("cp1252", errors="replace")
        at += 9 + length + 2
    kind = found.get(_CLASS, "").lower()
    partstat = next((each for end, each in _ANSWERS.items() if kind.endswith(end)), None)
    return Winmail(partstat=partstat, subject=found.get(_SUBJECT, ""))
