"""One event as it is served: every feed of it, ready."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
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
        self._writers: OrderedDict[Options, FeedWriter] = OrderedDict()
        self._asked: OrderedDict[Hashable, Feed] = OrderedDict()
        self._bytes = 0
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
        return self._kept((path, options), options, lambda writer: writer.feed(selection))

    def block(self, options: Options) -> Feed:
        """Return the feed of the whole event as one block."""
        if options == _PLAIN:
            return self._published[EVENT_FEED]
        return self._kept((EVENT_FEED, options), options, FeedWriter.block)

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

    def _kept(self, key: Hashable, options: Options, write: Callable[[FeedWriter], Feed]) -> Feed:
        with self._lock:
            if key in self._asked:
                self._asked.move_to_end(key)
                return self._asked[key]
            writer = self._writers.pop(options, None) or self._writer(options)
            self._writers[options] = writer
            self._asked[key] = feed = write(writer)
            self._bytes += len(feed.body)
            if len(self._writers) > MOST_WRITERS:
                self._writers.popitem(last=False)
            while len(self._asked) > MOST_FEEDS or (self._bytes > MOST_BYTES and self._asked):
                _, oldest = self._asked.popitem(last=False)
                self._bytes -= len(oldest.body)
            return feed
