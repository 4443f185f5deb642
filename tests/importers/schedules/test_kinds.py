"""What sort of item a type names."""

import pytest

from roundtable_ical.importers.schedules.kinds import kind_of, says_cancelled


@pytest.mark.parametrize(
    ("type_", "title", "service", "kind"),
    [
        ("lecture", "Fees", False, "presentation"),
        ("lightning_talk", "Fees", False, "presentation"),
        ("workshop", "Lunch for all", False, "workshop"),
        ("podium", "Fees", False, "panel"),
        ("", "Kaffeepause", True, "break"),
        ("", "Lunch", True, "meal"),
        ("", "Registration", True, "registration"),
        ("Talk", "Keynote", False, "keynote"),
        ("Talk", "How to give a keynote that nobody who was there will ever forget", False,
         "presentation"),
        ("maintrack", "Fees", False, "other"),
    ],
)  # fmt: skip
def test_a_type_says_more_than_a_title(type_: str, title: str, service: bool, kind: str) -> None:
    assert kind_of(type_, title, service=service) == kind


@pytest.mark.parametrize(
    "title", ["CANCELLED: Fees", "[Canceled] Fees", "Abgesagt - Fees", "ANNULÉ"]
)
def test_a_title_can_say_that_nothing_takes_place(title: str) -> None:
    assert says_cancelled(title)


@pytest.mark.parametrize("title", ["Fees", "Cancelledness", "Why talks are cancelled"])
def test_other_titles_do_not(title: str) -> None:
    assert not says_cancelled(title)
