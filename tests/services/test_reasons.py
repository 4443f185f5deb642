"""Why a revision was published: told, but for who may not be named."""

from roundtable_ical import SideEvent
from roundtable_ical.services.reasons import Reasons
from roundtable_ical.testing.programmes import values


def test_a_reason_is_told_as_it_was_written() -> None:
    reasons = Reasons(SideEvent.model_validate(values()))

    assert reasons.said("Guy Ryder's flight is late") == "Guy Ryder's flight is late"


def test_who_may_not_be_named_is_not_named_in_a_reason() -> None:
    speakers = [{"id": "guy", "name": {"en": "Guy Ryder", "fr": "G. Ryder"}, "consent": False}]
    reasons = Reasons(SideEvent.model_validate(values(speakers=speakers)))

    assert reasons.said("Guy Ryder and Guy Ryderson; G. Ryder") == "[…] and Guy Ryderson; […]"


def test_no_address_is_in_a_reason() -> None:
    reasons = Reasons(SideEvent.model_validate(values()))

    assert reasons.said("write to ana@example.org") == "write to […]"
