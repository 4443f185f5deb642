"""The file is watched: what is served, what is refused, and what /readyz and the log say of it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from roundtable_ical import zones
from roundtable_ical.config import Settings
from roundtable_ical.web.app import create_app

Written = Callable[..., Path]
Look = Callable[[], None]
Log = Callable[[], list[str]]

AGENDA = "/breakfast/agenda.ics"
LATER = "2026-09-02T12:00:00Z"


def state(client: FlaskClient) -> tuple[int, str, list[Any]]:
    """Return the status code, the status, and code, line and hint of each error."""
    response = client.get("/readyz")
    body = response.get_json()
    errors = [
        (problem["code"], problem["line"], problem["hint"])
        for event in body["events"]
        for problem in event["problems"]
        if problem["severity"] == "error"
    ]
    return response.status_code, body["status"], errors


def test_a_process_that_runs_says_ok(client: FlaskClient) -> None:
    response = client.get("/healthz")

    assert (response.status_code, response.text) == (200, "ok\n")
    assert response.headers["Cache-Control"] == "no-store"


def test_readyz_tells_what_is_served_and_with_which_zones(breakfast: FlaskClient) -> None:
    body = breakfast.get("/readyz").get_json()

    assert body == {
        "status": "ready",
        "tzdata": {"version": zones.current().version, "source": zones.current().source},
        "events": [
            {
                "file": "breakfast/event.yaml",
                "event": "breakfast",
                "revised": "2026-09-01T12:00:00+00:00",
                "stale": False,
                "problems": [],
            }
        ],
    }


def test_a_valid_change_is_served_at_the_next_look(
    breakfast: FlaskClient, written: Written, look: Look, log: Log
) -> None:
    before = breakfast.get(AGENDA)
    file = written(title="Ministerial lunch", revised=LATER)
    look()

    after = breakfast.get(AGENDA)

    assert b"Ministerial lunch" in after.data
    assert after.headers["ETag"] != before.headers["ETag"]
    assert after.headers["Last-Modified"] == "Wed, 02 Sep 2026 12:00:00 GMT"
    assert log() == [f"INFO {file} served, revised 2026-09-02T12:00:00+00:00"]
    assert state(breakfast) == (200, "ready", [])


def test_a_change_that_is_replaced_in_one_step_is_served(
    breakfast: FlaskClient, written: Written, look: Look
) -> None:
    file = written()
    os.replace(written("draft", title="Ministerial lunch", revised=LATER), file)
    look()

    after = breakfast.get(AGENDA)

    assert b"Ministerial lunch" in after.data


def test_an_invalid_change_leaves_the_old_feeds_up_until_it_is_mended(
    breakfast: FlaskClient, written: Written, look: Look, log: Log
) -> None:
    before = breakfast.get(AGENDA)
    file = written(timezone="America/New_Yrok", revised=LATER)
    look()

    during = breakfast.get(AGENDA)

    hint = "did you mean America/New_York?"
    assert (during.data, during.headers["ETag"]) == (before.data, before.headers["ETag"])
    assert during.headers["Last-Modified"] == before.headers["Last-Modified"]
    assert state(breakfast) == (200, "stale", [("unknown-zone", 4, hint)])
    assert log() == [
        f"WARNING {file} refused (the last good edition stays up): {file}, line 4, timezone: "
        f"'America/New_Yrok' is not a time zone; {hint}"
    ]
    assert "You see the last good agenda" in breakfast.get("/breakfast/").text

    written(title="Ministerial lunch", revised=LATER)
    look()

    assert b"Ministerial lunch" in breakfast.get(AGENDA).data
    assert state(breakfast) == (200, "ready", [])
    assert "You see the last good agenda" not in breakfast.get("/breakfast/").text


def test_a_change_that_is_taken_back_is_told_too(
    breakfast: FlaskClient, written: Written, look: Look, log: Log
) -> None:
    before = breakfast.get(AGENDA)
    file = written(title="")
    look()
    breakfast.get(AGENDA)
    log()
    written()
    look()

    after = breakfast.get(AGENDA)

    assert (after.data, after.headers["ETag"]) == (before.data, before.headers["ETag"])
    assert log() == [f"INFO {file} is in order again, and is what was served all the time"]
    assert state(breakfast) == (200, "ready", [])


def test_a_file_that_is_gone_keeps_its_last_good_copy(
    breakfast: FlaskClient, written: Written, look: Look, log: Log
) -> None:
    before = breakfast.get(AGENDA)
    file = written()
    file.unlink()
    look()

    during = breakfast.get(AGENDA)
    look()
    breakfast.get(AGENDA)

    hint = "bring the file back, or make it readable"
    assert (during.status_code, during.data) == (200, before.data)
    assert state(breakfast) == (200, "stale", [("unusable", None, hint)])
    assert log() == [
        f"WARNING {file} refused (the last good edition stays up): "
        f"cannot be used: No such file or directory; {hint}"
    ]
    assert str(file.parent.parent) not in breakfast.get("/readyz").text

    written(revised=LATER)
    look()

    assert breakfast.get(AGENDA).headers["Last-Modified"] == "Wed, 02 Sep 2026 12:00:00 GMT"
    assert state(breakfast) == (200, "ready", [])


def test_a_change_without_a_newer_revised_is_served_and_sends_no_date(
    breakfast: FlaskClient, written: Written, look: Look, log: Log
) -> None:
    """A reader that only compares dates would keep the old agenda."""
    old = breakfast.get(AGENDA).headers["Last-Modified"]
    file = written(title="Ministerial lunch")
    look()

    after = breakfast.get(AGENDA, headers={"If-Modified-Since": old})

    warning = (
        "the programme changed and `revised`, 2026-09-01T12:00:00+00:00, did not rise; "
        "write the moment of the change, or some calendars will not take it"
    )
    assert (after.status_code, b"Ministerial lunch" in after.data) == (200, True)
    assert "Last-Modified" not in after.headers
    assert log() == [
        f"INFO {file} served, revised 2026-09-01T12:00:00+00:00",
        f"WARNING {file}: revised: {warning}",
    ]
    problems = breakfast.get("/readyz").get_json()["events"][0]["problems"]
    assert [problem["code"] for problem in problems] == ["revised-unchanged"]


def test_a_date_that_readers_have_already_is_never_sent_for_another_agenda(
    breakfast: FlaskClient, written: Written, look: Look
) -> None:
    """`revised` went back, then up again, and never above what was sent first."""
    breakfast.get(AGENDA)
    written(title="Ministerial lunch", revised="2026-08-01T12:00:00Z")
    look()
    breakfast.get(AGENDA)
    written(title="Ministerial dinner", revised="2026-08-20T12:00:00Z")
    look()

    after = breakfast.get(AGENDA, headers={"If-Modified-Since": "Tue, 01 Sep 2026 12:00:00 GMT"})

    assert (after.status_code, b"Ministerial dinner" in after.data) == (200, True)
    assert "Last-Modified" not in after.headers


def test_another_id_is_refused_because_calendars_follow_the_address(
    breakfast: FlaskClient, written: Written, look: Look
) -> None:
    breakfast.get(AGENDA)
    written(id="lunch", revised=LATER)
    look()

    answers = [breakfast.get(path).status_code for path in (AGENDA, "/lunch/agenda.ics")]

    hint = "write `id: breakfast` again; a new event needs a file of its own"
    assert answers == [200, 404]
    assert state(breakfast) == (200, "stale", [("id-changed", None, hint)])


def test_of_two_files_with_one_id_the_first_is_served(written: Written, log: Log) -> None:
    first = written("one", title="First")
    second = written("two", title="Second")

    client = create_app([first, second], settings=Settings()).test_client()

    hint = "give each event its own id"
    assert b"First" in client.get(AGENDA).data
    assert state(client) == (503, "unavailable", [("duplicate-id", None, hint)])
    assert log() == [
        f"INFO {first} served, revised 2026-09-01T12:00:00+00:00",
        f"WARNING {second} refused (there is none to serve): id: "
        f"another file has the event 'breakfast' already; {hint}",
    ]


def test_an_event_that_was_never_good_is_not_ready_and_hides_nothing_else(
    written: Written,
) -> None:
    good = written("good")
    bad = written("bad", id="bad", title=None)

    client = create_app([bad, good], settings=Settings()).test_client()

    assert client.get(AGENDA).status_code == 200
    assert client.get("/bad/agenda.ics").status_code == 404
    assert state(client)[:2] == (503, "unavailable")


def test_readyz_shows_no_e_mail_address(written: Written) -> None:
    wrong = [{"id": "guy", "name": "Guy Ryder", "email": "guy ryder@example.org"}]
    client = create_app([written(speakers=wrong)], settings=Settings()).test_client()

    text = client.get("/readyz").text

    assert "email" in text
    assert "@" not in text
