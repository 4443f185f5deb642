import pytest

from roundtable_ical.importers.notes.people import names


@pytest.mark.parametrize(
    "name",
    [
        "Jane Doe",
        "Michel den Elzen",
        "Joseph T. Snow",
        "P. Sivan",
        "Elisa CASELLI",
        "Ann-Sofie Nilsson",
        "Enrique Maurtua Konstantinidis",
        "Muhamad Bin Abdullah",
        "Gimena Del Río Riande",
        "Ben Y. Zhao",
        "O'Neill",
        "Hasnaliza B.A. et al.",
        "李雷",
        "Иван Петров",
    ],
)
def test_words_that_can_be_a_name(name: str) -> None:
    assert names.is_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "Coffee Break",
        "World Bank",
        "Universidad de Chile",
        "UNDP",
        "ClimateWorks",
        "Guinea",
        "Opening remarks",
        "Sustainable Development",
        "Política Nacional",
        "Room 2",
        "UN DESA",
        "N.N.",
        "",
    ],
)
def test_words_that_are_no_name(words: str) -> None:
    assert not names.is_name(words)


def test_a_surname_is_no_chamber_for_want_of_an_accent() -> None:
    assert names.is_name("Namory Camara")
    assert not names.is_name("Cámara Alta")


def test_capital_surnames_are_seen() -> None:
    assert names.has_capital_surname("Elisa CASELLI")
    assert not names.has_capital_surname("ELISA CASELLI")


def test_known_given_names_are_seen() -> None:
    assert names.has_given("Jean-Marc Rizzo")
    assert not names.has_given("Carbon Watch")


def test_brands_and_acronyms_are_told_from_names() -> None:
    assert names.is_brand("ClimateWorks")
    assert not names.is_brand("MacDonald")
    assert names.is_acronym("G20")
    assert not names.is_acronym("Doe")


def test_a_short_name_is_made_of_the_first_letters() -> None:
    assert names.is_short_for("LSW", "and Local Skilled Weavers")
    assert names.is_short_for("MSMEs", "Micro Small Medium Enterprises")
    assert not names.is_short_for("WWF", "Jane Doe")
    assert not names.is_short_for("JD", "Jane Doe")


def test_capitals_that_small_letters_follow_are_a_brand() -> None:
    assert names.is_brand("QRNsalud-Norte")
    assert not names.is_brand("O'Neill")
