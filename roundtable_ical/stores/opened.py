"""A store by its address."""

from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.stores.addresses import MEMORY
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.stores.sql import SqlStore


def opened(url: str) -> ProgrammeStore:
    """Return the store at *url*; a database is touched on first use, not before.

    Args:
        url: ``memory:``, a path, ``sqlite:///PATH`` or ``postgresql://USER@HOST/DATABASE``.

    Raises:
        InvalidSetting: there is no such kind of store; the message names those that there are.
    """
    return MemoryStore() if url == MEMORY else SqlStore(url)
