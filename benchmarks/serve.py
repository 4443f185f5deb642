"""How fast feeds are served, beside nginx and beside a bare WSGI application.

    python -m benchmarks.serve [--seconds N] [--rounds N]

The same bytes (by the bare application with the same headers, too), one worker each, in turns under
wrk, so that what else the machine does hits all alike; in new processes each round, since one may
be faster than the next for as long as it lives. Needs Debian's nginx and wrk.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit
from urllib.request import urlopen

from benchmarks import programmes
from benchmarks.processes import Server, answering, free_port, ours, running
from roundtable_ical.ical.feeds import every_feed
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.opened import opened

NGINX = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; sendfile on; types {{ text/calendar ics; }}
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; root {folder}/www; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What wrk says: requests a second, and the 99th percentile in milliseconds."""

    rate: float
    p99: float


def main() -> None:
    """Measure in turns, and print ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5, help="a turn of each server")
    parser.add_argument("--rounds", type=int, default=3, help="turns of each server")
    chosen = parser.parse_args()
    for tool in ("nginx", "wrk"):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} is missing: apt-get install nginx-light wrk")
    event = programmes.large()
    feeds = every_feed(event)
    by_size = sorted(feeds.values(), key=lambda feed: abs(len(feed.body) - 25_000))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "store.sqlite"
        publish(event, opened(str(store)), moment=datetime.now(UTC), tzdata="")  # noqa: TID251  # a benchmark has a clock
        for path in (by_size[0].path, "agenda.ics"):
            body = feeds[path].body
            compare(folder, store, f"/{event.id}/{path}", body, chosen.seconds, chosen.rounds)


def compare(folder: Path, store: Path, path: str, body: bytes, seconds: int, rounds: int) -> None:
    """Compare the three servers on one feed, full answers and 304s."""
    found: dict[str, dict[str, list[Result]]] = {"200": {}, "304": {}}
    for _ in range(rounds):
        with ExitStack() as stack:
            own = stack.enter_context(ours(str(store), path))
            servers = [
                stack.enter_context(nginx(folder, path, body)),
                stack.enter_context(bare(folder, own, body)),
                own,
            ]
            for server in servers:
                tag = tag_of(server)
                for kind, results in found.items():
                    said = wrk(server.address, tag if kind == "304" else None, seconds)
                    results.setdefault(server.name, []).append(said)
    for kind, results in found.items():
        show(f"{len(body) / 1000:,.0f} kB, {kind}", results)


def show(title: str, found: dict[str, list[Result]]) -> None:
    """Print rates, and what they are of the bare application's."""
    rates = {name: median(each.rate for each in results) for name, results in found.items()}
    tails = {name: median(each.p99 for each in results) for name, results in found.items()}
    print(f"\n{title}")
    for name, rate in rates.items():
        ratio, tail = rate / rates["bare"], tails[name] / tails["bare"]
        print(f"  {name:<6} {rate:10,.0f} /s  {ratio:5.2f} of bare   p99 {tail:5.2f} of bare's")


def wrk(address: str, tag: str | None, seconds: int) -> Result:
    """Return what wrk measures with 16 connections."""
    header = ["-H", f"If-None-Match: {tag}"] if tag else []
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "--latency", *header, address]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    tail = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    if not rate or not tail:
        sys.exit(f"wrk said what cannot be read:\n{said}")
    unit = {"us": 0.001, "ms": 1.0, "s": 1000.0}[tail[2]]
    return Result(float(rate[1]), float(tail[1]) * unit)


def tag_of(server: Server) -> str:
    """Return the ETag that a server gives."""
    with urlopen(server.address, timeout=10) as answer:
        return str(answer.headers["ETag"])


@contextmanager
def nginx(folder: Path, path: str, body: bytes) -> Iterator[Server]:
    """Serve *body* as a file by nginx, one worker."""
    file = folder / "www" / path.lstrip("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)
    port = free_port()
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port))
    folder.chmod(0o755)  # nginx's worker is another user
    with running(["nginx", "-c", str(config)], {}):
        yield answering(Server("nginx", f"http://127.0.0.1:{port}{path}"))


@contextmanager
def bare(folder: Path, peer: Server, body: bytes) -> Iterator[Server]:
    """Serve *body* with the headers of *peer* by a bare WSGI application on granian, one worker."""
    file = folder / "bare.ics"
    file.write_bytes(body)
    port = free_port()
    words = ["--interface", "wsgi", "--port", str(port), "--workers", "1", "--log-level", "error"]
    words += ["--blocking-threads", "4", "--backpressure", "64", "--no-ws"]
    command = [sys.executable, "-m", "granian", *words, "benchmarks.bare:app"]
    headers = headers_of(peer)
    brief = headers_of(peer, dict(headers)["etag"])
    environ = {
        "BARE_FILE": str(file),
        "BARE_HEADERS": json.dumps(headers),
        "BARE_BRIEF": json.dumps(brief),
    }
    with running(command, environ):
        yield answering(Server("bare", f"http://127.0.0.1:{port}{urlsplit(peer.address).path}"))


def headers_of(server: Server, tag: str | None = None) -> list[tuple[str, str]]:
    """Return the headers that the application sends; to one who has *tag*, those of a 304."""
    parts = urlsplit(server.address)
    with closing(HTTPConnection(parts.hostname or "", parts.port, timeout=30)) as connection:
        connection.request("GET", parts.path, headers={"If-None-Match": tag} if tag else {})
        answer = connection.getresponse()
        found = [(name.lower(), value) for name, value in answer.getheaders()]
    return [(name, value) for name, value in found if name not in {"date", "server"}]


if __name__ == "__main__":
    main()
