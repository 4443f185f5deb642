"""Words of a change in the reader's language."""

import pytest

from roundtable_ical.revisions.changes import Change, ChangeKind
from roundtable_ical.web.models.told_words import BADGES, joined, was_and_is
from roundtable_ical.web.reader import Reader


@pytest.mark.parametrize(
    ("kind", "was", "now", "language", "told"),
    [
        ("moved", "2026-09-24 08:15-08:30", "2026-09-25 08:00-08:30", "en",
         ("Thu 24 Sept, 08:15–08:30", "Fri 25 Sept, 08:00–08:30")),
        ("moved", "2026-09-24 23:15-2026-09-25 00:30", "2026-09-24 23:00-", "en",
         ("Thu 24 Sept, 23:15–Fri 25 Sept, 00:30", "Thu 24 Sept, 23:00–")),
        ("swapped", "2026-09-24 08:15-08:30", "2026-09-24 09:00-09:15, with Talk, with tea", "en",
         ("Thu 24 Sept, 08:15–08:30", "Thu 24 Sept, 09:00–09:15 (Talk, with tea)")),
        ("scheduled", "time open", "2026-09-24 08:15-08:30", "fr",
         ("Horaire non fixé", "jeu. 24 sept., 08:15–08:30")),
        ("longer", "30 min", "45 min", "en", ("30 min", "45 min")),
        ("cancelled", "confirmed", "cancelled", "fr", ("Confirmé", "Annulé")),
        ("other room", "Hall, 2026-09-24 08:15-08:30", "45 min", "fr",
         ("Hall, 2026-09-24 08:15-08:30", "45 min")),
        ("speaker joined", "", "a speaker to be announced (chair)", "fr",
         ("", "Intervenant à annoncer (Présidence)")),
        ("speaker confirmed", "A nurse", "Eva Roth, Nurse (moderator)", "en",
         ("A nurse", "Eva Roth, Nurse (Moderator)")),
        ("renamed", "confirmed", "time open", "fr", ("confirmed", "time open")),
        ("words changed", "", "", "en", ("", "Revised")),
        ("words changed", "", "By video.", "fr", ("", "By video.")),
    ],
)  # fmt: skip
def test_what_is_ours_is_said_to_the_reader_and_the_rest_stays(
    kind: str, was: str, now: str, language: str, told: tuple[str, str]
) -> None:
    words = {"longer": ChangeKind.LENGTHENED}
    found = words.get(kind) or ChangeKind(kind)
    change = Change(segment_id="talk", title="Talk", kind=found, was=was, now=now)

    assert was_and_is(change, Reader(wanted=language)) == told


def test_one_thing_that_happened_is_told_once() -> None:
    moved, shorter, cancelled, note, renamed, text = (
        Change(segment_id=id_, title=id_, kind=ChangeKind(kind), now=now)
        for id_, kind, now in (
            ("talk", "moved", "2026-09-24 08:15-08:30"),
            ("talk", "shortened", "15 min"),
            ("panel", "cancelled", "cancelled"),
            ("panel", "words changed", "The panellists could not travel."),
            ("lunch", "renamed", "Dinner"),
            ("lunch", "words changed", ""),
        )
    )

    found = list(joined([moved, shorter, cancelled, note, renamed, text]))

    assert found == [
        (moved, ""),
        (cancelled, "The panellists could not travel."),
        (renamed, ""),
        (text, ""),
    ]


def test_a_length_alone_and_a_note_alone_are_told_themselves() -> None:
    longer, note = (
        Change(segment_id="talk", title="Talk", kind=kind, now=now)
        for kind, now in ((ChangeKind.LENGTHENED, "45 min"), (ChangeKind.WORDS, "By video."))
    )

    assert list(joined([longer, note])) == [(longer, ""), (note, "")]


def test_every_kind_of_change_has_a_badge() -> None:
    assert BADGES.keys() == set(ChangeKind)
