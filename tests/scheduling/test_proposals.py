"""What would become of a programme."""

import pytest

from roundtable_ical import DoesNotFit, Fit, SideEvent, shifted
from roundtable_ical.testing.programmes import values

UNTIL_NINE = SideEvent.model_validate(values(hours="08:15-09:00"))


def test_what_fits_can_be_taken() -> None:
    done = shifted(SideEvent.model_validate(values()), "welcome", 5)

    assert (done.fits, done.misfits, list(done.told())) == (True, (), [])
    assert done.required() is done.event


def test_what_does_not_fit_says_what_can_give_and_is_not_taken() -> None:
    done = shifted(UNTIL_NINE, "welcome", 5)

    (misfit,) = done.misfits
    assert (misfit.segment, misfit.minutes, str(misfit)) == (
        "panel",
        5,
        "5 min too many before 09:00, when the stated hours end",
    )
    assert misfit.ways == {
        Fit.SHORTEN: ("'welcome' 15 to 13 min", "'panel' 30 to 27 min"),
        Fit.DROP: ("'panel' (30 min) is cancelled",),
        Fit.OVERRUN: ("'panel' ends 5 min after 09:00, when the stated hours end",),
    }
    with pytest.raises(DoesNotFit):
        done.required()


def test_what_gives_is_told() -> None:
    done = shifted(UNTIL_NINE, "welcome", 5, fit=Fit.DROP)

    assert done.fits
    assert list(done.told()) == [
        "5 min too many before 09:00, when the stated hours end: drop: "
        "'panel' (30 min) is cancelled"
    ]
