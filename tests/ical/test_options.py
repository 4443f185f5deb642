from datetime import timedelta

import pytest

from roundtable_ical.errors import InvalidField
from roundtable_ical.ical.options import Options


def test_options_are_written_in_one_order_whatever_order_they_came_in() -> None:
    query = {"alarm": "2h", "busy": "busy", "lang": "fr"}

    assert Options.from_query(query).query == "lang=fr&busy=busy&alarm=120m"


def test_equal_alarms_are_equal_options() -> None:
    assert Options.from_query({"alarm": "60m"}) == Options.from_query({"alarm": "1h"})


def test_other_parameters_change_nothing() -> None:
    assert Options.from_query({"utm_source": "mail", "x": "1"}) == Options()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            {"lang": "english please"},
            "lang: 'english please' is no language; write lang=en, lang=fr, ...",
        ),
        ({"busy": "yes"}, "busy: 'yes' is not possible; write busy=busy or busy=free"),
        ({"alarm": "soon"}, "alarm: 'soon' is no time before; write alarm=15m, 2h or 1d"),
        ({"alarm": "8d"}, "alarm: '8d' is more than 7 days; write alarm=15m, 2h or 1d"),
        ({"alarm": "0m"}, "alarm: '0m' is no time before; write alarm=15m, 2h or 1d"),
    ],
)
def test_what_is_not_possible_is_said_with_the_way_out(query: dict[str, str], message: str) -> None:
    with pytest.raises(InvalidField) as caught:
        Options.from_query(query)

    assert str(caught.value) == message


def test_an_alarm_may_be_in_minutes_hours_or_days() -> None:
    alarms = [Options.from_query({"alarm": text}).alarm for text in ("15m", "2h", "1d")]

    assert alarms == [timedelta(minutes=15), timedelta(hours=2), timedelta(days=1)]
