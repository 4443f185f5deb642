"""The parts of a note outside its agenda."""

from roundtable_ical.importers.notes.head.sections import sections
from roundtable_ical.importers.notes.lines import Document, Line


def document(text: str) -> Document:
    lines = enumerate(text.split("\n"), 1)
    return Document(lines=tuple(Line(number=number, text=words) for number, words in lines))


def parts(text: str, taken: tuple[int, ...] = ()) -> list[tuple[tuple[str, ...], str]]:
    return [(tuple(part.fields), part.text) for part in sections(document(text), taken)]


def test_a_short_label_ends_with_its_paragraph_and_a_long_one_at_the_next_label() -> None:
    note = "Venue: Geneva,\nmore\n\nBackground: One.\n\nTwo.\n\nObjective: Three."

    assert parts(note) == [
        (("venue",), "Geneva,\nmore"),
        (("background",), "One.\nTwo."),
        (("objective",), "Three."),
    ]


def test_what_the_agenda_was_made_of_is_left_out_and_ends_a_section() -> None:
    assert parts("Background\nOne.\n9:00 Opening\nThe end.", taken=(3,)) == [
        (("background",), "One."),
        ((), "The end."),
    ]


def test_a_colon_in_the_next_line_belongs_to_the_label() -> None:
    assert parts("Place\n\n: Zoom") == [(("venue",), "Zoom")]


def test_hosts_below_their_label_are_all_of_one_section() -> None:
    assert parts("Organised by\nWater Fund\nFire Fund\n\nOther") == [
        (("hosts",), "Water Fund\nFire Fund"),
        ((), "Other"),
    ]


def test_a_wrapped_value_goes_on() -> None:
    note = (
        "Organizers: Permanent Mission of Peru to the United Nations, Permanent\nMission of Nepal"
    )

    assert parts(note) == [
        (
            ("hosts",),
            "Permanent Mission of Peru to the United Nations, Permanent\nMission of Nepal",
        )
    ]


def test_a_moderator_in_a_list_of_speakers_begins_no_other_section() -> None:
    assert parts("Speakers:\nA. Silva\nModerator: L. Wei") == [
        (("speakers",), "A. Silva\nModerator: L. Wei")
    ]
