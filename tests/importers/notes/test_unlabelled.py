"""Lists of people that no word announces."""

from roundtable_ical.importers.notes.documents.plain import document
from roundtable_ical.importers.notes.unlabelled import people_listed


def names(text: str) -> list[str | None]:
    return [each.name for each in people_listed(document(text).lines, (), "en").people]


def test_people_one_under_the_other_are_taken_and_that_is_told() -> None:
    text = (
        "It will be of use to all who care.\n\nDr. Amina Yusuf, Kenya Forest Service\n"
        "Peter Holm, researcher, Lund University\n\nJoin us there."
    )

    found = people_listed(document(text).lines, (), "en")

    assert [each.name for each in found.people] == ["Amina Yusuf", "Peter Holm"]
    assert [each.code for each in found.remarks] == ["taken-for-speakers"]


def test_one_person_alone_is_no_list() -> None:
    assert names("For questions:\nPeter Holm, secretary, Lund University\nThank you.") == []
