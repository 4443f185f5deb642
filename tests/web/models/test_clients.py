from roundtable_ical.web.catalogues import read
from roundtable_ical.web.models.clients import CLIENTS, LATEST, SOONEST, Way, on_bar


def test_every_usual_program_has_a_way_in() -> None:
    ways = {client.id: client.way for client in CLIENTS}

    assert ways == {
        "google": Way.GOOGLE,
        "outlook-com": Way.OUTLOOK_COM,
        "microsoft-365": Way.MICROSOFT_365,
        "outlook-new": Way.COPY,
        "outlook": Way.WEBCAL,
        "apple": Way.WEBCAL,
        "thunderbird": Way.WEBCAL,
        "android": Way.WEBCAL,
    }


def test_only_web_calendars_add_and_programs_are_opened() -> None:
    adding = [way for way in Way if way.adds]

    assert adding == [Way.GOOGLE, Way.OUTLOOK_COM, Way.MICROSOFT_365]


def test_no_two_programs_are_called_alike() -> None:
    names = [(client.name, client.kind) for client in CLIENTS]

    assert len(set(names)) == len(names)


def test_what_is_said_of_a_program_is_in_the_catalogues() -> None:
    catalogue = read("ar")
    said = [words for each in CLIENTS for words in (each.name, each.kind, each.late, each.hint)]

    assert [words for words in said if words and not catalogue.get(words)] == []


def test_the_bar_goes_from_five_minutes_to_a_day_and_not_beyond() -> None:
    found = [on_bar(minutes) for minutes in (1, SOONEST, 30, 3 * 60, LATEST, 5 * LATEST)]

    assert found == [0.0, 0.0, 31.6, 63.3, 100.0, 100.0]
