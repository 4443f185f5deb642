"""Read the answers of speakers: files, a maildir, an IMAP mailbox, standard input."""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli.mailroom import open_mailboxes, open_mailroom, programme_of
from roundtable_ical.cli.options import JSON, STORE
from roundtable_ical.errors import Unavailable
from roundtable_ical.itip.outbox import Heard
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.answer import listen
from roundtable_ical.services.mailroom import Mailroom

LARGEST = 50_000_000
"""Octets of a file that is read at all; what is larger is no answer."""


@click.command()
@click.argument("event", metavar="EVENT")
@click.argument("files", metavar="[FILE.eml]...", nargs=-1)
@click.option("--maildir", "maildirs", multiple=True, metavar="DIR", help="Read a maildir.")
@click.option("--imap", "mailboxes", multiple=True, metavar="URL", help="imaps://USER@HOST/FOLDER.")
@click.option("--watch", is_flag=True, help="Go on, and read what comes in, until interrupted.")
@STORE
@JSON
def answers(
    event: str,
    files: tuple[str, ...],
    maildirs: tuple[str, ...],
    mailboxes: tuple[str, ...],
    url: str | None,
    *,
    watch: bool,
    as_json: bool,
) -> None:
    """Read what speakers answer; each message once, in any order, and tell what came of it.

    A FILE may be - for standard input, as mail servers pipe a message.
    """
    places = [*(f"maildir:{each}" for each in maildirs), *mailboxes]
    if not files and not places:
        raise click.UsageError("name FILE.eml, --maildir DIR or --imap URL; - is standard input")
    with open_mailroom(url) as room:
        programme, _ = programme_of(event, room)
        told = _Telling(as_json=as_json)
        told.all(_listen(room, programme, _files(files)))
        if places:
            with open_mailboxes(places) as boxes:
                told.all(_listen(room, programme, chain(*(box.messages() for box in boxes))))
                while watch and boxes:
                    for box in boxes:
                        if box.wait(30.0 / len(boxes)):
                            told.all(_listen(room, programme, box.messages()))
        told.end()


class _Telling:
    """Tells what came of each message, as it comes."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._values: list[dict[str, Any]] = []

    def all(self, found: Iterable[tuple[str, Heard]]) -> None:
        for name, heard in found:
            if self._as_json:
                self._values.append(heard_as_json(name, heard))
            else:
                click.echo(f"{name}: {heard.outcome}: {heard.reason}")

    def end(self) -> None:
        if self._as_json:
            click.echo(json.dumps(self._values, ensure_ascii=False, indent=2))


def _listen(
    room: Mailroom, programme: SideEvent, mails: Iterable[tuple[str, bytes]]
) -> Iterator[tuple[str, Heard]]:
    yield from listen(programme, mails, room.mail, moment=bootstrap.now, trust=room.trust)
    room.publish_answers(programme.id)


def _files(files: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the messages of *files*.

    Raises:
        Unavailable: one cannot be read; those before it were.
    """
    for name in files:
        if name == "-":
            yield name, sys.stdin.buffer.read(LARGEST)
            continue
        try:
            with Path(name).open("rb") as file:
                yield name, file.read(LARGEST)
        except OSError as error:
            raise Unavailable(f"{name}: {error.strerror or error}") from error


def heard_as_json(name: str, heard: Heard) -> dict[str, Any]:
    """Return what came of a message for programs."""
    value: dict[str, Any] = {
        "file": name,
        "outcome": heard.outcome.value,
        "reason": heard.reason,
        "message": heard.digest[:12],
        "from": heard.sender,
    }
    if heard.key:
        value |= {"segment": heard.key.segment_id, "speaker": heard.key.speaker_id}
    if heard.partstat:
        value["partstat"] = heard.partstat.value
    if heard.comment:
        value["comment"] = heard.comment
    if heard.start and heard.end:
        value["proposed"] = {
            "start": f"{heard.start:%Y-%m-%dT%H:%M:%SZ}",
            "end": f"{heard.end:%Y-%m-%dT%H:%M:%SZ}",
        }
    if heard.delegated_to:
        value["delegated_to"] = heard.delegated_to
    if heard.bounced:
        value["bounced"] = heard.bounced
    return value
