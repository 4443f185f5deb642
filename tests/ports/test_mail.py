"""What comes with the house keeps to the ways of delivering mail."""

from importlib.metadata import entry_points

import pytest

from roundtable_ical.plugins import TRANSPORTS
from roundtable_ical.ports import LONGEST, MailTransport


@pytest.mark.parametrize("point", entry_points(group=TRANSPORTS), ids=lambda point: point.name)
def test_every_transport_has_a_name_a_summary_and_a_way_to_open_it(point: object) -> None:
    made = point.load()()  # type: ignore[attr-defined]  # an entry point

    assert isinstance(made, MailTransport)
    assert made.name in point.name  # type: ignore[attr-defined]  # an entry point
    assert made.summary


def test_an_answer_of_any_size_that_people_send_is_read_whole() -> None:
    assert LONGEST >= 10_000_000
