"""Answers that Outlook hides in a winmail.dat."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.reading.winmail import Winmail, winmail


def attribute(name: int, content: bytes) -> bytes:
    return b"\x01" + struct.pack("<II", name, len(content)) + content + b"\0\0"


def file(kind: bytes) -> bytes:
    parts = (
        attribute(0x00089006, b"\0\0\1\0"),
        attribute(0x00078008, kind + b"\0"),
        attribute(0x00018004, b"Declined: Panel\0"),
    )
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(parts)


@pytest.mark.parametrize(
    ("kind", "partstat"),
    [
        (b"IPM.Microsoft Schedule.MtgRespP", ParticipationStatus.ACCEPTED),
        (b"IPM.Microsoft Schedule.MtgRespN", ParticipationStatus.DECLINED),
        (b"IPM.Microsoft Schedule.MtgRespA", ParticipationStatus.TENTATIVE),
        (b"IPM.Schedule.Meeting.Resp.Neg", ParticipationStatus.DECLINED),
        (b"IPM.Microsoft Mail.Note", None),
    ],
)
def test_the_kind_of_message_tells_what_is_answered(
    kind: bytes, partstat: ParticipationStatus | None
) -> None:
    assert winmail(file(kind)) == Winmail(partstat=partstat, subject="Declined: Panel")


def test_other_files_are_none() -> None:
    assert winmail(b"") is None
    assert winmail(b"BEGIN:VCALENDAR") is None


@given(st.binary(), st.integers(4, 90))
def test_a_broken_file_is_read_as_far_as_it_goes(stray: bytes, at: int) -> None:
    whole = file(b"IPM.Microsoft Schedule.MtgRespN")

    assert winmail(whole[:at] + stray) is not None
