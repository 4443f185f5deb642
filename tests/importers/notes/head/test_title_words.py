"""Words by which a title is known."""

from roundtable_ical.importers.notes.head import title_words


def test_kinds_and_sorts_of_documents_are_told_from_titles() -> None:
    assert title_words.KIND.fullmatch("high-level breakfast roundtable")
    assert not title_words.KIND.fullmatch("high-level roundtable on water")
    assert title_words.GENERIC.fullmatch("draft agenda and timetable")
    assert not title_words.GENERIC.fullmatch("agenda for change")
