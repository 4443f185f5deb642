from roundtable_ical.ical.lint.components import Component, tree
from roundtable_ical.ical.lint.content import unfolded
from roundtable_ical.ical.lint.findings import Report


def read(*lines: str) -> tuple[list[Component], list[str]]:
    report = Report()
    components = tree(unfolded([line.encode() for line in lines], report), report)
    return components, [str(finding).partition(";")[0] for finding in report.findings()]


def test_components_come_in_the_order_of_the_file_with_their_whole() -> None:
    components, findings = read("BEGIN:A", "BEGIN:b", "X:1", "END:B", "BEGIN:C", "END:C", "END:A")

    assert [(part.name, part.line) for part in components] == [("A", 1), ("B", 2), ("C", 5)]
    assert [part.parent and part.parent.name for part in components] == [None, "A", "A"]
    assert [found.value for found in components[1].all("X")] == ["1"]
    assert findings == []


def test_a_missing_end_is_told_where_the_component_begins() -> None:
    components, findings = read("BEGIN:A", "BEGIN:B", "X:1", "END:A")

    assert findings == ["line 2: C1: BEGIN:B has no end"]
    assert components[1].first("X") is not None


def test_an_end_of_nothing_closes_nothing() -> None:
    components, findings = read("BEGIN:A", "END:B", "X:1", "END:A")

    assert findings == ["line 2: C1: END:B ends nothing that has begun"]
    assert components[0].first("X") is not None


def test_components_in_each_other_without_end_are_given_up() -> None:
    components, findings = read(*["BEGIN:A"] * 100_000)

    assert len(components) == 8
    assert findings == ["line 9: C1: components inside each other 9 deep"]
