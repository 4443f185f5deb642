"""What comes with the house keeps all that stores may be asked for."""

from pathlib import Path

import pytest

from roundtable_ical.plugins import store_at
from roundtable_ical.ports import InvitationStore, ProgrammeStore, VisitStore


@pytest.mark.parametrize("address", ["memory:", "events.sqlite"])
def test_our_stores_keep_programmes_visits_and_mail(address: str, tmp_path: Path) -> None:
    store: object = store_at(str(tmp_path / address) if "." in address else address)

    assert isinstance(store, ProgrammeStore)
    assert isinstance(store, VisitStore)
    assert isinstance(store, InvitationStore)
