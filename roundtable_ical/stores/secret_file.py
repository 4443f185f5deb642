"""A secret beside an SQLite store, for who names none: it signs personal links."""

import os
import secrets
import threading
from pathlib import Path

from roundtable_ical.errors import Unavailable

SUFFIX = ".secret"
_SHORTEST = 16


def kept_secret(url: str) -> str | None:
    """Return the secret of the store at *url*, made where there is none yet.

    Returns:
        The words of a file beside the store that its owner alone can read; None where the store is
        no file.

    Raises:
        Unavailable: the file cannot be made or read, or holds too little.
    """
    file = secret_file(url)
    if file is None:
        return None
    try:
        words = _read(file) if file.exists() else _made(file)
    except OSError as error:
        raise Unavailable(f"{file}: {error.strerror or error}") from error
    if len(words) < _SHORTEST:
        hint = "delete it, and links that were sent end; or bring back a copy"
        raise Unavailable(f"{file}: holds less than a secret needs; {hint}")
    return words


def secret_file(url: str) -> Path | None:
    """Return where the secret of the store at *url* is; None where the store is no file."""
    scheme, separator, rest = url.partition("://")
    if separator:
        path = rest.removeprefix("/") if scheme.partition("+")[0].lower() == "sqlite" else ""
    else:
        path = "" if scheme.partition(":")[1] else scheme
    return Path(f"{path}{SUFFIX}") if path else None


def _read(file: Path) -> str:
    return file.read_text(encoding="ascii").strip()


def _made(file: Path) -> str:
    """Write a new secret, whole before anybody can read it; another program may have been first."""
    words = secrets.token_urlsafe(32)
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}.{threading.get_ident()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as written:
            written.write(f"{words}\n")
        os.link(draft, file)
    except FileExistsError:
        return _read(file)
    finally:
        draft.unlink()
    return words
