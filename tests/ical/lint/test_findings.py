import json

from roundtable_ical.ical.lint.findings import LIMIT, Finding, Report, quoted


def test_a_finding_says_line_rule_and_what_to_write() -> None:
    finding = Finding("O2", 12, "this line has 93 octets; fold after 75 (RFC 5545 section 3.1)")

    assert str(finding) == (
        "line 12: O2: this line has 93 octets; fold after 75 (RFC 5545 section 3.1)"
    )


def test_a_finding_can_be_read_by_programs() -> None:
    finding = Finding("C3", 4, "write both", "warning")

    assert json.loads(json.dumps(finding.as_json())) == {
        "rule": "C3",
        "line": 4,
        "severity": "warning",
        "message": "write both",
    }


def test_so_many_of_a_kind_are_told_and_the_rest_is_counted() -> None:
    report = Report()

    for line in range(1, LIMIT + 6):
        report.error("O4", line, "blank")

    *told, last = report.findings()
    assert [finding.line for finding in told] == list(range(1, LIMIT + 1))
    assert (last.line, last.severity) == (LIMIT + 1, "error")
    assert last.message.startswith("5 more")


def test_warnings_do_not_crowd_out_errors() -> None:
    report = Report()

    for line in range(1, 1000):
        report.warning("O5", line, "raw comma in X-WR-CALDESC")
    report.error("O5", 1000, "no colon")

    assert [finding.line for finding in report.findings() if finding.is_error] == [1000]


def test_findings_come_by_line() -> None:
    report = Report()

    report.error("E1", 9, "later")
    report.warning("C3", 2, "earlier")

    assert [finding.rule for finding in report.findings()] == ["C3", "E1"]


def test_what_is_quoted_can_be_printed_and_is_short() -> None:
    assert quoted("\x1b[2J\udcff") == r"'\x1b[2J\udcff'"
    assert len(quoted("x" * 1000)) == 62
