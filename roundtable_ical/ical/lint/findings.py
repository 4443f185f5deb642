"""What is wrong with a feed, and on which line."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
"""An error breaks RFC 5545 or 7986, or a client misreads it; a warning breaks a house rule."""

LIMIT = 20
"""Findings of one rule and severity that are told one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: the *rule*, the physical *line* (from 1), and what to write."""

    rule: str
    line: int
    message: str
    severity: Severity = "error"

    @property
    def is_error(self) -> bool:
        """Whether the standard is broken, or a client misreads the feed."""
        return self.severity == "error"

    def as_json(self) -> dict[str, str | int]:
        """Return the finding for programs."""
        return {
            "rule": self.rule,
            "line": self.line,
            "severity": self.severity,
            "message": self.message,
        }

    def __str__(self) -> str:
        return f"line {self.line}: {self.rule}: {self.message}"


class Report:
    """Collects findings, so many of each rule that a person still reads them."""

    def __init__(self) -> None:
        self._kept: list[Finding] = []
        self._counts: Counter[tuple[str, Severity]] = Counter()
        self._first_left_out: dict[tuple[str, Severity], int] = {}

    def error(self, rule: str, line: int, message: str) -> None:
        """Note that *line* breaks the standard or is misread."""
        self._add(Finding(rule, line, message, "error"))

    def warning(self, rule: str, line: int, message: str) -> None:
        """Note that *line* is legal, and not what we publish."""
        self._add(Finding(rule, line, message, "warning"))

    @property
    def count(self) -> int:
        """How much was noted so far."""
        return self._counts.total()

    def full(self, rule: str, severity: Severity) -> bool:
        """Tell whether another such finding would only be counted."""
        return self._counts[rule, severity] >= LIMIT

    def has_error(self, *rules: str) -> bool:
        """Tell whether one of *rules* has an error."""
        return any(self._counts[rule, "error"] for rule in rules)

    def error_lines(self) -> frozenset[int]:
        """Return the lines that have an error."""
        return frozenset(finding.line for finding in self._kept if finding.is_error)

    def findings(self) -> tuple[Finding, ...]:
        """Return everything found, by line."""
        more = [
            Finding(rule, line, _more(self._counts[rule, severity] - LIMIT), severity)
            for (rule, severity), line in self._first_left_out.items()
        ]
        return tuple(sorted(self._kept + more, key=lambda finding: (finding.line, finding.rule)))

    def _add(self, finding: Finding) -> None:
        key = finding.rule, finding.severity
        if self._counts[key] < LIMIT:
            self._kept.append(finding)
        else:
            self._first_left_out.setdefault(key, finding.line)
        self._counts[key] += 1


def quoted(text: str) -> str:
    """Return *text* in quotes, short and printable, whatever it holds."""
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def _more(count: int) -> str:
    return f"{count} more of this kind from here on; mend the ones above and check again"
