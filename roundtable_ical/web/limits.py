"""How often one address may try personal links: guessing ends soon, and people never notice."""

from dataclasses import dataclass, field

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

PER_ADDRESS = "60/minute"
"""A page with its form, opened by a whole delegation behind one address."""


@dataclass(slots=True)
class Limits:
    """Counts tries in this process; a site with several has as many times more."""

    most: RateLimitItem = field(default_factory=lambda: parse(PER_ADDRESS))
    _counting: MovingWindowRateLimiter = field(
        default_factory=lambda: MovingWindowRateLimiter(MemoryStorage())
    )

    def spend(self, whose: str) -> None:
        """Count one try of *whose*.

        Raises:
            TooManyRequests: there were too many; says when to come back (RFC 9110 section 10.2.3).
        """
        if not self._counting.hit(self.most, whose):
            raise TooManyRequests(retry_after=self.most.get_expiry())
