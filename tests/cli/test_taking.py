"""What a speaker proposes is taken like an order: seen first, then written or published."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from roundtable_ical.bootstrap import now, read
from roundtable_ical.itip.ledger import Proposal
from roundtable_ical.services.answer import answer_by_web
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.letters import PANEL

Typed = Callable[..., Result]
Proposing = Callable[..., None]
ELEVEN = datetime(2098, 9, 24, 15, tzinfo=UTC)


@pytest.fixture
def proposing(typed: Typed, guests: Path) -> Proposing:
    """Return a function by which Guy Ryder, who was invited, proposes a change on his page."""
    typed("invite", str(guests), "--out", "letters")

    def propose(**changes: Any) -> None:
        said = Proposal(sequence=0, dtstamp=now(), **changes)
        with closing(SqlStore("roundtable.sqlite")) as store:
            answer_by_web(read(str(guests)), PANEL, said, store)

    return propose


def at(start: datetime) -> dict[str, datetime]:
    return {"start": start, "end": start + timedelta(minutes=30)}


def test_another_time_is_shown_then_written_once(
    typed: Typed, guests: Path, proposing: Proposing
) -> None:
    proposing(**at(ELEVEN))
    order = ("rsvp", "take", str(guests), "panel", "guy")
    before = guests.read_text()

    seen, unwilling = typed(*order, "--dry-run"), typed(*order)
    assert (seen.exit_code, unwilling.exit_code, guests.read_text()) == (0, 1, before)
    done, again = typed(*order, "--yes"), typed(*order, "--yes")

    assert (done.exit_code, again.exit_code) == (0, 1)
    assert "08:30-09:00  11:00-11:30  panel  Panel" in seen.output
    assert done.output.splitlines()[-1] == f"{guests}: written; `roundtable undo` takes it back"
    assert again.output == "roundtable: there is no proposal 'panel/guy'; there is: none\n"
    assert f"{read(str(guests)).agenda['panel'].start}" == "11:00"


def test_with_its_publication_everybody_hears_of_it(
    typed: Typed, guests: Path, proposing: Proposing
) -> None:
    typed("publish", str(guests))
    proposing(**at(ELEVEN))

    done = typed("rsvp", "take", "breakfast", "panel", "guy", "--yes", "-m", "Guy lands at ten")

    assert done.exit_code == 0
    waiting = json.loads(typed("outbox", "list", "breakfast", "--json").stdout)
    assert [each["to"] for each in waiting if each["kind"] == "moved"] == ["guy@example.org"]
    history = json.loads(typed("history", "breakfast", "--json").stdout)
    assert "Guy lands at ten" in {each["message"] for each in history}


def test_a_substitute_takes_the_place(typed: Typed, guests: Path, proposing: Proposing) -> None:
    proposing(substitute="Mona Quorn, Deputy, mona@example.org")
    order = ("rsvp", "take", str(guests), "panel", "guy")

    unwilling, done = typed(*order), typed(*order, "--yes")

    gives_way = "  guy gives way to Mona Quorn, Deputy, mona@example.org"
    assert unwilling.output.splitlines()[1:] == [gives_way, f"{guests}: not written; --yes does it"]
    assert done.output.splitlines()[-1] == f"`roundtable invite {guests}` asks who comes instead"
    speakers = read(str(guests)).agenda["panel"].speakers
    assert [each.speaker for each in speakers] == ["mona-quorn", "chair"]
    letters = typed("invite", str(guests), "--out", "letters").output
    assert "guy@example.org: cancelled" in letters
    assert "mona@example.org: invitation" in letters


def test_programs_read_what_was_done(typed: Typed, guests: Path, proposing: Proposing) -> None:
    proposing(substitute="Mona Quorn")

    done = typed("rsvp", "take", str(guests), "panel", "guy", "--yes", "--json")

    found = json.loads(done.stdout)
    assert (found["substitute"], found["written"]) == ("Mona Quorn", str(guests))


def test_a_message_that_proposes_is_not_accepted_but_taken(
    typed: Typed, guests: Path, replied: Callable[..., str]
) -> None:
    file = Path(replied("TENTATIVE"))
    file.write_bytes(file.read_bytes().replace(b"REPLY", b"COUNTER"))
    [found] = json.loads(typed("answers", str(guests), str(file), "--json").stdout)

    done = typed("rsvp", "accept", str(guests), found["message"])

    assert found["outcome"] == "countered"
    assert done.exit_code == 1
    assert "`rsvp take EVENT SEGMENT SPEAKER` takes it" in done.output
