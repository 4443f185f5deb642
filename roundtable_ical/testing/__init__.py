"""What a plug-in runs to know that it keeps its promises; needs ``roundtable-ical[test]``.

In: a store.  Out: `ProgrammeStoreContract`, `VisitStoreContract`, `InvitationStoreContract`.
May import: everything but web and cli.
"""

import pytest

pytest.register_assert_rewrite(
    *(
        f"{__name__}.{name}"
        for name in (
            "histories",
            "mailing",
            "mailing_histories",
            "mailing_sending",
            "sharing",
            "stores",
            "visits",
        )
    )
)

from roundtable_ical.testing.mailing import InvitationStoreContract  # noqa: E402  # pytest first has to know of it
from roundtable_ical.testing.sharing import Opener  # noqa: E402  # likewise: it asserts
from roundtable_ical.testing.stores import ProgrammeStoreContract  # noqa: E402  # likewise: it asserts
from roundtable_ical.testing.visits import VisitStoreContract  # noqa: E402  # likewise: it asserts

__all__ = ["InvitationStoreContract", "Opener", "ProgrammeStoreContract", "VisitStoreContract"]
