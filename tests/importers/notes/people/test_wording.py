import pytest

from roundtable_ical.importers.notes.people.wording import Kind, keys_of, kind_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Senior manager for mining", Kind.FUNCTION),
        ("Communications Manager", Kind.FUNCTION),
        ("Directeur des Bureaux internationaux", Kind.FUNCTION),
        ("Team Leader Ocean Programme", Kind.FUNCTION),
        ("International Finance Corporation", Kind.BODY),
        ("Programme des Nations Unies", Kind.BODY),
        ("UNDP", Kind.BODY),
        ("Guinea", Kind.BODY),
        ("Carbon Watch", Kind.OTHER),
        ("the participants will discuss what is next", Kind.TEXT),
    ],
)
def test_what_words_are(words: str, kind: Kind) -> None:
    assert kind_of(words) is kind


def test_words_are_looked_up_without_elided_articles() -> None:
    assert keys_of("Président de l’Académie") == ["president", "de", "academie"]
