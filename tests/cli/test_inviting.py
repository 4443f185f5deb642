"""Speakers are written to from the command line; it says to whom, and to whom not and why."""

import json
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from click.testing import Result

from roundtable_ical import bootstrap
from roundtable_ical.itip.outbox import PostState
from roundtable_ical.stores.sql import SqlStore

Typed = Callable[..., Result]
GUY = "guy@example.org: invitation: Invitation: Panel, 24 September 2098, 08:30"
ANN = "ann@example.net: invitation: Invitation: Lunch, 24 September 2098, 12:00"
NOBODY = "no letter: chair (Panel): is still to be named, and has no address"


def texts(folder: str = "letters") -> dict[str, str]:
    """Return the plain text of each letter by the name of its file."""
    found = {}
    for file in Path(folder).iterdir():
        part = message_from_bytes(file.read_bytes(), policy=default).get_body(("plain",))
        assert part is not None
        found[file.name] = part.get_content().replace("\r\n", "\n")
    return found


def test_letters_wait_and_those_who_get_none_are_named(typed: Typed, guests: Path) -> None:
    done = typed("invite", str(guests))

    assert (done.exit_code, done.output.splitlines()) == (
        0,
        [
            "breakfast: 2 letters written",
            f"  {GUY}",
            f"  {ANN}",
            NOBODY,
            "they wait in the outbox: `roundtable outbox send`",
        ],
    )
    assert typed("invite", str(guests)).output.splitlines() == [
        "breakfast: 0 letters written",
        NOBODY,
    ]


def test_a_dry_run_writes_nothing(typed: Typed, guests: Path) -> None:
    done = typed("invite", str(guests), "--dry-run", "--out", "letters")

    assert done.output.splitlines() == [
        "breakfast: 2 letters would be written",
        f"  {GUY}",
        f"  {ANN}",
        NOBODY,
    ]
    assert not Path("letters").exists()
    assert typed("outbox", "list").output == "no letters\n"


def test_letters_that_are_held_name_the_way_on(typed: Typed, guests: Path) -> None:
    done = typed("invite", str(guests), "--hold")

    assert done.output.splitlines()[-1] == (
        "they wait for review: `roundtable outbox approve breakfast`"
    )


def test_only_those_who_are_named_are_written_to(typed: Typed, guests: Path) -> None:
    by_person = typed("invite", str(guests), "--speaker", "ann", "--dry-run")
    by_segment = typed("invite", str(guests), "--segment", "panel", "--dry-run")

    assert by_person.output.splitlines() == ["breakfast: 1 letter would be written", f"  {ANN}"]
    assert by_segment.output.splitlines() == [
        "breakfast: 1 letter would be written",
        f"  {GUY}",
        NOBODY,
    ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("--speaker", "nobody"),
            1,
            "roundtable: there is no speaker 'nobody'; there is: guy, ann, chair\n",
        ),
        (
            ("--segment", "dinner"),
            1,
            "roundtable: there is no segment 'dinner'; there is: panel, lunch\n",
        ),
        (
            ("--send",),
            1,
            "roundtable: ROUNDTABLE_MAIL says how mail leaves; "
            "set it, as smtp://USER@HOST:587, or write files with --out DIR\n",
        ),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(
    typed: Typed, guests: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = typed("invite", str(guests), *words)

    assert (done.exit_code, done.output) == (code, said)
    assert typed("outbox", "list").output == "no letters\n"


@pytest.mark.parametrize("words", [("--hold",), ("--send",), ("--settle", "10m")])
def test_files_are_written_at_once(typed: Typed, guests: Path, words: tuple[str, ...]) -> None:
    done = typed("invite", str(guests), "--out", "letters", *words)

    assert done.exit_code == 2
    assert done.output.splitlines()[-1] == (
        "Error: --out writes at once: leave out --send, --hold and --settle"
    )


def test_files_hold_letters_without_links_where_nobody_knows_the_public_address(
    typed: Typed, guests: Path
) -> None:
    done = typed("invite", str(guests), "--out", "letters")

    assert done.output.splitlines()[-3:] == [
        "  sent to guy@example.org: Invitation: Panel, 24 September 2098, 08:30",
        "  sent to ann@example.net: Invitation: Lunch, 24 September 2098, 12:00",
        "files in letters",
    ]
    found = texts()
    assert found.keys() == {"guy-panel-0.eml", "ann-lunch-0.eml"}
    assert found["guy-panel-0.eml"] == (
        "Dear Guy Ryder,\n\n"
        "We have the honour to invite you to take part in “Ministerial breakfast”, as follows.\n\n"
        "Session: Panel\n"
        "Date and time: Wednesday 24 September 2098, 08:30–09:00 (New York time)\n"
        "Place: Dining Hall, New York\n"
        "Your role: Speaker\n"
        "Also taking part: Chair\n\n"
        "We should be grateful for your reply, with the buttons in your mail program or by "
        "answering this message.\n\n"
        "Yours sincerely,\nProtocol\n"
    )
    assert [*Path().glob("*.secret")] == []


def test_with_a_public_address_each_letter_has_its_links_and_a_secret_is_kept(
    typed: Typed, guests: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROUNDTABLE_BASE_URL", "https://events.example.org")

    typed("invite", str(guests), "--out", "letters")

    front = "https://events.example.org/breakfast"
    links = [
        line.rpartition(": ")[2]
        for text in texts().values()
        for line in text.splitlines()
        if "https://" in line
    ]
    personal = {link for link in links if link.startswith((f"{front}/answer/", f"{front}/my/"))}
    assert len(personal) == 4
    assert {*links} - personal == {f"{front}/segments/panel", f"{front}/segments/lunch"}
    secret = Path("roundtable.sqlite.secret")
    assert secret.stat().st_mode & 0o777 == 0o600
    assert secret.read_text().strip() not in Path("roundtable.sqlite").read_bytes().decode("latin1")


def test_of_an_event_that_is_over_files_are_written_as_of_its_revision(
    typed: Typed, breakfast: Path
) -> None:
    waiting = typed("invite", str(breakfast))
    done = typed("invite", str(breakfast), "--out", "letters")

    assert waiting.output.splitlines()[0] == "hld-2013: 0 letters written"
    assert done.output.splitlines()[0] == (
        "hld-2013 is over: letters are written as of 24 September 2013 21:10 UTC"
    )
    assert len(texts()) == 2
    dates = {message_from_bytes(file.read_bytes())["Date"] for file in Path("letters").iterdir()}
    assert dates == {"Tue, 24 Sep 2013 21:10:00 +0000"}


def test_without_an_organizer_nobody_is_written_to(
    typed: Typed, written: Callable[..., Path]
) -> None:
    done = typed("invite", str(written(date="2098-09-24")))

    assert done.output.splitlines() == [
        "breakfast: 0 letters written",
        "no letter: guy (Panel): the event has no organizer; write its `organizer` with name "
        "and email",
    ]


def test_programs_read_what_was_written(typed: Typed, guests: Path) -> None:
    done = typed("invite", str(guests), "--out", "letters", "--json")

    value = json.loads(done.stdout)
    assert value.keys() == {"event", "letters", "withdrawn", "uninvited", "sent"}
    assert value["uninvited"] == [
        {
            "segment": "panel",
            "speaker": "chair",
            "reason": "is still to be named, and has no address",
        }
    ]
    assert [(each["to"], each["state"]) for each in value["sent"]] == [
        ("guy@example.org", "sent"),
        ("ann@example.net", "sent"),
    ]
    assert [each["id"] for each in value["letters"]] == [each["id"] for each in value["sent"]]


def refused() -> None:
    """Let a mail server refuse all that is due."""
    store = SqlStore("roundtable.sqlite")
    now = bootstrap.now()
    for post in store.claim(now, now + timedelta(minutes=2), 10):
        store.report(replace(post, state=PostState.REFUSED, trouble="554 relay access denied"))
    store.close()


def test_who_was_not_reached_is_written_to_again_on_demand(typed: Typed, guests: Path) -> None:
    typed("invite", str(guests))
    refused()

    nothing = typed("invite", str(guests), "--out", "letters")
    again = typed("invite", str(guests), "--again", "--speaker", "guy", "--out", "letters")
    [file] = Path("letters").iterdir()

    assert nothing.output.splitlines() == [
        "breakfast: 0 letters written",
        NOBODY,
        "no files: there is nothing that speakers do not know already; see "
        "`roundtable outbox list breakfast`",
    ]
    assert again.output.splitlines() == [
        "breakfast: 1 letter written",
        f"  {GUY}",
        "  sent to guy@example.org: Invitation: Panel, 24 September 2098, 08:30",
        "files in letters",
    ]
    assert b'\r\nTo: "Guy Ryder" <guy@example.org>\r\n' in file.read_bytes()


class Nobody:
    """A mail server at which nobody has a mailbox."""

    async def handle_RCPT(self, *_: object) -> str:  # noqa: N802  # aiosmtpd's name
        return "550 5.1.1 no such user"


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_did_not_leave_fails_the_command_in_every_form(
    typed: Typed, guests: Path, form: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(Nobody(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        monkeypatch.setenv("ROUNDTABLE_MAIL", f"smtp://127.0.0.1:{port}")
        done = typed("invite", str(guests), "--send", *form)
    finally:
        controller.stop()

    assert done.exit_code == 3
    assert "550 5.1.1 no such user" in done.stdout


def test_a_mail_server_that_is_not_there_fails_the_command_and_loses_nothing(
    typed: Typed, guests: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROUNDTABLE_MAIL", "smtp://127.0.0.1:1")

    done = typed("invite", str(guests), "--send")

    assert done.exit_code == 3
    waiting = json.loads(typed("outbox", "list", "--json").stdout)
    assert [(each["state"], each["attempts"]) for each in waiting] == [("queued", 0)] * 2
