"""The tree of a schedule.xml as a plan."""

from lxml import etree

from roundtable_ical.importers.schedules.frab_document import Document

NESTED = """<schedule xmlns="urn:x"><conference><title>X</title></conference>
<day date="2026-10-29"><room name="Palais"><room name="XX"><event id="1"><title>A</title>
<persons><person><name>Li Wei</name></person></persons></event></room></room>
<event id="2"><title>B</title><room>Lobby</room></event></day></schedule>"""


def test_rooms_in_rooms_are_rooms_of_a_building() -> None:
    plan = Document(etree.fromstring(NESTED)).plan

    found = [(talk.title, plan.places[talk.place]) for talk in plan.talks]
    assert [(title, place.name, place.building) for title, place in found] == [
        ("A", "XX", "Palais"),
        ("B", "Lobby", ""),
    ]
    assert [person.name for person in plan.people.values()] == ["Li Wei"]
