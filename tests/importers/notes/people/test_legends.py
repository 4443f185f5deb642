import pytest

from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.importers.notes.people.legends import explained


def _texts(*texts: str) -> list[str]:
    lines = tuple(Line(number=number, text=text) for number, text in enumerate(texts, 1))
    return [line.text for line in explained(Document(lines=lines)).lines]


@pytest.mark.parametrize(
    "legend",
    ["*subject to confirmation", "* to be confirmed", "(*) por confirmar", "* : à confirmer"],
)
def test_a_sign_that_is_explained_means_the_same_on_every_line(legend: str) -> None:
    assert _texts("10:00\tAna Ruiz, Mayor*", "Lee Wu*, NASA", legend) == [
        "10:00\tAna Ruiz, Mayor (tbc)",
        "Lee Wu (tbc), NASA",
        legend,
    ]


def test_a_sign_that_nobody_explains_stays() -> None:
    assert _texts("Ana Ruiz*", "* lunch is included") == ["Ana Ruiz*", "* lunch is included"]


def test_a_legend_that_was_taken_for_a_bullet_counts() -> None:
    lines = (
        Line(number=1, text="Ana Ruiz*"),
        Line(number=2, text="to be confirmed", bullet="*"),
    )

    assert explained(Document(lines=lines)).lines[0].text == "Ana Ruiz (tbc)"
