"""Who chairs what follows a break."""

from roundtable_ical.importers.notes.agenda.handed_on import hand_on
from roundtable_ical.importers.notes.agenda.rows import Rough
from roundtable_ical.importers.notes.lines import Line


def rough(line: int, title: str, *body: str) -> Rough:
    lines = [Line(number=line + at, text=text) for at, text in enumerate(body, 1)]
    return Rough(line=line, hours=None, day=None, parts=[title], body=lines)


def words(entry: Rough) -> list[str]:
    return [line.text for line in entry.body]


def test_a_chair_under_a_break_is_of_what_follows_and_that_is_told() -> None:
    pause, talk = rough(1, "Coffee break", "Chair: Jane Doe"), rough(3, "Rivers", "Bo Chen, UNEP")

    hand_on([pause, talk])

    assert words(pause) == []
    assert words(talk) == ["Chair: Jane Doe", "Bo Chen, UNEP"]
    assert [each.code for each in talk.remarks] == ["taken-for-next"]


def test_who_leads_a_lunch_with_a_subject_stays_there() -> None:
    lunch = rough(1, "Lunch and panel on the future of rivers", "Moderator: Jane Doe")
    talk = rough(3, "Rivers")

    hand_on([lunch, talk])

    assert words(lunch) == ["Moderator: Jane Doe"]
    assert talk.remarks == []
