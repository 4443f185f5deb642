"""The server on a real socket, as `python server.py` and under other people's WSGI servers."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
AGENDA = "/breakfast/agenda.ics"
SERVERS = {
    "granian": ["server.py"],
    "gunicorn": [
        "-m",
        "gunicorn",
        "--no-control-socket",
        "--bind",
        "127.0.0.1:{port}",
        "server:app",
    ],
    "waitress": ["-m", "waitress", "--listen", "127.0.0.1:{port}", "server:app"],
}
Answer = tuple[int, dict[str, str], bytes]


class Server:
    """A server process that listens, and what it has written."""

    def __init__(self, port: int, log: Path) -> None:
        self.port = port
        self.log = log

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Return status, headers and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return response.status, found, response.read()
        finally:
            connection.close()

    def wait_for(self, answer: Callable[[], bool]) -> None:
        """Wait until *answer* is true, ten seconds at most."""
        last = time.monotonic() + 10
        while not answer():
            assert time.monotonic() < last, self.log.read_text()
            time.sleep(0.05)


@contextmanager
def running(words: list[str], log: Path, **environ: str) -> Iterator[Server]:
    """Run a server on a free port; stop it by its own process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, *(word.format(port=port) for word in words)]
    environ = {**os.environ, "PORT": str(port), **environ}
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=HOUSE, env=environ, stdout=output, stderr=output)
    server = Server(port, log)

    def listens() -> bool:
        assert process.poll() is None, log.read_text()
        try:
            return server.ask("/healthz")[0] == 200
        except OSError:
            return False

    try:
        server.wait_for(listens)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(15)


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_keeps_every_promise_about_a_feed(
    name: str, written: Callable[..., Path], tmp_path: Path
) -> None:
    """H1 to H7 once over the wire, then a change, a mistake and its mending."""
    file = written()
    environ = {"ROUNDTABLE_EVENTS": str(file), "ROUNDTABLE_WATCH": "0.05"}

    with running(SERVERS[name], tmp_path / "log", **environ) as server:
        status, headers, body = server.ask(AGENDA)
        head = server.ask(AGENDA, "HEAD")
        etag = headers["etag"]
        again = server.ask(AGENDA, If_None_Match=f'W/{etag[:-1]}-gzip"')
        never = server.ask(AGENDA, If_Modified_Since="Thu, 01 Jan 1970 00:00:00 GMT")
        methods = [server.ask(AGENDA, method)[0] for method in ("PROPFIND", "PUT", "POST")]
        missing = server.ask("/breakfast/themes/nosuch.ics")
        robots = server.ask("/robots.txt")

        assert (status, headers["content-type"]) == (200, "text/calendar; charset=utf-8")
        assert headers["last-modified"] == "Tue, 01 Sep 2026 12:00:00 GMT"
        assert headers["cache-control"] == "public, max-age=300"
        assert {"set-cookie", "location"} & {*headers} == set()
        assert (head[0], head[2]) == (200, b"")
        assert {**head[1], "date": ""} == {**headers, "date": ""}
        assert (again[0], again[1]["etag"], again[2]) == (304, etag, b"")
        assert (never[0], never[2]) == (200, body)
        assert methods == [405, 405, 405]
        assert (missing[0], missing[2].decode().splitlines()[1:]) == (
            404,
            ["The themes are:", "skills"],
        )
        assert robots[2] == b"User-agent: *\nAllow: /\n"

        written(title="Ministerial lunch", revised="2026-09-02T12:00:00Z")
        server.wait_for(lambda: b"Ministerial lunch" in server.ask(AGENDA)[2])
        good = server.ask(AGENDA)
        written(timezone="America/New_Yrok")
        server.wait_for(lambda: b'"stale":true' in server.ask("/readyz")[2])
        kept = server.ask(AGENDA)
        ready = server.ask("/readyz")

        assert good[1]["etag"] != etag
        assert (kept[0], kept[1]["etag"], kept[2]) == (200, good[1]["etag"], good[2])
        assert ready[0] == 200
        assert b"did you mean America/New_York?" in ready[2]

    refused = [line for line in (tmp_path / "log").read_text().splitlines() if "refused" in line]
    assert len(refused) == 1
    assert refused[0].endswith(
        f"WARNING {file} refused (the last good edition stays up): {file}, line 4, timezone: "
        "'America/New_Yrok' is not a time zone; did you mean America/New_York?"
    )


def test_without_a_word_the_samples_are_served(tmp_path: Path) -> None:
    environ = {"ROUNDTABLE_EVENTS": ""}
    golden = HOUSE / "samples/hld-2013/expected/theme-development.ics"

    with running(["server.py"], tmp_path / "log", **environ) as server:
        answers = [server.ask(f"/{event}/agenda.ics")[0] for event in ("hld-2013", "nosuch")]
        served = server.ask("/hld-2013/themes/development.ics")

    assert answers == [200, 404]
    assert served[2] == golden.read_bytes()


def test_two_processes_serve_the_same_bytes(written: Callable[..., Path], tmp_path: Path) -> None:
    words = ["-m", "roundtable_ical.cli.main", "serve", str(written()), "--workers", "2"]

    with running([*words, "--port", "{port}"], tmp_path / "log") as server:
        answers = {(body, headers["etag"]) for _, headers, body in map(server.ask, [AGENDA] * 20)}

    assert len(answers) == 1


@pytest.mark.parametrize(
    ("words", "environ", "code", "said"),
    [
        ([], {"PORT": "http"}, 1, "ROUNDTABLE_PORT (port to listen on): 'http' is refused"),
        (["nosuch.yaml"], {}, 3, "nosuch.yaml: there is no such file or folder"),
    ],
)
def test_a_server_that_cannot_start_says_why(
    words: list[str], environ: dict[str, str], code: int, said: str
) -> None:
    done = subprocess.run(
        [sys.executable, "server.py", *words],
        cwd=HOUSE,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, said in done.stderr) == (code, True)
    assert "Traceback" not in done.stderr
