"""A feed taken apart, and what its publisher expects of it: all that the rules look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from roundtable_ical.ical.lint.clocks import Clocks
from roundtable_ical.ical.lint.components import Component


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The components of a feed in the order of the file.

    *source* is the address under which it is served; *alarms* tells that VALARMs are meant;
    *cancelled_words* begin the summary of what is cancelled.
    """

    octets: bytes
    components: tuple[Component, ...]
    clocks: Clocks
    source: str | None
    alarms: bool
    cancelled_words: tuple[str, ...]

    def named(self, *names: str) -> Iterator[Component]:
        """Yield the components of these names."""
        return (component for component in self.components if component.name in names)
