import json
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from click.testing import CliRunner

from roundtable_ical.cli.main import roundtable

GOLDEN = Path("samples/hld-2013/expected/agenda.ics")


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


def test_a_feed_of_ours_is_in_order(run: CliRunner) -> None:
    result = run.invoke(roundtable, ["lint", str(GOLDEN)])

    assert (result.exit_code, result.output) == (0, f"{GOLDEN}: 0 errors, 0 warnings\n")


def test_a_broken_calendar_is_told_with_line_and_rule(run: CliRunner, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ics"
    broken.write_bytes(GOLDEN.read_bytes().replace(b"STATUS:CONFIRMED", b"STATUS:tbc", 1))

    result = run.invoke(roundtable, ["lint", str(broken), "--json"])

    report = json.loads(result.output)
    rules = {(found["rule"], found["severity"]) for found in report["findings"]}
    assert (result.exit_code, report["ok"]) == (1, False)
    assert ("E11", "error") in rules


def test_a_calendar_is_read_from_standard_input(run: CliRunner) -> None:
    result = run.invoke(roundtable, ["lint", "-"], input=GOLDEN.read_bytes())

    assert (result.exit_code, result.output) == (0, "-: 0 errors, 0 warnings\n")


def test_a_cancelled_segment_may_say_so_in_any_language_of_the_un(
    run: CliRunner, tmp_path: Path
) -> None:
    french = tmp_path / "french.ics"
    command = ["feed", "samples/week-of-side-events", "--lang", "fr", "-o", str(french)]
    run.invoke(roundtable, command)

    result = run.invoke(roundtable, ["lint", str(french)])

    assert (result.exit_code, result.output) == (0, f"{french}: 0 errors, 0 warnings\n")


def test_a_file_that_is_not_there_is_the_worlds_fault(run: CliRunner) -> None:
    result = run.invoke(roundtable, ["lint", "nowhere.ics"])

    assert result.exit_code == 3
    assert result.output == "roundtable: nowhere.ics: No such file or directory\n"


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing on standard error."""


def test_a_feed_is_fetched_from_its_address(run: CliRunner) -> None:
    """Its SOURCE names another address, which a reader of a copy should hear of (rule C7)."""

    def serve(environ: object, start_response: object) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "text/calendar")])  # type: ignore[operator]  # WSGI's own callable
        return [GOLDEN.read_bytes()]

    with make_server("127.0.0.1", 0, serve, handler_class=_Quiet) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/agenda.ics"
        result = run.invoke(roundtable, ["lint", address, "--json"])
        thread.join()

    assert [found["rule"] for found in json.loads(result.output)["findings"]] == ["C7"]
