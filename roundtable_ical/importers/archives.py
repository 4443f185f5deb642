"""Which parts a ZIP archive has, by its directory: what lies packed in a part does not count."""

import struct
import zlib
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile

DAMAGED = (
    BadZipFile, zlib.error, LZMAError, EOFError, struct.error, OSError, ValueError,
    NotImplementedError, RuntimeError, IndexError,
)  # fmt: skip
"""What `zipfile` raises for what is no good ZIP file."""


def has_part(content: bytes, beginning: str) -> bool:
    """Return whether *content* is an archive with a part whose name begins so.

    A damaged one, whose directory cannot be read, has it where the words stand anywhere.
    """
    if not content.startswith(b"PK") or beginning.encode() not in content:
        return False
    try:
        names = ZipFile(BytesIO(content)).namelist()
    except DAMAGED:
        return True
    return any(name.startswith(beginning) for name in names)
