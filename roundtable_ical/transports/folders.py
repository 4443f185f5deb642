"""Folders that mail is put in: by address, and so that nothing half is ever seen there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roundtable_ical.errors import InvalidSetting, Unavailable


def folder(address: str, scheme: str) -> Path:
    """Return the folder at ``scheme:FOLDER``, ``scheme:///FOLDER`` or simply ``FOLDER``.

    Raises:
        InvalidSetting: it names none.
    """
    name = address.removeprefix(f"{scheme}:")
    if name.startswith("//"):
        name = name[2:]
        if not name.startswith("/"):
            raise InvalidSetting(f"{address}: write {scheme}:FOLDER, or {scheme}:///FOLDER")
    if not name:
        raise InvalidSetting(f"{address}: names no folder; write {scheme}:FOLDER")
    return Path(name)


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turn every failure of the disk inside into `Unavailable`."""
    try:
        yield
    except Unavailable:
        raise
    except OSError as error:
        raise Unavailable(f"{place}: {error.strerror or error}") from error


def put(content: bytes, path: Path, beside: Path) -> bool:
    """Write a new file, whole; return False where one of this name is there, and leave it.

    Args:
        content: of the file.
        path: its name.
        beside: where it is until it is whole, on the same disk; what is there is overwritten.
    """
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return False
    except OSError:  # a disk without links
        if path.exists():
            return False
        beside.rename(path)
        return True
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()
    return True
