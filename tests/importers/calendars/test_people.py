"""Who speaks, and who is only invited."""

from roundtable_ical.importers.calendars.components import Component, tree
from roundtable_ical.importers.calendars.lines import content_lines
from roundtable_ical.importers.calendars.people import speakers


def item(*lines: str) -> Component:
    content = "\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))
    root, _ = tree(content_lines(content.encode())[0])
    return root.parts[0]


def test_attendees_with_an_address_are_invited_and_do_not_speak() -> None:
    found = item(
        "ATTENDEE;CN=Jane Doe:mailto:jane@corp.example.edu", "ORGANIZER;CN=Boss:mailto:b@x.org"
    )

    assert speakers(found, "") == ()


def test_attendees_without_one_are_speakers_as_frab_lists_them() -> None:
    found = item('ATTENDEE;CN="Jane Doe";CUTYPE=INDIVIDUAL:invalid:nomail')

    assert [each.name for each in speakers(found, "von: Jane Doe\n\nText")] == ["Jane Doe"]


def test_participants_of_rfc_9073_are_speakers() -> None:
    found = item(
        "BEGIN:PARTICIPANT", "PARTICIPANT-TYPE:SPEAKER", "SUMMARY:Ana Gil", "END:PARTICIPANT"
    )

    assert [each.name for each in speakers(found, "")] == ["Ana Gil"]


def test_labels_in_the_description_announce_speakers_and_other_words_do_not() -> None:
    told = (
        "by: design\nSpeaker: prince\nSpeakers: Ana Gil (ACME), Bo Ek\nModerator: Cy Poe\n"
        "Topic: Big Data\nSpeakers:\n- Di Roy\n"
    )

    found = speakers(item(), told)

    assert [(each.name, each.affiliation, each.role.value) for each in found] == [
        ("prince", None, "speaker"),
        ("Ana Gil", "ACME", "speaker"),
        ("Bo Ek", None, "speaker"),
        ("Cy Poe", None, "moderator"),
        ("Di Roy", None, "speaker"),
    ]
