"""A link is known by its digest."""

from datetime import UTC, datetime

from roundtable_ical.itip.tokens import Token


def test_a_link_is_good_until_it_is_revoked() -> None:
    made = datetime(2026, 9, 1, tzinfo=UTC)

    token = Token(digest="00", event_id="breakfast", scope="feed", subject="guy", made=made)

    assert (token.generation, token.revoked) == (0, False)
