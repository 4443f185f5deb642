"""The words of RFC 5546 for what is asked and what is answered."""

from enum import StrEnum


class Method(StrEnum):
    """What a scheduling message does (RFC 5546 section 1.4); the ones that we send or read."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    REPLY = "REPLY"
    COUNTER = "COUNTER"
    DECLINECOUNTER = "DECLINECOUNTER"
    REFRESH = "REFRESH"
    PUBLISH = "PUBLISH"
    ADD = "ADD"


class ParticipationStatus(StrEnum):
    """What a speaker has answered (PARTSTAT of a VEVENT, RFC 5545 section 3.2.12)."""

    NEEDS_ACTION = "NEEDS-ACTION"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"
    DELEGATED = "DELEGATED"
