"""How much of an order fits, where not all of it does."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from roundtable_ical.scheduling.fits import Fit, Outcome

Outcomes = Callable[[int], Sequence[Outcome]]
"""What comes of so many minutes, in each room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Less:
    """The most that fits.

    *option* is what says the minutes, *as_it_is* how many fit where nothing gives, 0 for none.
    *ways* are those of each fit that cannot make the whole order fit, but more than *as_it_is*.
    Earlier ones are below zero.
    """

    option: str
    as_it_is: int
    ways: Mapping[Fit, int] = field(default_factory=dict)

    def told(self) -> Iterator[tuple[str, str]]:
        """Yield what to write, and what comes of it."""
        if self.as_it_is:
            yield f"{self.option} {self.as_it_is}m", "fits as it is"
        for fit, minutes in self.ways.items():
            yield f"{self.option} {minutes}m --fit {fit}", "fits"


def less(option: str, outcomes: Outcomes, minutes: int) -> Less | None:
    """Return how much less than *minutes* fits; None where they do.

    Args:
        option: what says the minutes.
        outcomes: what comes of any number of them. What fits fits with fewer, too.
        minutes: what was ordered; below zero for earlier.
    """
    if _fits(outcomes(minutes), None):
        return None
    most = _most(outcomes, minutes, None)
    others = {
        fit: _most(outcomes, minutes, fit) for fit in Fit if not _fits(outcomes(minutes), fit)
    }
    better = {fit: found for fit, found in others.items() if abs(found) > abs(most)}
    return Less(option=option, as_it_is=most, ways=better)


def _most(outcomes: Outcomes, minutes: int, fit: Fit | None) -> int:
    """Return the most that fits, 0 where nothing does."""
    sign = 1 if minutes > 0 else -1
    fits, too_many = 0, abs(minutes)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if _fits(outcomes(sign * middle), fit):
            fits = middle
        else:
            too_many = middle
    return sign * fits


def _fits(outcomes: Sequence[Outcome], fit: Fit | None) -> bool:
    return all(
        each.excess is None or (fit is not None and each.ways.get(fit) is not None)
        for each in outcomes
    )
