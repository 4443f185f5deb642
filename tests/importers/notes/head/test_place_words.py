"""Words by which a place is known."""

from roundtable_ical.importers.notes.head import place_words


def test_houses_have_walls_and_events_have_none() -> None:
    assert place_words.WALLS.search("grand hotel")
    assert place_words.WALLS.search("hafenmuseum")
    assert not place_words.WALLS.search("the migration of birds")
    assert place_words.EVENT.search("regional workshop")
    assert not place_words.EVENT.search("meeting room 4")
