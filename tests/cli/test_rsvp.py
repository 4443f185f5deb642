"""Who has answered what, and what a person decides of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Typed = Callable[..., Result]
Replied = Callable[..., str]
Rows = Callable[[], dict[str, dict[str, Any]]]


@pytest.fixture
def rows(typed: Typed, guests: Path) -> Rows:
    """Return a function that reads the table, by speaker."""
    return lambda: {
        each["speaker"]: each for each in json.loads(typed("rsvp", str(guests), "--json").stdout)
    }


def test_before_anybody_is_asked_there_is_nothing_to_show(typed: Typed, guests: Path) -> None:
    assert typed("rsvp", str(guests)).output == (
        "breakfast: nobody was asked yet; see `roundtable invite`\n"
    )
    assert typed("rsvp", str(guests), "--json").output == "[]\n"
    assert typed("rsvp", "held", str(guests)).output == "no message waits\n"


def test_the_table_has_a_row_for_each_invitation(
    typed: Typed, guests: Path, replied: Replied
) -> None:
    typed("answers", str(guests), replied("ACCEPTED", comment="Gladly"))

    shown = typed("rsvp", str(guests)).output.splitlines()

    assert shown[0].split() == ["who", "slot", "when", "asked", "answer", "delivery"]
    text = " ".join(" ".join(shown[1:]).split())
    assert text.startswith("Guy Ryder Panel")
    assert "Ann Nilsson Lunch" in text
    assert "needs action" in text
    assert typed("rsvp", "show", str(guests)).output.splitlines() == shown


def test_programs_read_every_row(typed: Typed, guests: Path, replied: Replied, rows: Rows) -> None:
    typed("answers", str(guests), replied("ACCEPTED", comment="Gladly"))

    found = rows()

    guy = found["guy"]
    assert {key: guy[key] for key in guy.keys() - {"asked", "answered"}} == {
        "segment": "panel",
        "speaker": "guy",
        "name": "Guy Ryder",
        "address": "guy@example.org",
        "title": "Panel",
        "start": "2098-09-24T12:30:00+00:00",
        "partstat": "ACCEPTED",
        "withdrawn": False,
        "sequence": 0,
        "revision": None,
        "source": "mail",
        "comment": "Gladly",
        "delegated_to": None,
        "proposed": None,
        "substitute": None,
        "delivery": "sent",
        "trouble": None,
        "held": [],
    }
    assert (found["ann"]["partstat"], found["ann"]["answered"]) == ("NEEDS-ACTION", None)


def test_a_letter_that_was_taken_back_before_it_left_asked_nobody(
    typed: Typed, guests: Path, rows: Rows
) -> None:
    typed("invite", str(guests), "--speaker", "guy")
    assert rows()["guy"]["delivery"] == "waiting"

    programme = json.loads(guests.read_text())
    programme["segments"][0]["speakers"] = ["chair"]
    guests.write_text(json.dumps(programme))
    done = typed("invite", str(guests), "--speaker", "guy")

    assert done.output.splitlines()[1] == "  1 that had not left taken back"
    assert rows() == {}


def test_what_is_held_waits_for_a_person_who_takes_it_or_lays_it_aside(
    typed: Typed, guests: Path, replied: Replied, rows: Rows
) -> None:
    yes = replied("ACCEPTED", sender="aide@example.org")
    no = replied("DECLINED", "no.eml", after=2, sender="aide@example.org")
    typed("answers", str(guests), yes, no)
    first, second = rows()["guy"]["held"]
    assert rows()["guy"]["partstat"] == "NEEDS-ACTION"

    waiting = {
        each["message"]: each["partstat"]
        for each in json.loads(typed("rsvp", "held", str(guests), "--json").stdout)
    }
    taken = {partstat: name for name, partstat in waiting.items()}
    accepted = typed("rsvp", "accept", str(guests), taken["ACCEPTED"])
    rejected = typed("rsvp", "reject", str(guests), taken["DECLINED"], "--json")

    assert waiting.keys() == {first, second}
    assert accepted.output.startswith("accepted: ")
    assert json.loads(rejected.stdout)["message"] == taken["DECLINED"]
    assert (rows()["guy"]["partstat"], rows()["guy"]["held"]) == ("ACCEPTED", [])
    again = typed("rsvp", "accept", str(guests), taken["ACCEPTED"])
    assert (again.exit_code, again.output) == (
        1,
        f"roundtable: there is no message {taken['ACCEPTED']!r}; there is: none\n",
    )


def test_the_table_names_what_waits_and_the_way_on(
    typed: Typed, guests: Path, replied: Replied, rows: Rows
) -> None:
    typed("answers", str(guests), replied("ACCEPTED", sender="aide@example.org"))
    [name] = rows()["guy"]["held"]

    assert typed("rsvp", str(guests)).output.splitlines()[-3:] == [
        f"held {name}: It came from aide@example.org, and guy@example.org was invited; accept it "
        "if you know that they may answer for the speaker.",
        "  from aide@example.org: Re: Invitation: Panel, 24 September 2098, 08:30",
        f"  `roundtable rsvp accept {guests} {name}`, or reject",
    ]


def test_words_of_a_person_count_as_what_a_person_says_they_mean(
    typed: Typed, guests: Path, replied: Replied, rows: Rows
) -> None:
    replied("ACCEPTED")
    [letter, _] = json.loads(typed("outbox", "list", "--json").stdout)
    Path("words.eml").write_text(
        f"From: guy@example.org\nTo: protocol@example.org\nIn-Reply-To: {letter['id']}\n"
        "Subject: Re: Panel\n\nI shall be there.\n"
    )
    typed("answers", str(guests), "words.eml")
    [name] = rows()["guy"]["held"]

    unclear = typed("rsvp", "accept", str(guests), name)
    clear = typed("rsvp", "accept", str(guests), name, "--as", "accepted")

    assert unclear.exit_code == 1
    assert clear.exit_code == 0
    assert rows()["guy"]["partstat"] == "ACCEPTED"


def counter(mail: str) -> str:
    return (
        mail.replace("METHOD:REPLY", "METHOD:COUNTER")
        .replace("method=REPLY", "method=COUNTER")
        .replace("ORGANIZER", "DTSTART:20980924T150000Z\r\nDTEND:20980924T153000Z\r\nORGANIZER")
    )


def test_a_proposal_is_shown_with_the_ways_on_and_can_be_declined(
    typed: Typed, guests: Path, replied: Replied, rows: Rows
) -> None:
    file = Path(replied("TENTATIVE", comment="Later, please"))
    file.write_bytes(counter(file.read_bytes().decode()).encode())
    typed("answers", str(guests), str(file))

    shown = typed("rsvp", str(guests)).output.splitlines()[-4:]
    proposed = rows()["guy"]["proposed"]
    declined = typed("rsvp", "decline", str(guests), "panel", "guy")
    again = typed("rsvp", "decline", str(guests), "panel", "guy")

    assert shown == [
        "Guy Ryder proposes Wed 24 Sep 11:00-11:30 for 'Panel'",
        "  Later, please",
        f"  take it: `roundtable rsvp take {guests} panel guy`",
        f"  decline it: `roundtable rsvp decline {guests} panel guy`",
    ]
    assert proposed == {"start": "2098-09-24T15:00:00Z", "end": "2098-09-24T15:30:00Z"}
    assert declined.output == (
        "declined; guy@example.org hears of it with the next `roundtable outbox send`\n"
    )
    assert again.exit_code == 1
    assert rows()["guy"]["proposed"] is None


def test_links_are_revoked_for_one_speaker(
    typed: Typed, guests: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROUNDTABLE_BASE_URL", "https://events.example.org")
    typed("invite", str(guests), "--out", "letters")

    done = typed("rsvp", "revoke", str(guests), "guy")
    again = typed("rsvp", "revoke", str(guests), "guy")
    unknown = typed("rsvp", "revoke", str(guests), "nobody")

    assert (done.output, again.output) == ("2 links revoked\n", "0 links revoked\n")
    assert unknown.output == (
        "roundtable: there is no speaker 'nobody'; there is: guy, ann, chair\n"
    )
