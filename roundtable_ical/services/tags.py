"""Which revision a tag that a reader sends is of: the tags of feeds that were served lately."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from roundtable_ical.services.editions import Edition

MOST_TAGS = 20_000
"""Tags that are remembered of an event."""
_PACKED = ("-gzip", "-br", "-zstd", "-deflate")


@lru_cache(4_096)
def bare(tags: str) -> str:
    """Return the first entity tag of a header, without what proxies hang on it.

    Source: RFC 9110 section 8.8.3.
    """
    word = tags.partition(",")[0].strip().removeprefix("W/").strip('"')
    for suffix in _PACKED:
        word = word.removesuffix(suffix)
    return word.rstrip("-")


@dataclass(slots=True)
class Tags:
    """Remembers of each tag the newest revision that it was served in; equal tags, equal bytes."""

    _numbers: dict[str, OrderedDict[str, int]] = field(default_factory=dict)
    _newest: dict[str, int] = field(default_factory=dict)
    _editions: dict[str, Edition] = field(default_factory=dict)

    def learn(self, editions: Mapping[str, Edition]) -> None:
        """Take note of what is served; costs nothing while that is the same."""
        for event_id, edition in editions.items():
            if self._editions.get(event_id) is not edition:
                self._editions[event_id] = edition
                number = edition.snapshot.revision.number if edition.snapshot else 0
                self._newest[event_id] = number
                for feed in edition.published.values():
                    self._remember(event_id, feed.etag, number)

    def served(self, event_id: str, tag: str) -> int:
        """Return the revision of a tag that a reader was given.

        One that is not known, of a feed with options, is of what is served now.
        """
        known = self.number(event_id, tag)
        if known is None:
            known = self._newest.get(event_id, 0)
            self._remember(event_id, tag, known)
        return known

    def number(self, event_id: str, tag: str) -> int | None:
        """Return the newest revision that *tag* was served in; None where nobody remembers."""
        known = self._numbers.get(event_id)
        return known.get(tag) if known else None

    def _remember(self, event_id: str, tag: str, number: int) -> None:
        known = self._numbers.setdefault(event_id, OrderedDict())
        known[tag] = number
        known.move_to_end(tag)
        if len(known) > MOST_TAGS:
            known.popitem(last=False)
