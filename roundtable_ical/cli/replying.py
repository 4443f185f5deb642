"""Read the answers of speakers: files, a maildir, an IMAP mailbox, standard input."""

import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli.mailroom import open_mailboxes, open_mailroom, programme_of
from roundtable_ical.cli.options import JSON, STORE
from roundtable_ical.errors import (
    RevisionConflict,
    RoundtableError,
    Unavailable,
    UnpublishableFeed,
)
from roundtable_ical.itip.outbox import Heard
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.answer import listen
from roundtable_ical.services.mailroom import Mailroom

LARGEST = 50_000_000
"""Octets of a file that is read at all; what is larger is no answer."""
COME_AGAIN = 75
"""EX_TEMPFAIL of sysexits.h: whoever pipes a message keeps it, and pipes it again."""
PAUSE = 30.0
"""Seconds until a mailbox that could not be read is tried again."""


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

    A FILE may be - for standard input, as mail servers pipe a message; where that fails the exit
    code is 75, so that the mail server keeps the message and tries again. With --watch and --json
    each message is a line of its own.
    """
    places = [*(f"maildir:{each}" for each in maildirs), *mailboxes]
    if not files and not places:
        raise click.UsageError("name FILE.eml, --maildir DIR or --imap URL; - is standard input")
    with _kept_by_the_server(piped="-" in files), open_mailroom(url) as room:
        programme, _ = programme_of(event, room)
        told = _Telling(as_json=as_json, at_once=watch)
        told.all(_listen(room, programme, _files(files)))
        if places:
            _read(room, programme, places, told, watch=watch)
        told.end()


@contextmanager
def _kept_by_the_server(*, piped: bool) -> Iterator[None]:
    """End with the code for a failure that passes, where a mail server has *piped* a message."""
    try:
        yield
    except RoundtableError as error:
        if not piped:
            raise
        click.echo(f"roundtable: {error}", err=True)
        raise click.exceptions.Exit(COME_AGAIN) from error


def _read(
    room: Mailroom, programme: SideEvent, places: Iterable[str], told: "_Telling", *, watch: bool
) -> None:
    """Read mailboxes; with *watch* go on, also after a server was away for a while."""
    begun = False
    while True:
        heard = room.mail.book(programme.id).heard.values()
        try:
            with open_mailboxes(places, {each.place for each in heard if each.place}) as boxes:
                told.all(_listen(room, programme, chain(*(box.messages() for box in boxes))))
                begun = True
                while watch:
                    for box in boxes:
                        if box.wait(30.0 / len(boxes)):
                            told.all(_listen(room, programme, box.messages()))
                return
        except Unavailable as error:
            if not (watch and begun):
                raise
            click.echo(f"roundtable: {error}; trying again", err=True)
            time.sleep(PAUSE)


class _Telling:
    """Tells what came of each message, as it comes; for programs in one list, or a line each."""

    def __init__(self, *, as_json: bool, at_once: bool) -> None:
        self._as_json, self._at_once = as_json, at_once
        self._values: list[dict[str, Any]] = []

    def all(self, found: Iterable[tuple[str, Heard]]) -> None:
        for name, heard in found:
            if self._as_json and self._at_once:
                click.echo(json.dumps(heard_as_json(name, heard), ensure_ascii=False))
            elif self._as_json:
                self._values.append(heard_as_json(name, heard))
            else:
                click.echo(f"{name}: {heard.outcome}: {heard.reason}")

    def end(self) -> None:
        if self._as_json and not self._at_once:
            click.echo(json.dumps(self._values, ensure_ascii=False, indent=2))


def _listen(
    room: Mailroom, programme: SideEvent, mails: Iterable[tuple[str, bytes]]
) -> Iterator[tuple[str, Heard]]:
    yield from listen(programme, mails, room.mail, moment=bootstrap.now, trust=room.trust)
    try:
        room.publish_answers(programme.id)
    except (RevisionConflict, UnpublishableFeed) as error:  # kept all the same: read no more
        note = "what was answered is kept, and public with the next revision"
        click.echo(f"roundtable: {error}; {note}", err=True)


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
