"""What it costs the table in front to note who fetched a feed, for `roundtable reach`.

    python -m benchmarks.front [--seconds N] [--rounds N]

The same layer in one process, with and without the counting, in turns, as fast as one thread can
ask; the thread that counts runs beside it all the time. Time is that of the processor, all threads
together, so that what else the machine does counts for nothing.
"""

import argparse
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from statistics import median
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from benchmarks import programmes
from roundtable_ical import bootstrap
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.web.counting import Counting
from roundtable_ical.web.front import table_of
from roundtable_ical.web.published import Published, answer

AGENTS = (
    "Google-Calendar-Importer",
    "iOS/18.0 (22A3354) dataaccessd/1.0",
    "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17126; Pro)",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.0",
)
READERS = 500
Ask = Callable[[dict[str, Any]], object]


def main() -> None:
    """Measure in turns, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=0.5, help="a turn of each")
    parser.add_argument("--rounds", type=int, default=15, help="turns of each")
    chosen = parser.parse_args()
    store = MemoryStore()
    event = programmes.large()
    publish(event, store, moment=datetime.now(UTC), tzdata="")  # noqa: TID251  # a benchmark has a clock
    shelf = StoreShelf(store=store, base=lambda _: None, tell=print, warn=print)
    shelf.refresh()
    counting = Counting(shelf, store, clock=bootstrap.now, warn=print)
    environs = [*requests(shelf.editions[event.id])]
    table = table_of(shelf.editions, 300, {})
    with_it = Published(_behind, lambda: table, None, counting)
    without = WithoutCounting(_behind, lambda: table)
    counting.start()
    rates: dict[str, list[float]] = {"with": [], "without": []}
    for number in range(chosen.rounds * 2):
        # each of a pair is first every second time
        name, layer = [("with", with_it), ("without", without)][(number + 1) // 2 % 2]
        rates[name].append(rate(layer, environs, chosen.seconds))
    counting.count()
    counting.keep()
    ratios = [one / other for one, other in zip(rates["with"], rates["without"], strict=True)]
    print(f"without counting  {median(rates['without']):9,.0f} requests a second of processor time")
    print(f"with counting     {median(rates['with']):9,.0f} requests a second of processor time")
    print(f"ratio             {median(ratios):9.3f}  ({min(ratios):.3f} to {max(ratios):.3f})")
    print(f"counting a note   {microseconds(counting, environs):9.3f}  microseconds, in its thread")
    counted = store.visits(datetime(1970, 1, 1, tzinfo=UTC).date())
    print(f"of these noted    {sum(each.fetches for each in counted.visits):9,}")
    print(f"readers told apart{sum(each.readers for each in counted.visits):9,}")


class WithoutCounting(Published):
    """The layer as it would be if it had never heard of counting."""

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, as `Published` does but for one question."""
        method = environ["REQUEST_METHOD"]
        if method in {"GET", "HEAD"} and not environ.get("QUERY_STRING"):
            path = environ.get("PATH_INFO", "")
            found = self._table().get(path)
            if found is None and self._page and path.endswith("/"):
                found = self._page(environ)
            if found is not None:
                return answer(found, environ, start_response, self._joined)
        return self.application(environ, start_response)


def requests(edition: Edition) -> Iterable[dict[str, Any]]:
    """Yield what readers ask: most have the newest bytes already."""
    paths = [*edition.published]
    for number in range(READERS):
        path = paths[number % len(paths)]
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": f"/{edition.event.id}/{path}",
            "QUERY_STRING": "",
            "REMOTE_ADDR": f"192.0.2.{number % 250}",
            "HTTP_USER_AGENT": AGENTS[number % len(AGENTS)],
            "HTTP_ACCEPT": "text/calendar",
            "HTTP_HOST": "events.example.org",
        }
        if number % 5:
            environ["HTTP_IF_NONE_MATCH"] = f'"{edition.published[path].etag}"'
        yield environ


def rate(layer: Published, environs: list[dict[str, Any]], seconds: float) -> float:
    """Return how many requests a second *layer* answers."""
    done, begun = 0, time.process_time()
    while (taken := time.process_time() - begun) < seconds:
        for environ in environs:
            layer(environ, _start)
        done += len(environs)
    return done / taken


def microseconds(counting: Counting, environs: list[dict[str, Any]]) -> float:
    """Return what it costs to count one note, once it is taken."""
    for environ in environs:
        counting.note(environ["PATH_INFO"], environ.get("HTTP_IF_NONE_MATCH", '"new"'), environ)
    begun = time.thread_time()
    counting.count()
    return (time.thread_time() - begun) / len(environs) * 1e6


def _behind(*_: object) -> Iterable[bytes]:
    raise NotImplementedError


def _start(*_: object) -> Any:
    return None


if __name__ == "__main__":
    main()
