"""Words by which a body is known."""

from roundtable_ical.importers.notes.head import host_words


def test_words_that_invite_are_seen_in_several_languages() -> None:
    texts = ("co-hosted by x", "is organised jointly by x", "organise par x", "organizado por x")

    assert [bool(host_words.INVITES.search(text)) for text in texts] == [True] * 4
    assert not host_words.INVITES.search("paid by x")
