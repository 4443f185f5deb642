"""The contract, kept by the store in memory."""

import pytest

from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing import (
    InvitationStoreContract,
    Opener,
    ProgrammeStoreContract,
    VisitStoreContract,
)


class TestMemoryStore(ProgrammeStoreContract, VisitStoreContract, InvitationStoreContract):
    processes = False

    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()

    @pytest.fixture
    def again(self, store: MemoryStore) -> Opener:
        return lambda: store
