"""Server processes for the benchmarks: started, waited for, stopped."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers; *pid* is that of the process that was started."""

    name: str
    address: str
    pid: int = 0

    def peak(self) -> float:
        """Return the most memory that a worker of it has taken, in MB."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return max(map(_peak, children or [str(self.pid)]))


def _peak(pid: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(each for each in status.splitlines() if each.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


@contextmanager
def ours(store: str, path: str) -> Iterator[Server]:
    """Serve what is published in *store* by `roundtable serve`, one worker."""
    port = free_port()
    command = [sys.executable, "-m", "roundtable_ical.cli.main", "serve"]
    command += ["--store", store, "--port", str(port)]
    with running(command, {"ROUNDTABLE_LOG_LEVEL": "error"}) as pid:
        yield answering(Server("ours", f"http://127.0.0.1:{port}{path}", pid))


@contextmanager
def running(command: list[str], environ: dict[str, str]) -> Iterator[int]:
    """Run a server, and stop it in the end; gives its process id."""
    process = subprocess.Popen(command, env={**os.environ, **environ}, stdout=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def answering(server: Server) -> Server:
    """Return *server* once it answers."""
    for _ in range(600):
        try:
            with urlopen(server.address, timeout=10):
                return server
        except (URLError, ConnectionError):
            time.sleep(0.1)
    sys.exit(f"{server.name} does not answer at {server.address}")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port
