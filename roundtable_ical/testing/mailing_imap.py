"""A real IMAP server for tests: Dovecot from Debian, on loopback, in a folder of its own."""

import getpass
import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "/usr/sbin/dovecot"
PATIENCE = 20.0
SECRET = "open-sesame"  # noqa: S105  # of a server that nobody else reaches
_FORM = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
mail_location = maildir:{folder}/mail/%u
mail_uid = {user}
mail_gid = {group}
mailbox_list_index = no
disable_plaintext_auth = no
auth_mechanisms = plain
auth_failure_delay = 0
passdb {{
  driver = static
  args = password={secret}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/home/%u
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
{tls}
"""


@dataclass(frozen=True, slots=True)
class ImapServer:
    """A server that knows everybody, with one password; *tls_port* is 0 where it has no TLS."""

    port: int
    tls_port: int
    mail: Path
    """Holds a maildir for each user."""

    def address(self, user: str = "desk") -> str:
        """Return the address of the inbox of a user."""
        return f"imap://{user}@127.0.0.1:{self.port}/INBOX?starttls=never"


@contextmanager
def running_imap(certificate: Path | None = None) -> Iterator[ImapServer]:
    """Run a server in a new folder; both are gone afterwards.

    Args:
        certificate: file with key and certificate, for TLS.
    """
    folder = Path(tempfile.mkdtemp(prefix="roundtable-imap-"))
    try:
        with _running(folder, certificate) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(folder: Path, certificate: Path | None) -> Iterator[ImapServer]:
    user = "mail" if os.geteuid() == 0 else getpass.getuser()
    group = grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name
    port, tls_port = _free_port(), _free_port() if certificate else 0
    tls = (
        f"ssl = yes\nssl_cert = <{certificate}\nssl_key = <{certificate}"
        if certificate
        else "ssl = no"
    )
    for name in ("", "mail", "home", "run", "state"):
        (folder / name).mkdir(mode=0o755, exist_ok=True)
        folder.chmod(0o755)
        shutil.chown(folder / name, user)
    config = folder / "dovecot.conf"
    config.write_text(
        _FORM.format(
            folder=folder,
            user=user,
            group=group,
            secret=SECRET,
            port=port,
            tls_port=tls_port,
            tls=tls,
        )
    )
    process = subprocess.Popen(  # noqa: S603  # Debian's own program
        [PROGRAM, "-F", "-c", config], stdin=subprocess.DEVNULL
    )
    try:
        _wait(port, process, folder / "log")
        yield ImapServer(port, tls_port, folder / "mail")
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    said = log.read_text() if log.exists() else ""
    raise RuntimeError(f"Dovecot does not answer: {said}")


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port
