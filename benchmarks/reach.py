"""How soon another process serves what is published, and how much memory a worker takes.

    python -m benchmarks.reach [--class L|XL] [--store URL] [--times N]

One segment is moved and published; a server on the same store is asked until it has the new feed.
The time counts from the start of `publish`, which reads what is public from the store itself.
"""

import argparse
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from benchmarks import programmes
from benchmarks.processes import Server, ours
from roundtable_ical.plugins import store_at
from roundtable_ical.services.publish import publish

CLASSES = {"L": programmes.large, "XL": programmes.extra_large}
NOON = datetime(2026, 9, 2, 12, tzinfo=UTC)
SETTLED = 1.0
"""Seconds between two publications."""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--class", dest="size", choices=CLASSES, default="L")
    parser.add_argument("--store", metavar="URL", help="by default a new SQLite file")
    parser.add_argument("--times", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = chosen.store or str(Path(folder) / "store.sqlite")
        event = CLASSES[chosen.size]()
        with closing(store_at(url)) as store:
            publish(event, store, moment=NOON, tzdata="2026f")
            with ours(url, f"/{event.id}/agenda.ics") as server:
                waits = []
                for number in range(1, chosen.times + 1):
                    position = len(event.segments) * (number - 1) // chosen.times
                    event = programmes.moved(event, f"session-{position}", number)
                    time.sleep(SETTLED)
                    old = etag(server)
                    begun = time.perf_counter()
                    publish(event, store, moment=NOON + timedelta(hours=number), tzdata="2026f")
                    published = time.perf_counter() - begun
                    while etag(server) == old:
                        time.sleep(0.005)
                    waits.append((time.perf_counter() - begun, published))
                peak = server.peak()
    print(f"class {chosen.size}, one segment moved, median of {chosen.times}")
    print(f"publish returns after       {median(part for _, part in waits):6.3f} s")
    print(f"another process serves it   {median(whole for whole, _ in waits):6.3f} s")
    print(f"the slowest of them         {max(whole for whole, _ in waits):6.3f} s")
    print(f"peak memory of a worker     {peak:6.0f} MB")


def etag(server: Server) -> str | None:
    """Return the ETag that *server* has now."""
    parts = urlsplit(server.address)
    with closing(HTTPConnection(parts.hostname or "", parts.port, timeout=30)) as connection:
        connection.request("HEAD", parts.path)
        return connection.getresponse().getheader("ETag")


if __name__ == "__main__":
    main()
