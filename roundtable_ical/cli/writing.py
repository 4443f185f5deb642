"""A file is written whole or not at all."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from roundtable_ical.errors import Unavailable

STANDARD_OUTPUT = Path("-")


def written_whole(content: bytes, file: Path) -> None:
    """Put *content* in place of what is in *file*, which keeps its mode; ``-`` is standard output.

    Raises:
        Unavailable: it cannot be written; what was there is still there.
    """
    if file == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    real = file.resolve()  # a link stays one
    draft = real.with_name(f".{real.name}.{os.getpid()}")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as opened:  # noqa: PTH123  # a descriptor: the mode is as for any new file
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        if real.exists():
            draft.chmod(real.stat().st_mode & 0o7777)
        draft.replace(real)
    except OSError as error:
        raise Unavailable(f"{file}: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            draft.unlink()
