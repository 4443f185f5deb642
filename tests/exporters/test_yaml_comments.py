"""What an import inferred stands as a comment where it can be corrected."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_ical.errors import Origin
from roundtable_ical.exporters.yaml_comments import commented, remark
from roundtable_ical.importers.yaml import YamlImporter
from roundtable_ical.ports import Source
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Problem, Question
from roundtable_ical.testing.events import events
from roundtable_ical.testing.programmes import values

NOTE = Problem.inferred(
    "zone", ("timezone",), "New York is in America/New_York", sure=0.95
).written_at(Origin("note.txt", 7))
YEAR = Problem.inferred(
    "year",
    ("date",),
    "no year is written",
    sure=0.6,
    question=Question(name="year", words="Which year is it?", default="2026"),
)
UNREAD = Problem.warning("not-understood", (), "not understood: 'Bring a pen'")


def test_a_remark_says_line_fact_and_sureness() -> None:
    assert [remark(each) for each in (NOTE, YEAR, UNREAD)] == [
        "inferred from line 7: New York is in America/New_York (95 %)",
        "inferred: no year is written (60 %); Which year is it? 2026 was taken",
        "look at this: not understood: 'Bring a pen'",
    ]


def test_each_comment_stands_before_its_value_and_the_rest_at_the_top() -> None:
    event = SideEvent.model_validate(values(venues=[], themes=[], speakers=[], segments=[]))

    assert commented(event, [NOTE, YEAR, UNREAD]).decode().splitlines() == [
        "# look at this: not understood: 'Bring a pen'",
        "id: breakfast",
        "title: Breakfast",
        "language: en",
        "# inferred: no year is written (60 %); Which year is it? 2026 was taken",
        "date: 2026-09-24",
        "# inferred from line 7: New York is in America/New_York (95 %)",
        "timezone: America/New_York",
        "revised: 2026-09-01T12:00:00Z",
    ]


def test_what_is_gone_is_told_at_what_it_was_in() -> None:
    event = SideEvent.model_validate(values())
    gone = Problem.warning("x", ("segments", 1, "abstract"), "left out")

    lines = commented(event, [gone]).decode().splitlines()

    assert lines[lines.index("  # look at this: left out") + 1] == "  - id: panel"


@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(event=events(), data=st.data())
def test_no_comment_changes_what_is_read(event: SideEvent, data: st.DataObject) -> None:
    paths = [
        ("title",),
        ("hosts", 0, "name"),
        ("segments", 0, "speakers", 0),
        ("segments", 1, "id"),
    ]
    words = st.text(max_size=200)
    problems = [
        Problem.warning("x", path, data.draw(words)) for path in paths if data.draw(st.booleans())
    ]

    content = commented(event, problems)

    assert YamlImporter().read(Source("event.yaml", content)).event == event
