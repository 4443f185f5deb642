"""One address may try so often, and then has to wait."""

import pytest
from limits import parse
from werkzeug.exceptions import TooManyRequests

from roundtable_ical.web.limits import Limits


def test_after_so_many_tries_an_address_waits_and_others_do_not() -> None:
    limits = Limits(most=parse("2/minute"))
    for _ in range(2):
        limits.spend("192.0.2.1")

    with pytest.raises(TooManyRequests) as caught:
        limits.spend("192.0.2.1")

    assert caught.value.get_response().headers["Retry-After"] == "60"
    limits.spend("192.0.2.2")


def test_each_application_counts_by_itself() -> None:
    first, second = Limits(most=parse("1/minute")), Limits(most=parse("1/minute"))

    first.spend("192.0.2.1")
    second.spend("192.0.2.1")
