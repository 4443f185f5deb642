"""What somebody wrote is told from what they quote."""

from time import perf_counter

import pytest

from roundtable_ical.itip.reading.own_words import own_words

LETTER = "Will you speak?\nhttps://events.example.org/breakfast/"
MARKED = "> Will you speak?\n> https://events.example.org/breakfast/"


@pytest.mark.parametrize(
    "above",
    [
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "________________________________",
        "From: Desk <desk@example.org>\nSent: Tuesday, 1 September 2026 14:00\nTo: Guy",
        "Von: Desk <desk@example.org>\nGesendet: Dienstag, 1. September 2026",
        "De : Desk <desk@example.org>\nEnvoyé : mardi 1 septembre 2026",
        "*От:* Desk <desk@example.org>\n*Отправлено:* вторник",
        "发件人: Desk\n发送时间: 2026年9月1日",
        "On Tue, 1 Sep 2026 at 14:00, Desk <desk@example.org> wrote:",
        "On Tuesday, 1 September 2026 at 14:00:00 UTC+2, the desk\n<desk@example.org> wrote:",
        "Am 01.09.26 um 14:00 schrieb Desk:",
        "Le 1 sept. 2026 à 14:00, Desk <desk@example.org> a écrit :",
        "El mar, 1 sept 2026 a las 14:00, Desk (<desk@example.org>) escribió:",
        "вт, 1 сент. 2026 г. в 14:00, Desk <desk@example.org> пишет:",
        "Desk <desk@example.org> 于2026年9月1日周二 14:00写道：",
    ],
)
@pytest.mark.parametrize("letter", [LETTER, MARKED])
def test_what_is_above_the_quoted_mail_is_theirs(above: str, letter: str) -> None:
    assert own_words(f"Yes, gladly.\r\nGuy\r\n\r\n{above}\n{letter}") == "Yes, gladly.\nGuy"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("", ""),
        ("I come from Geneva: is that far?", "I come from Geneva: is that far?"),
        ("From: me\nWith love", "From: me\nWith love"),
        ("On Monday I wrote to you", "On Monday I wrote to you"),
        (f"On Tue, 1 Sep 2026, Desk wrote:\n{MARKED}\nYes", "On Tue, 1 Sep 2026, Desk wrote:\nYes"),
        (f"{MARKED}\nYes", "Yes"),
    ],
)
def test_where_nothing_is_above_it_all_that_is_not_marked_is_theirs(text: str, own: str) -> None:
    assert own_words(text) == own


@pytest.mark.parametrize("piece", ["on ", "am x schrieb\n", "_" * 19 + "\n", "From: x\n", "كتب "])
def test_hostile_words_take_no_time(piece: str) -> None:
    begun = perf_counter()
    own_words(piece * (20_000 // len(piece)))

    assert perf_counter() - begun < 1
