from roundtable_ical.ical.lint import lint
from roundtable_ical.ical.lint.findings import Report
from roundtable_ical.ical.lint.octets import MAX_LINES, physical


def test_a_line_of_75_octets_is_not_too_long() -> None:
    report = Report()

    lines = physical(b"X" * 75 + b"\r\n" + "Ö".encode() * 38 + b"\r\n", report)

    assert [len(line) for line in lines] == [75, 76]
    assert [str(finding) for finding in report.findings()] == [
        "line 2: O2: this line has 76 octets; fold after 75 (RFC 5545 section 3.1)"
    ]


def test_bare_line_ends_are_counted_and_the_first_is_named() -> None:
    report = Report()

    assert physical(b"A\r\nB\nC\nD\rE\r\n", report) == [b"A", b"B", b"C", b"D", b"E"]
    assert [(finding.line, finding.message[:40]) for finding in report.findings()] == [
        (2, "this line ends with LF alone (and 1 more"),
        (4, "this line ends with CR alone; end every "),
    ]


def test_the_last_line_needs_an_end_too() -> None:
    report = Report()

    physical(b"A\r\nB", report)

    assert [(finding.rule, finding.line) for finding in report.findings()] == [("O1", 2)]


def test_a_feed_without_measure_is_read_in_part() -> None:
    report = Report()

    lines = physical(b"A\r\n" * (MAX_LINES + 1), report)

    assert len(lines) == MAX_LINES
    assert "split it" in report.findings()[0].message


def test_ten_million_octets_of_garbage_give_few_findings() -> None:
    for octets in (b"\n", b"\0", b"@", b" a\n", b"a;\r\n", b"BEGIN:VEVENT\r\n"):
        assert 0 < len(lint(octets * (10_000_000 // len(octets)))) < 150
