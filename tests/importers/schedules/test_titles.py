"""What an event is called."""

from roundtable_ical.importers.schedules.plan import Plan
from roundtable_ical.importers.schedules.titles import identified, titled
from roundtable_ical.ports import Given, Source


def test_a_title_is_what_the_schedule_says() -> None:
    assert titled(Plan(title="Forum"), Source("x", b"")) == "Forum"


def test_without_one_it_is_the_files_and_asked() -> None:
    plan = Plan()

    title = titled(plan, Source("/tmp/forum_2026.pretalx.json", b""))

    assert title == "forum 2026 pretalx"
    assert [p.question and p.question.name for p in plan.problems] == ["title"]


def test_an_answer_beats_both() -> None:
    source = Source("x", b"", Given(answers={"title": "Forum"}))

    assert titled(Plan(title="X"), source) == "Forum"


def test_no_id_is_an_address_of_the_server() -> None:
    assert [identified("Forum 2026"), identified("API")] == ["forum-2026", "api-event"]
