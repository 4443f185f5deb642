"""Any sequence of edits: in the end all know their slots, by as few letters as can be."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from roundtable_ical import Role, Status
from roundtable_ical.itip.ledger import Invitation, SlotKey
from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.requests import Letter, LetterKind, due
from roundtable_ical.itip.slots import Slot

START = datetime(2026, 9, 24, 12, tzinfo=UTC)
KEYS = st.sampled_from([SlotKey("panel", "ann"), SlotKey("panel", "guy"), SlotKey("lunch", "guy")])


@st.composite
def planned(draw: st.DrawFn) -> Slot:
    start = START + timedelta(hours=draw(st.integers(-3, 3)))
    return Slot(
        address=draw(st.sampled_from(["a@example.org", "A@example.org", "b@example.org"])),
        name="Ann",
        language="en",
        organizer_address="desk@example.org",
        organizer_name="Desk",
        event_title="Breakfast",
        title=draw(st.sampled_from(["Panel", "Lunch"])),
        start=start,
        end=start + timedelta(hours=1),
        timezone="America/New_York",
        status=draw(st.sampled_from([Status.CONFIRMED, Status.TENTATIVE])),
        role=Role.SPEAKER,
        others=draw(st.sampled_from(["", "Guy\nIda", "Ida\nGuy"])),
    )


EDITS = st.sampled_from(
    [
        {"start": START, "end": START + timedelta(hours=1)},
        {"start": START + timedelta(hours=2), "end": START + timedelta(hours=3)},
        {"status": Status.TENTATIVE},
        {"status": Status.CONFIRMED},
        {"title": "Panel"},
        {"title": "Lunch"},
        {"others": "Guy\nIda"},
        {"others": "Ida\nGuy"},
        {"address": "a@example.org"},
        {"address": "A@example.org"},
        {"address": "b@example.org"},
    ]
)


class Edits(RuleBasedStateMachine):
    """Slots are edited, letters leave at some moments, and time goes by."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = START - timedelta(hours=4)
        self.slots: dict[SlotKey, Slot] = {}
        self.told: dict[SlotKey, Invitation] = {}
        self.boxes: dict[tuple[str, str], tuple[Method, Slot]] = {}
        """What the calendar at each address has of each invitation."""

    @rule(key=KEYS, slot=planned())
    def plan(self, key: SlotKey, slot: Slot) -> None:
        self.slots[key] = slot
        self.send()

    @rule(key=KEYS, changes=EDITS, more=EDITS)
    def edit(self, key: SlotKey, changes: dict[str, Any], more: dict[str, Any]) -> None:
        if key in self.slots:
            self.slots[key] = replace(self.slots[key], **{**more, **changes})

    @rule(key=KEYS)
    def take_out(self, key: SlotKey) -> None:
        self.slots.pop(key, None)

    @rule(minutes=st.sampled_from([0, 1, 60, 120]))
    def wait(self, minutes: int) -> None:
        self.moment += timedelta(minutes=minutes)

    @rule()
    def send(self) -> None:
        let_go: set[SlotKey] = set()
        for letter in due("e", dict(self.told), self.slots, self.moment, "example.org"):
            self.receive(letter, paired=letter.key in let_go)
            if letter.kind is LetterKind.READDRESSED:
                let_go.add(letter.key)
        assert due("e", self.told, self.slots, self.moment, "example.org") == ()
        self.everybody_knows()

    def receive(self, letter: Letter, *, paired: bool) -> None:
        """Let one letter leave, and a calendar take it in as RFC 5546 section 2.1.5 has it."""
        invitation = self.told.get(letter.key, letter.invitation)
        told, before = letter.told, invitation.told
        assert before == letter.before
        box = letter.recipient.lower(), invitation.uid
        method, held = self.boxes.get(box, (Method.CANCEL, None))
        if told.method is Method.REQUEST:
            assert told.slot.end > self.moment
            assert (method, held.seen if held else None) != (told.method, told.slot.seen)
        else:
            assert method is Method.REQUEST
            assert held is not None
            assert held.end > self.moment
        if before is not None:
            assert told.rank > before.rank
            assert told.dtstamp > before.dtstamp
            again = (before.method, before.slot.seen.address, before.slot.asks) != (
                told.method,
                told.slot.seen.address,
                told.slot.asks,
            )
            assert told.sequence == before.sequence + (again and not paired)
            assert told.asked == (
                told.sequence if again and told.method is Method.REQUEST else before.asked
            )
        self.boxes[box] = told.method, told.slot
        names = (*invitation.message_ids, told.message_id)
        assert len(set(names)) == len(names)
        self.told[letter.key] = replace(invitation, told=told, message_ids=names)

    def everybody_knows(self) -> None:
        held = {
            box: slot.seen for box, (method, slot) in self.boxes.items() if method is Method.REQUEST
        }
        for key, slot in self.slots.items():
            if slot.end > self.moment:
                uid = self.told[key].uid
                assert held.pop((slot.seen.address, uid)) == slot.seen
        left = {uid for _, uid in held}
        for key, invitation in self.told.items():
            if key not in self.slots and invitation.uid in left:
                assert all(
                    slot.end <= self.moment
                    for (_, uid), slot in held.items()
                    if uid == invitation.uid
                )

    @invariant()
    def no_address_has_two_words_of_one_invitation(self) -> None:
        for uid in {uid for _, uid in self.boxes}:
            asked = [
                slot
                for (_, each), (method, slot) in self.boxes.items()
                if each == uid and method is Method.REQUEST and slot.end > self.moment
            ]
            assert len(asked) <= 1


TestEdits = Edits.TestCase
