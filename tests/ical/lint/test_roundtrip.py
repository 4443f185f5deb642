from collections.abc import Callable

from roundtable_ical.ical.lint import lint

Bend = Callable[..., bytes]
Judge = Callable[..., list[str]]


def test_a_value_that_the_parser_drops_is_told_on_its_line(bend: Bend) -> None:
    (finding,) = lint(bend("SEQUENCE:0\n", "SEQUENCE:0\nPRIORITY:high\n"))

    assert (finding.rule, finding.line) == ("O8", 33)
    assert "icalendar drops 'PRIORITY'" in finding.message


def test_what_a_rule_has_told_is_not_told_again(judge: Judge) -> None:
    assert judge("SEQUENCE:0", "SEQUENCE:none") == ["error E7"]


def test_a_feed_too_large_to_be_read_back_says_so(bend: Bend) -> None:
    comments = "COMMENT:" + "x" * 60
    feed = bend("SEQUENCE:0\n", "SEQUENCE:0\n" + f"{comments}\n" * 20_000)

    (finding,) = lint(feed)

    assert (finding.rule, finding.severity) == ("O8", "warning")
