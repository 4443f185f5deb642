"""Who a header field or a calendar names."""

import pytest

from roundtable_ical.itip.reading.mailboxes import (
    calendar_mailbox,
    domain,
    mailboxes,
    same_mailbox,
)


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("guy@example.org", ("guy@example.org",)),
        ("Guy Ryder <guy@example.org>", ("guy@example.org",)),
        ('"Ryder, Guy" <guy@example.org>', ("guy@example.org",)),
        ("guy@example.org (Guy (ILO) Ryder)", ("guy@example.org",)),
        ("ann@example.org <bob@example.net>", ("bob@example.net",)),
        ('"ann@example.org" <bob@example.net>', ("bob@example.net",)),
        ("(ann@example.org) bob@example.net", ("bob@example.net",)),
        ("ann@example.org, bob@example.net", ("ann@example.org", "bob@example.net")),
        ("<ann@example.org> <bob@example.net>", ("",)),
        ("Desk: ann@example.org;", ("ann@example.org",)),
        ("Ryder, Guy <guy@example.org>", ("guy@example.org",)),
        ("Ryder, Guy, Mr. <guy@example.org>", ("guy@example.org",)),
        ("ann@example.org, Guy <guy@example.org>", ("ann@example.org", "guy@example.org")),
        ("<ann@example.org>, Guy <guy@example.org>", ("ann@example.org", "guy@example.org")),
        ('"never closed <ann@example.org>', ()),
        ("nobody", ("",)),
        ("", ()),
    ],
)
def test_only_the_mailbox_itself_is_one(field: str, found: tuple[str, ...]) -> None:
    assert mailboxes(field) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("mailto:guy@example.org", "guy@example.org"),
        ("MAILTO:Guy@Example.org", "Guy@Example.org"),
        ("guy@example.org", "guy@example.org"),
        ("mailto:guy%2Bun@example.org?subject=x", "guy+un@example.org"),
        ("mailto:<guy@example.org>", "guy@example.org"),
        ("mailto:Guy Ryder <guy@example.org>", "guy@example.org"),
        ("Guy Ryder <guy@example.org>", "guy@example.org"),
        ("urn:uuid:5F1B", ""),
        ("invalid:nomail", ""),
    ],
)
def test_a_calendar_address_is_plain_with_or_without_its_scheme(value: str, found: str) -> None:
    assert calendar_mailbox(value) == found


def test_mailboxes_compare_without_case_and_nothing_is_no_mailbox() -> None:
    assert same_mailbox("GUY@example.org", "guy@Example.ORG")
    assert not same_mailbox("guy+un@example.org", "guy@example.org")
    assert not same_mailbox("", "")
    assert same_mailbox("guy@xn--exmple-cua.org", "Guy@EXÄMPLE.org")
    assert not same_mailbox("guy@exämple.org", "guy@example.org")
    assert not same_mailbox(f"guy@{'ä' * 300}", "guy@example.org")
    assert domain("guy@Example.ORG") == "example.org"
    assert domain("guy@exämple.org") == "xn--exmple-cua.org"
