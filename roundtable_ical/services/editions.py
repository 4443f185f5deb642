"""One event as it is served: every feed of it, ready."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from roundtable_ical.ical.addresses import feed_path
from roundtable_ical.ical.feeds import Feed, FeedWriter
from roundtable_ical.ical.options import Options
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.revisions.feedstates import EVENT_FEED
from roundtable_ical.revisions.publication import Snapshot

MOST_WRITERS = 16
MOST_FEEDS = 1_024
MOST_BYTES = 64_000_000
_PLAIN = Options()


@dataclass(slots=True)
class _Asked:
    """The feeds that were asked for with the same options, and what writes them.

    *own* is about what the feeds take beside the VEVENTs, which they share.
    """

    writer: FeedWriter
    feeds: OrderedDict[str, Feed] = field(default_factory=OrderedDict)
    own: int = 0

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return self.writer.rendered + self.own

    def get(self, path: str, write: Callable[[FeedWriter], Feed]) -> Feed:
        """Return the feed at *path*, now the one that was asked for last."""
        feed = self.feeds.pop(path, None)
        if feed is None:
            feed = write(self.writer)
            self.own += _own(feed)
        self.feeds[path] = feed
        return feed

    def forget(self) -> None:
        """Forget the feed that was asked for longest ago."""
        _, oldest = self.feeds.popitem(last=False)
        self.own -= _own(oldest)


def _own(feed: Feed) -> int:
    """Return about how many bytes *feed* takes beside the VEVENTs in it."""
    head = feed.pieces[: -feed.count - 1]
    return 500 + 2 * sum(map(len, head)) + 8 * len(feed.pieces)


class Edition:
    """One event as it is served.

    The feeds without options are rendered at once, so that one that cannot be is found before
    anybody asks. Feeds with options and mixes are made when asked for and kept within bounds, so
    that no reader fills memory.
    """

    def __init__(
        self,
        event: SideEvent,
        *,
        base: str | None,
        dated: bool = True,
        snapshot: Snapshot | None = None,
        former: "Edition | None" = None,
    ) -> None:
        """Take the event and render every feed of it.

        Args:
            event: the programme.
            base: public address of the event's page, None for the event's own `url`.
            dated: whether `revised` tells this edition from the one before it.
            snapshot: what a store remembers of it, None where there is no store.
            former: the edition before; of its feeds those that are the same are not made again.
        """
        self.event = event
        self.dated = dated
        self.snapshot = snapshot
        self._base = base
        self._lock = Lock()
        self._asked: OrderedDict[Options, _Asked] = OrderedDict()
        kept = self._unchanged(former) if former else {}
        self._published = dict(self._all(self._writer(_PLAIN), kept))

    @property
    def published(self) -> Mapping[str, Feed]:
        """Every feed without options, by its path below the event's page."""
        return self._published

    @property
    def last_modified(self) -> datetime | None:
        """Moment of the last change; None when the file changed and its `revised` did not."""
        if self.snapshot is not None:
            return self.snapshot.revision.moment
        return self.event.revised if self.dated else None

    def modified(self, path: str) -> datetime | None:
        """Return when the feed at *path* last changed; None where only its bytes tell."""
        state = self.snapshot.feeds.get(path) if self.snapshot else None
        return state.modified if state else self.last_modified

    def feed(self, selection: Selection, options: Options) -> Feed:
        """Return the feed of *selection*."""
        path = feed_path(selection)
        if options == _PLAIN and path in self._published:
            return self._published[path]
        return self._kept(path, options, lambda writer: writer.feed(selection))

    def block(self, options: Options) -> Feed:
        """Return the feed of the whole event as one block."""
        if options == _PLAIN:
            return self._published[EVENT_FEED]
        return self._kept(EVENT_FEED, options, FeedWriter.block)

    def _unchanged(self, former: "Edition") -> dict[str, Feed]:
        """Return the feeds of *former* that say what the store has now."""
        old, new = former.snapshot, self.snapshot
        if old is None or new is None or former._base != self._base:
            return {}
        return {
            path: feed
            for path, feed in former.published.items()
            # one without events defines a zone all the same, which its state does not know
            if feed.count and path in new.feeds and old.feeds.get(path) == new.feeds[path]
        }

    def _all(self, writer: FeedWriter, kept: Mapping[str, Feed]) -> Iterator[tuple[str, Feed]]:
        yield EVENT_FEED, kept.get(EVENT_FEED) or writer.block()
        for choice in (
            Selection(),
            *(Selection(themes=(id_,)) for id_ in self.event.topics),
            *(Selection(speakers=(id_,)) for id_ in self.event.people),
            *(Selection(venues=(id_,)) for id_ in self.event.places),
        ):
            path = feed_path(choice)
            yield path, kept.get(path) or writer.feed(choice)

    def _writer(self, options: Options) -> FeedWriter:
        ledger = self.snapshot.ledger if self.snapshot else None
        return FeedWriter(self.event, options, base=self._base, ledger=ledger)

    def _kept(self, path: str, options: Options, write: Callable[[FeedWriter], Feed]) -> Feed:
        with self._lock:
            asked = self._asked.pop(options, None) or _Asked(self._writer(options))
            self._asked[options] = asked
            feed = asked.get(path, write)
            while self._asked and self._is_too_much():
                oldest = next(iter(self._asked.values()))
                if oldest is asked and len(asked.feeds) > 1:
                    asked.forget()
                else:
                    self._asked.popitem(last=False)
            return feed

    def _is_too_much(self) -> bool:
        kept = self._asked.values()
        return (
            len(kept) > MOST_WRITERS
            or sum(len(each.feeds) for each in kept) > MOST_FEEDS
            or sum(each.size for each in kept) > MOST_BYTES
        )
