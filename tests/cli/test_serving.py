"""`serve` before it listens; tests/test_server.py has it listen."""

import socket
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from roundtable_ical.cli.main import roundtable


def test_serve_says_what_it_takes() -> None:
    result = CliRunner().invoke(roundtable, ["serve", "--help"])

    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: roundtable serve [OPTIONS] [EVENT ...]\n")
    for option in ("--host HOST", "--port PORT", "--workers N"):
        assert option in result.stdout


def test_a_setting_that_cannot_be_used_is_refused_before_anything_is_served() -> None:
    environ = {"ROUNDTABLE_PORT": "http"}

    result = CliRunner().invoke(roundtable, ["serve", "samples"], env=environ)

    assert result.exit_code == 1
    assert result.stderr.startswith("roundtable: ROUNDTABLE_PORT (port to listen on): 'http' is ")


def test_a_port_that_is_taken_is_said_in_one_line(written: Callable[..., Path]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        result = CliRunner().invoke(
            roundtable, ["serve", str(written()), "--host", "127.0.0.1", "--port", str(port)]
        )

    said = f"roundtable: 127.0.0.1 port {port}: Address already in use; choose another --port\n"
    assert (result.exit_code, result.stderr) == (3, said)


def test_a_path_that_server_processes_cannot_be_told_is_refused(
    written: Callable[..., Path],
) -> None:
    file = written("08:15")

    result = CliRunner().invoke(roundtable, ["serve", str(file)])

    said = f"roundtable: {file}: a path with a colon cannot be served; rename the folder\n"
    assert (result.exit_code, result.stderr) == (1, said)
