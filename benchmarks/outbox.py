"""How fast an outbox is sent, beside smtplib that sends the same bytes from memory.

python -m benchmarks.outbox [--store URL] [--messages 1200]

Both speak to one local SMTP server on one connection. The outbox is kept in an SQLite file, or in
the store at URL, where each claim and each report is on the disk before the next message goes.
"""

import argparse
import smtplib
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from benchmarks.processes import free_port, running
from roundtable_ical import bootstrap
from roundtable_ical.itip.outbox import Decision, Post, PostState
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.services.outbox import send
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.mailing_values import slot, telling
from roundtable_ical.transports.smtp import SmtpTransport

SIZE = 12_000
"""Bytes of an invitation in six languages' letters, its calendar twice."""
ROUNDS = 3
NOON = datetime(2026, 9, 2, 12, tzinfo=UTC)


def main() -> None:
    """Measure, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", help="address of an empty store")
    parser.add_argument("--messages", type=int, default=1200)
    chosen = parser.parse_args()
    peers, ours = [], []
    with mail_server() as port, tempfile.TemporaryDirectory() as folder:
        store = SqlStore(chosen.store or str(Path(folder) / "outbox.sqlite"))
        for number in range(ROUNDS):
            posts = filled(store, f"event-{number}", chosen.messages)
            peers.append(by_smtplib(posts, port))
            ours.append(by_outbox(store, f"event-{number}", port))
        store.close()
    peer, own = median(peers), median(ours)
    count = chosen.messages
    print(f"{count} messages of {SIZE} bytes, median of {ROUNDS}")
    print(f"smtplib, ready bytes   {peer:7.3f} s  {count / peer:7.0f} messages/s")
    print(f"the whole outbox       {own:7.3f} s  {count / own:7.0f} messages/s")
    print(f"ratio                  {peer / own:7.2f}")


def filled(store: SqlStore, event_id: str, count: int) -> tuple[Post, ...]:
    """Write the letters of a whole-day shift: every speaker is told of another time."""
    keys = [SlotKey(f"segment-{number}", f"speaker-{number}") for number in range(count)]
    store.decide(event_id, telling({key: slot(0, key) for key in keys}, NOON, event_id))
    while taken := store.claim(NOON, NOON + timedelta(minutes=2), 500, event_id):
        for post in taken:
            store.report(replace(post, state=PostState.SENT, sent=NOON))
    later = NOON + timedelta(minutes=1)
    moved = telling({key: slot(24, key) for key in keys}, later, event_id)

    def decide(book: object) -> Decision:
        decision = moved(book)  # type: ignore[arg-type]  # the very book
        return replace(decision, posts=tuple(map(_grown, decision.posts)))

    return store.decide(event_id, decide).posts


def _grown(post: Post) -> Post:
    line = b"x" * 76 + b"\r\n"
    return replace(post, content=post.content + line * (SIZE // len(line)))


def by_smtplib(posts: tuple[Post, ...], port: int) -> float:
    """Return the seconds in which smtplib sends the bytes of *posts*."""
    begun = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port) as smtp:
        for post in posts:
            smtp.sendmail(post.sender, [post.recipient], post.content)
    return time.perf_counter() - begun


def by_outbox(store: SqlStore, event_id: str, port: int) -> float:
    """Return the seconds in which the whole outbox leaves."""
    begun = time.perf_counter()
    postman = SmtpTransport().open(f"smtp://127.0.0.1:{port}")
    states = [each.state for each in send(store, postman, bootstrap.now)]
    postman.close()
    seconds = time.perf_counter() - begun
    if {*states} != {PostState.SENT} or store.book(event_id).waiting:
        sys.exit(f"{event_id}: not everything was sent")
    return seconds


@contextmanager
def mail_server() -> Iterator[int]:
    """Run an SMTP server that takes everything, in a process of its own; gives its port."""
    port = free_port()
    command = [sys.executable, "-m", "aiosmtpd", "-n", "-l", f"127.0.0.1:{port}"]
    with running([*command, "-c", "aiosmtpd.handlers.Sink"], {}):
        for _ in range(100):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port


if __name__ == "__main__":
    main()
