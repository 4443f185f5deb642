"""Incoming mails as each program writes them, what was stored, and what is stored then."""

import resource
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.errors import InvalidField
from roundtable_ical.itip.ledger import Answer, Invitation, Proposal
from roundtable_ical.itip.outbox import Book, Heard, Outcome
from roundtable_ical.itip.participation import Method, ParticipationStatus
from roundtable_ical.itip.reading.mail import opened
from roundtable_ical.itip.replies import Judged, Trust, decided, judged

ANSWERS = Path(__file__).parent.parent / "data" / "answers"
MOMENT = datetime(2026, 9, 2, tzinfo=UTC)
STAMP = datetime(2026, 9, 1, 13, tzinfo=UTC)
YES, NO, MAYBE, OTHER = (
    ParticipationStatus.ACCEPTED,
    ParticipationStatus.DECLINED,
    ParticipationStatus.TENTATIVE,
    ParticipationStatus.DELEGATED,
)


def read(book: Book, *contents: bytes, trust: Trust | None = None) -> tuple[Book, list[Judged]]:
    """Return the book after some mails, as a store keeps it, and what became of each."""
    told = []
    for content in contents:
        found = judged(opened(content), book, moment=MOMENT, trust=trust or Trust())
        told.append(found)
        if found.heard.digest not in book.heard:
            heard = {**book.heard, found.heard.digest: found.heard}
            changed = {found.invitation.key: found.invitation} if found.invitation else {}
            invitations: Mapping[Any, Invitation] = {**book.invitations, **changed}
            book = replace(book, heard=heard, invitations=invitations)
    return book, told


def client(name: str) -> bytes:
    return (ANSWERS / f"{name}.eml").read_bytes()


@pytest.mark.parametrize(
    ("name", "partstat", "comment", "delegated_to"),
    [
        ("apple-declined", NO, "Désolé — je suis à Genève", None),
        ("evolution-through-a-list", YES, "See you there", None),
        ("exchange-online-accepted", YES, "With pleasure; may I bring slides?", None),
        ("fastmail-declined", NO, "", None),
        ("google-tentative", MAYBE, "Depends on my flight", None),
        ("groupwise-accepted", YES, "", None),
        ("kmail-delegated", OTHER, "", "ann@example.net"),
        ("mozilla-charset-wrong", NO, "Lo siento; ¿podría asistir mi adjunta?", None),
        ("notes-accepted", YES, "Good, thanks", None),
        ("pgp-signed-accepted", YES, "", None),
        ("samsung-declined", NO, "", None),
        ("smime-opaque-accepted", YES, "", None),
        ("yahoo-accepted", YES, "", None),
        ("zimbra-tentative", MAYBE, "", None),
    ],
)
def test_an_answer_of_each_program_changes_the_answer_and_nothing_else(
    book: Book,
    asked: Invitation,
    name: str,
    partstat: ParticipationStatus,
    comment: str,
    delegated_to: str | None,
) -> None:
    content = client(name)

    after, [found] = read(book, content)

    answer = Answer(
        partstat=partstat,
        sequence=1,
        dtstamp=STAMP,
        source="mail",
        digest=found.heard.digest,
        comment=comment,
        delegated_to=delegated_to,
    )
    assert after.invitations == {asked.key: replace(asked, answer=answer)}
    assert found.heard.outcome.value == partstat.value.lower()
    assert found.heard.content == content


def test_another_time_of_outlook_is_proposed_and_the_slot_stays(
    book: Book, asked: Invitation
) -> None:
    after, [found] = read(book, client("outlook-proposes-new-time"))

    digest = found.heard.digest
    said = {"sequence": 1, "dtstamp": STAMP, "digest": digest, "comment": "I land at 10 only"}
    start, end = (datetime(2026, 9, 24, 15, minute, tzinfo=UTC) for minute in (0, 30))
    assert after.invitations == {
        asked.key: replace(
            asked,
            answer=Answer(partstat=MAYBE, source="mail", **said),  # type: ignore[arg-type]  # by name
            proposal=Proposal(start=start, end=end, **said),  # type: ignore[arg-type]  # by name
        )
    }


@pytest.mark.parametrize(
    ("name", "outcome", "words", "partstat"),
    [
        ("a-person-wrote", Outcome.HELD, "A person wrote", None),
        ("forwarded-by-an-office", Outcome.HELD, "forwarded an answer", YES),
        ("nextcloud-noreply", Outcome.HELD, "invitations-noreply@cloud.example.org", YES),
        ("our-invitation-back", Outcome.HELD, "read what they wrote", None),
        ("outlook-winmail", Outcome.HELD, "winmail.dat (TNEF)", NO),
        ("smime-encrypted", Outcome.HELD, "It is encrypted", None),
        ("challenge", Outcome.NOT_A_REPLY, "wants a confirmation", None),
        ("exchange-out-of-office", Outcome.NOT_A_REPLY, "automatic reply", None),
        ("gmail-vacation", Outcome.NOT_A_REPLY, "automatic reply", None),
        ("old-vacation", Outcome.NOT_A_REPLY, "automatic reply", None),
        ("exim-delay", Outcome.NOT_A_REPLY, "still trying", None),
        ("gmail-delay", Outcome.NOT_A_REPLY, "still trying", None),
        ("sendmail-warning", Outcome.NOT_A_REPLY, "still trying", None),
        ("outlook-receipt", Outcome.NOT_A_REPLY, "A receipt", None),
        ("sendmail-relayed", Outcome.NOT_A_REPLY, "A receipt", None),
        ("freebusy-answered", Outcome.IGNORED, "free and busy times", YES),
        ("task-answered", Outcome.IGNORED, "a task", YES),
        ("stranger-bounce", Outcome.IGNORED, "no invitation of this event", None),
    ],
)
def test_what_is_no_certain_answer_changes_nothing_and_says_why(
    book: Book, name: str, outcome: Outcome, words: str, partstat: ParticipationStatus | None
) -> None:
    after, [found] = read(book, client(name))

    said = found.heard.partstat if found.heard.partstat in (YES, NO) else None
    assert (found.heard.outcome, said, found.invitation) == (outcome, partstat, None)
    assert words in found.heard.reason
    assert found.heard.reason[-1] == "."
    assert after.invitations == book.invitations


@pytest.mark.parametrize(
    "name", ["exchange-bounce", "exim-bounce", "postfix-bounce", "qmail-bounce", "yahoo-bounce"]
)
def test_a_bounce_is_trouble_and_no_refusal(book: Book, asked: Invitation, name: str) -> None:
    after, [found] = read(book, client(name))

    assert (found.heard.outcome, found.heard.bounced) == (Outcome.BOUNCED, "guy@example.org")
    assert after.invitations == {asked.key: replace(asked, trouble=found.heard.reason)}


def test_a_message_that_was_read_before_is_ignored(book: Book) -> None:
    content = client("google-tentative")

    _, [first, again] = read(book, content, content)

    assert again == Judged(
        replace(
            first.heard,
            outcome=Outcome.IGNORED,
            reason="This message was read before; it was: tentative.",
            content=b"",
        )
    )


def test_another_copy_of_a_message_is_ignored(book: Book, asked: Invitation) -> None:
    content = client("google-tentative")

    after, [_, again] = read(book, content, b"X-Spam: no\r\n" + content)

    assert again.heard.outcome is Outcome.IGNORED
    assert again.heard.reason.startswith("Another copy")
    assert after.invitations[asked.key].partstat is MAYBE


def test_an_answer_to_the_slot_before_it_moved_is_ignored_and_the_next_one_counts(
    book: Book, asked: Invitation, reply: Callable[..., bytes]
) -> None:
    stale = reply(sequence="SEQUENCE:0", dtstamp="DTSTAMP:20260901T190000Z")

    after, [first, second] = read(book, stale, reply())

    assert (first.heard.outcome, second.heard.outcome) == (Outcome.IGNORED, Outcome.ACCEPTED)
    assert after.invitations[asked.key].partstat is YES


def test_where_senders_are_checked_a_message_without_a_verdict_waits(
    book: Book, reply: Callable[..., bytes]
) -> None:
    ours = Trust(frozenset({"mx.example.org"}))
    passed = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org"

    _, [doubted, believed] = read(book, reply(), reply(head=passed), trust=ours)

    assert (doubted.heard.outcome, believed.heard.outcome) == (Outcome.HELD, Outcome.ACCEPTED)


def test_a_message_that_was_withdrawn_by_us_is_ignored(
    book: Book, asked: Invitation, reply: Callable[..., bytes]
) -> None:
    assert asked.told
    told = replace(asked.told, method=Method.CANCEL)
    gone = replace(book, invitations={asked.key: replace(asked, told=told)})

    _, [found] = read(gone, reply())

    assert (found.heard.outcome, found.invitation) == (Outcome.IGNORED, None)


def test_a_picture_of_many_megabytes_takes_little_time_and_memory(
    book: Book, reply: Callable[..., bytes]
) -> None:
    _, _, calendar = reply().partition(b"\r\n\r\n")
    content = (
        b"From: guy@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/calendar\r\n\r\n" + calendar + b"--b\r\n"
        b"Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b"QUJD\r\n" * 3_000_000
        + b"--b--\r\n"
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = perf_counter()

    _, [found] = read(book, content)

    assert found.heard.outcome is Outcome.ACCEPTED
    assert found.heard.content == b""
    assert perf_counter() - start < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


MAIL = st.fixed_dictionaries(
    {
        "method": st.sampled_from(["METHOD:REPLY", "METHOD:REPLY", "METHOD:COUNTER"]),
        "dtstamp": st.sampled_from(["DTSTAMP:20260901T130000Z", "DTSTAMP:20260901T140000Z", None]),
        "sequence": st.sampled_from(["SEQUENCE:1", "SEQUENCE:1", "SEQUENCE:0", "SEQUENCE:2"]),
        "attendee": st.sampled_from(
            [
                f"ATTENDEE;PARTSTAT={partstat}:mailto:guy@example.org"
                for partstat in ("ACCEPTED", "DECLINED", "TENTATIVE", "NEEDS-ACTION")
            ]
        ),
        "sender": st.sampled_from(["guy@example.org"] * 3 + ["mallory@example.com"]),
        "head": st.sampled_from(["Message-ID: <same@example.org>", "", "X-Copy: 1"]),
        "more": st.sampled_from(
            ["", "COMMENT:Sorry", "DTSTART:20260924T150000Z", "DTSTART:20260924T160000Z"]
        ),
    }
)
REPORT = st.tuples(
    st.sampled_from(
        ["postfix-bounce", "exim-bounce", "qmail-bounce", "gmail-delay", "gmail-vacation"]
    ),
    st.sampled_from([b"", b"X-Copy: 1\r\n", b"Date: Tue, 1 Sep 2026 19:00:00 +0000\r\n"]),
)


@given(st.lists(MAIL | REPORT, min_size=2, max_size=5), st.data())
def test_any_five_messages_give_one_state_in_any_order(
    book: Book,
    reply: Callable[..., bytes],
    drawn: list[dict[str, str] | tuple[str, bytes]],
    data: st.DataObject,
) -> None:
    mails = [
        reply(**each) if isinstance(each, dict) else each[1] + client(each[0]) for each in drawn
    ]
    orders = data.draw(st.lists(st.permutations(mails), min_size=1, max_size=4))

    states = [read(book, *order)[0].invitations for order in (mails, *orders)]

    assert all(state == states[0] for state in states)


def test_all_orders_of_five_give_one_state(book: Book, reply: Callable[..., bytes]) -> None:
    mails = [
        reply(),
        reply("COMMENT:Sorry", attendee="ATTENDEE;PARTSTAT=DECLINED:mailto:guy@example.org"),
        client("outlook-proposes-new-time"),
        client("postfix-bounce"),
        client("exim-bounce"),
    ]

    states = {repr(read(book, *order)[0].invitations) for order in permutations(mails)}

    assert len(states) == 1


def held(book: Book, content: bytes) -> tuple[Book, Heard]:
    after, [found] = read(book, content)
    assert found.heard.outcome is Outcome.HELD
    return after, found.heard


def test_a_person_accepts_what_waits_and_it_counts_as_if_it_had_been_trusted(
    book: Book, asked: Invitation, reply: Callable[..., bytes]
) -> None:
    content = reply("COMMENT:Gladly", sender="aide@example.org")
    after, waiting = held(book, content)

    found = decided(waiting, after, accept=True, moment=MOMENT)

    [trusted] = read(book, content.replace(b"aide@", b"guy@"))[1]
    assert (found.heard.outcome, found.heard.decided) == (Outcome.ACCEPTED, "accepted")
    assert found.invitation
    assert trusted.invitation
    assert found.invitation.answer
    digest = found.invitation.answer.digest
    answer = trusted.invitation.answer
    assert answer
    assert found.invitation == replace(asked, answer=replace(answer, digest=digest))


def test_what_is_laid_aside_changes_nothing(book: Book, reply: Callable[..., bytes]) -> None:
    after, waiting = held(book, reply(sender="aide@example.org"))

    found = decided(waiting, after, accept=False, moment=MOMENT)

    assert (found.heard.decided, found.heard.outcome) == ("rejected", Outcome.HELD)
    assert found.invitation is None


def test_what_a_person_wrote_counts_as_another_person_reads_it(
    book: Book, asked: Invitation
) -> None:
    after, waiting = held(book, client("a-person-wrote"))

    found = decided(waiting, after, accept=True, moment=MOMENT, partstat=NO)

    assert found.invitation
    assert found.invitation.key == asked.key
    assert found.invitation.partstat is NO


def test_the_link_that_a_letter_is_quoted_with_is_not_kept(book: Book) -> None:
    token = "WyJicmVha2Zhc3QiLCJndXkiXQ.m2bYvvBfTkYU7y-6zDwqJt_8xGk"
    words = f"Yes!\n\nSent: Tuesday\nhttps://events.example.org/breakfast/answer/{token}\n"
    content = f"From: guy@example.org\nSubject: Re: Panel on skills\n\n{words}".encode()

    _, waiting = held(book, content)

    assert token.encode() not in waiting.content
    assert token not in waiting.comment
    assert waiting.comment.startswith("Yes!")
    assert waiting.digest == opened(content).digest


def test_a_winmail_counts_as_it_seems_to_say(book: Book) -> None:
    after, waiting = held(book, client("outlook-winmail"))

    found = decided(waiting, after, accept=True, moment=MOMENT)

    assert found.invitation
    assert found.invitation.partstat is NO


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a-person-wrote", "says neither yes nor no; read it, and say what it means"),
        ("our-invitation-back", "says neither yes nor no; read it, and say what it means"),
    ],
)
def test_what_says_nothing_cannot_be_accepted(book: Book, name: str, words: str) -> None:
    after, waiting = held(book, client(name))

    with pytest.raises(InvalidField) as caught:
        decided(waiting, after, accept=True, moment=MOMENT)

    assert words in str(caught.value)


def test_what_belongs_to_no_invitation_cannot_be_accepted(book: Book) -> None:
    after, waiting = held(book, b"From: ann@example.net\r\n\r\nI will come.")

    with pytest.raises(InvalidField) as caught:
        decided(waiting, after, accept=True, moment=MOMENT, partstat=YES)

    assert "belongs to no invitation" in str(caught.value)


def test_what_waited_while_the_slot_moved_no_longer_counts(
    book: Book, asked: Invitation, reply: Callable[..., bytes]
) -> None:
    after, waiting = held(book, reply(sender="aide@example.org"))
    assert asked.told
    told = replace(asked.told, sequence=2, asked=2, dtstamp=STAMP + timedelta(hours=1))
    moved = replace(after, invitations={asked.key: replace(asked, told=told)})

    found = decided(waiting, moved, accept=True, moment=MOMENT)

    assert (found.heard.outcome, found.invitation) == (Outcome.IGNORED, None)
    assert "before it changed" in found.heard.reason
