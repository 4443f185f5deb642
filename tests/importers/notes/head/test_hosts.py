"""Who invites."""

import pytest

from roundtable_ical.importers.notes.head.hosts import hosts, split
from roundtable_ical.importers.notes.head.sections import sections
from roundtable_ical.importers.notes.head.top import top
from roundtable_ical.importers.notes.lines import Document, Line


def invited(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = enumerate(text.split("\n"), 1)
    document = Document(lines=tuple(Line(number=number, text=words) for number, words in rows))
    return hosts(sections(document), top(document))[:2]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("the Government of Sweden and the ILO", ["Government of Sweden", "ILO"]),
        (
            "Christian Aid and Energy Partnership (EP); UN Fund (UNF)",
            ["Christian Aid", "Energy Partnership (EP)", "UN Fund (UNF)"],
        ),
        ("Ministry of Labour and Social Affairs", ["Ministry of Labour and Social Affairs"]),
        (
            "European Commission, Directorate-General for Energy (DG ENER)",
            ["European Commission", "Directorate-General for Energy (DG ENER)"],
        ),
        (
            "African; Caribbean and Pacific Secretariat; Green Fund (GF)",
            ["African, Caribbean and Pacific Secretariat", "Green Fund (GF)"],
        ),
        (
            "Landesanstalt für Teiche und Fischerbund Elbe e. V.",
            ["Landesanstalt für Teiche", "Fischerbund Elbe e. V."],
        ),
        ("Institut für Boden und Wasser", ["Institut für Boden und Wasser"]),
        ("Fundación Sol y Asociación de Letrados", ["Fundación Sol", "Asociación de Letrados"]),
        (
            "Institute for Peace, Justice and Security",
            ["Institute for Peace, Justice and Security"],
        ),
    ],
)
def test_bodies_are_parted_where_another_one_begins(words: str, names: list[str]) -> None:
    assert list(split(words)) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A Side Event co-hosted by the Government of Sweden and the ILO",
            (("Government of Sweden",), ("ILO",)),
        ),
        ("Organiser: Water Fund\nCo-organisers: Fire Fund", (("Water Fund",), ("Fire Fund",))),
        ("Organised by\nWater Fund\nFire Fund", (("Water Fund", "Fire Fund"), ())),
        ("Organisé par le Fonds de l’eau en partenariat avec la Ville", (("Fonds de l’eau",), ())),
        ("Organizan: Fundación Sol y Red Abierta", (("Fundación Sol", "Red Abierta"), ())),
        ("Sponsors: Bank of Gold\nIn partnership with: Silver Bank", ((), ())),
        (
            "Organizers: Permanent Missions of Nepal and Peru",
            (("Permanent Mission of Nepal", "Permanent Mission of Peru"), ()),
        ),
    ],
)
def test_hosts_and_cohosts_are_found_and_sponsors_are_none(
    text: str, expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert invited(f"Talks\n{text}") == expected


def test_a_country_ends_the_body_before_another_host() -> None:
    assert split("the Permanent Mission of Kenya and WaterAid") == (
        "Permanent Mission of Kenya",
        "WaterAid",
    )
    assert split("the Permanent Mission of Trinidad and Tobago") == (
        "Permanent Mission of Trinidad and Tobago",
    )
