from collections.abc import Callable

import pytest

from roundtable_ical.importers.notes.people import run_together
from roundtable_ical.importers.notes.people.pieces import Piece, cut
from roundtable_ical.importers.notes.people.wording import Atom, Kind


def _read(reader: Callable[[Piece], list[Atom]], text: str) -> list[tuple[Kind, str]]:
    return [(atom.kind, atom.text) for atom in reader(cut(text)[0])]


@pytest.mark.parametrize("text", ["Ana Ruiz and Lee Wu", "Ana Ruiz & Lee Wu"])
def test_two_names_are_joined_by_a_word_or_a_sign(text: str) -> None:
    assert _read(run_together.two_names, text) == [(Kind.NAME, "Ana Ruiz"), (Kind.NAME, "Lee Wu")]


def test_two_posts_are_joined_too_and_the_second_may_have_an_article() -> None:
    assert _read(run_together.two_posts, "Governador Carlos Lima e a Prefeita Ana Souza") == [
        (Kind.FUNCTION, "Governador"),
        (Kind.NAME, "Carlos Lima"),
        (Kind.FUNCTION, "Prefeita"),
        (Kind.NAME, "Ana Souza"),
    ]


def test_a_title_is_no_two_posts() -> None:
    assert _read(run_together.two_posts, "Water and the Green City") == []


def test_words_know_where_they_stand() -> None:
    assert run_together.spans("Ana  Ruiz") == [(0, "Ana"), (5, "Ruiz")]


def test_offices_with_ranks_and_countries_belong_to_the_names_behind_them() -> None:
    text = "EU High Representative Ana Ruiz and AU Special Envoy for Kenya Tewolde Gebre"
    assert _read(run_together.two_posts, text) == [
        (Kind.FUNCTION, "EU High Representative"),
        (Kind.NAME, "Ana Ruiz"),
        (Kind.FUNCTION, "AU Special Envoy for Kenya"),
        (Kind.NAME, "Tewolde Gebre"),
    ]


def test_the_first_office_may_have_an_article_too() -> None:
    text = "la Directora Ana Ruiz y el Enviado Especial para Libia Luis Soto"
    assert _read(run_together.two_posts, text) == [
        (Kind.FUNCTION, "Directora"),
        (Kind.NAME, "Ana Ruiz"),
        (Kind.FUNCTION, "Enviado Especial para Libia"),
        (Kind.NAME, "Luis Soto"),
    ]
