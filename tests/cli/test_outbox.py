"""Letters are looked at, held back, approved and sent from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Typed = Callable[..., Result]


@pytest.fixture
def listed(typed: Typed, guests: Path) -> Callable[..., list[dict[str, Any]]]:
    """Return a function that lists the outbox, in which two letters wait."""
    typed("invite", str(guests))
    return lambda *words: json.loads(typed("outbox", "list", "--json", *words).stdout)


Listed = Callable[..., list[dict[str, Any]]]


def states(listed: Listed) -> list[str]:
    return [each["state"] for each in listed()]


def test_the_list_names_each_letter_its_reader_and_where_it_is(
    typed: Typed, listed: Listed
) -> None:
    done = typed("outbox", "list")

    head, *rows = done.output.splitlines()
    assert head.split() == ["letter", "to", "subject", "state", "when"]
    assert [row.split()[0] for row in rows if "@" in row] == [each["id"][1:13] for each in listed()]
    assert "guy@example.org" in rows[0]
    assert "queued" in rows[0]


def test_programs_read_the_whole_of_it_but_the_content(listed: Listed) -> None:
    first = listed()[0]

    assert {key: first[key] for key in first.keys() - {"id", "made", "due"}} == {
        "event": "breakfast",
        "kind": "invitation",
        "segment": "panel",
        "speaker": "guy",
        "to": "guy@example.org",
        "subject": "Invitation: Panel, 24 September 2098, 08:30",
        "state": "queued",
        "sequence": 0,
        "revision": None,
        "sent": None,
        "attempts": 0,
        "trouble": None,
    }


def test_a_letter_is_shown_as_its_reader_sees_it_or_as_it_leaves(
    typed: Typed, listed: Listed
) -> None:
    name = listed()[0]["id"]

    shown, raw = (
        typed("outbox", "show", name[1:13]),
        typed("outbox", "show", name[1:-1], "--raw"),
    )

    assert shown.output.splitlines()[:3] == [
        "From: Protocol <protocol@example.org>",
        "To: Guy Ryder <guy@example.org>",
        "Subject: Invitation: Panel, 24 September 2098, 08:30",
    ]
    assert "We have the honour to invite you" in shown.output
    assert f"Message-ID: {name}\r\n".encode() in raw.stdout_bytes


@pytest.mark.parametrize("name", ["", "zzz"])
def test_a_letter_that_is_none_is_refused_with_those_there_are(
    typed: Typed, listed: Listed, name: str
) -> None:
    known = ", ".join(each["id"][1:13] for each in listed())

    done = typed("outbox", "show", name)

    assert (done.exit_code, done.output) == (
        1,
        f"roundtable: there is no letter {name!r}; there is: {known}\n",
    )


def test_what_is_held_does_not_leave_until_it_is_approved(
    typed: Typed, guests: Path, listed: Listed
) -> None:
    first, second = (each["id"][1:13] for each in listed())

    held = typed("outbox", "hold", "breakfast")
    nothing = typed("outbox", "send", "--to", "eml:letters")
    one = typed("outbox", "approve", str(guests), first)
    sent = typed("outbox", "send", "--to", "eml:letters")
    assert states(listed) == ["sent", "held"]
    rest = typed("outbox", "approve", "breakfast")

    assert held.output == "2 letters kept back\n"
    assert nothing.output == "nothing is due\n"
    assert one.output == "1 letter may leave\n"
    assert sent.output.splitlines() == [
        "sent to guy@example.org: Invitation: Panel, 24 September 2098, 08:30",
        "1 tried",
    ]
    assert rest.output == "1 letter may leave\n"
    assert [each["id"][1:13] for each in listed("--state", "queued")] == [second]


def test_letters_that_nothing_can_be_done_about_are_named(typed: Typed, listed: Listed) -> None:
    first, second = (each["id"][1:13] for each in listed())
    typed("outbox", "send", "--to", "eml:letters", "--limit", "1")

    done = typed("outbox", "hold", "breakfast", first, second)

    assert done.output == f"1 letter kept back\n{first} stays as it is: sent\n"
    assert states(listed) == ["sent", "held"]


def test_an_address_is_never_cut_off(typed: Typed, guests: Path) -> None:
    address = "the.permanent.representative.and.ambassador@mission.example.org"
    guests.write_text(guests.read_text("utf-8").replace("guy@example.org", address), "utf-8")
    typed("invite", str(guests))

    rows = typed("outbox", "list").output.splitlines()

    assert address in "".join(row[14:40].split(" ")[0] for row in rows[1:])


def test_a_letter_that_settles_waits_and_gives_way_to_a_newer_one(
    typed: Typed, guests: Path, listed: Listed
) -> None:
    typed("publish", str(guests))
    typed("outbox", "send", "--to", "eml:letters")
    for start in ("09:00", "10:00"):
        move = json.loads(guests.read_text())
        move["segments"][0]["start"] = start
        guests.write_text(json.dumps(move))
        typed("publish", str(guests), "--settle", "1h")

    assert typed("outbox", "send", "--to", "eml:letters").output == "nothing is due\n"
    assert [(each["kind"], each["sequence"], each["state"]) for each in listed()] == [
        ("invitation", 0, "sent"),
        ("invitation", 0, "sent"),
        ("moved", 1, "queued"),
    ]
    assert [each["subject"] for each in listed("--state", "withdrawn")] == [
        "New time: Panel, 24 September 2098, 09:00"
    ]


def test_no_more_are_sent_than_was_said(typed: Typed, listed: Listed) -> None:
    done = typed("outbox", "send", "--to", "eml:letters", "--limit", "1", "--json")

    assert [each["to"] for each in json.loads(done.stdout)] == ["guy@example.org"]
    assert states(listed) == ["sent", "queued"]


def test_of_a_letter_that_has_left_the_links_are_not_kept(
    typed: Typed, guests: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROUNDTABLE_BASE_URL", "https://events.example.org")
    typed("invite", str(guests), "--speaker", "guy", "--out", "letters")
    [letter] = json.loads(typed("outbox", "list", "--json").stdout)

    shown = typed("outbox", "show", letter["id"][1:13]).output

    front = "https://events.example.org/breakfast"
    assert f"Reply to the invitation: {front}/answer/(not-kept)" in shown
    assert f"{front}/my/(not-kept).ics" in shown
    assert b"/answer/(not-kept)" not in Path("letters/guy-panel-0.eml").read_bytes()


def test_an_event_without_mail_is_refused(typed: Typed, listed: Listed) -> None:
    done = typed("outbox", "approve", "dinner")

    assert (done.exit_code, done.output) == (
        1,
        "roundtable: there is no event 'dinner'; there is: breakfast\n",
    )
    assert states(listed) == ["queued", "queued"]
