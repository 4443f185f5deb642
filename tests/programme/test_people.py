"""Who speaks, hosts and invites."""

from typing import Any

import pytest
from pydantic import ValidationError

from roundtable_ical.programme.people import Appearance, Role, Speaker


def speaker(**fields: Any) -> Speaker:
    return Speaker.model_validate({"id": "amina", **fields})


AMINA = speaker(
    honorific="H.E. Ms.",
    name={"en": "Amina Diallo", "ar": "أمينة ديالو"},
    function="Minister",
    affiliation={"en": "Guinea", "fr": "Guinée"},
)


def test_a_person_is_named_with_the_honorific() -> None:
    found = (AMINA.public_name("en"), AMINA.public_name("ar"))

    assert found == ("H.E. Ms. Amina Diallo", "H.E. Ms. أمينة ديالو")


def test_a_person_is_placed_by_function_and_affiliation() -> None:
    found = AMINA.position("fr")

    assert found == "Minister, Guinée"


def test_a_name_is_not_told_without_consent() -> None:
    person = speaker(name="Nasrin Akhter", label="A garment worker", consent=False)

    found = (person.public_name("en"), person.place_words("en"))

    assert found == (None, "A garment worker")


def test_a_place_without_words_of_its_own_is_announced_by_its_position() -> None:
    place = speaker(function="Representative", affiliation="Sweden", tbc=True)

    found = (place.public_name("en"), place.place_words("en"))

    assert found == (None, "Representative, Sweden")


def test_somebody_of_whom_nothing_is_known_is_refused() -> None:
    with pytest.raises(ValidationError) as caught:
        speaker(tbc=True, honorific="H.E.", email="a@example.org")

    error = caught.value.errors()[0]["ctx"]["error"]
    assert (error.field, error.reason) == ("name", "says nothing of who speaks")


def test_an_id_alone_is_an_appearance_as_speaker() -> None:
    found = Appearance.model_validate("amina")

    assert found == Appearance(speaker="amina", role=Role.SPEAKER, tbc=False, remote=False)
