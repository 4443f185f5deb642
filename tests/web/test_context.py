"""Files are looked at now and then, not with every request."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roundtable_ical import UnknownId
from roundtable_ical.config import Settings
from roundtable_ical.web.app import create_app


def test_a_file_is_not_looked_at_again_before_its_time(written: Callable[..., Path]) -> None:
    client = create_app([written()], settings=Settings(watch=60)).test_client()
    before = client.get("/breakfast/agenda.ics").data
    written(title="Ministerial lunch")

    after = client.get("/breakfast/agenda.ics").data

    assert after == before


def test_an_event_that_is_not_there_is_refused_with_those_that_are(
    written: Callable[..., Path],
) -> None:
    context = create_app([written()], settings=Settings()).extensions["roundtable_ical"]

    with pytest.raises(UnknownId) as error:
        context.edition("lunch")

    assert str(error.value) == "there is no event 'lunch'; there is: breakfast"
