"""What is wrong with a programme, said so that its author can mend it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from roundtable_ical.errors import InvalidField, Origin


class Severity(StrEnum):
    """An error keeps the programme from being used; a warning wants a look; a note informs.

    A note says what was inferred from a document, why, and how sure that is.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


Path = tuple[str | int, ...]
"""Where in a programme: keys and positions (from 0), as ``("segments", 3, "start")``."""


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a problem: which value, and where it was written."""

    path: Path = ()
    origin: Origin | None = None

    @property
    def field(self) -> str:
        """The path as one word, positions from 0: ``segments[3].start``."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path)
        return "".join(parts).removeprefix(".")

    def __str__(self) -> str:
        return ", ".join(filter(None, (str(self.origin or ""), self.field)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a document leaves open and its author knows; *default* was taken meanwhile.

    *name* is that of the answer (`Given.answers`), as ``year``; *choices* is empty where any
    answer of its kind will do.
    """

    name: str
    words: str
    default: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong: *where*, what (*message*) and the way out (*hint*).

    *code* is a stable word for programs, as ``unknown-zone``. *sure* is how sure what was
    inferred is, from 0 to 1; *question* what would settle it.
    """

    severity: Severity
    code: str
    where: Where
    message: str
    hint: str = ""
    sure: float | None = None
    question: Question | None = None

    @classmethod
    def error(cls, code: str, path: Path, message: str, hint: str = "") -> Self:
        """Return an error at *path*."""
        where = Where(path)
        return cls(severity=Severity.ERROR, code=code, where=where, message=message, hint=hint)

    @classmethod
    def warning(cls, code: str, path: Path, message: str, hint: str = "") -> Self:
        """Return a warning at *path*."""
        where = Where(path)
        return cls(severity=Severity.WARNING, code=code, where=where, message=message, hint=hint)

    @classmethod
    def inferred(
        cls,
        code: str,
        path: Path,
        message: str,
        *,
        sure: float,
        hint: str = "",
        question: Question | None = None,
    ) -> Self:
        """Return a note on the value at *path*: a warning where a question comes with it."""
        return cls(
            severity=Severity.WARNING if question else Severity.NOTE,
            code=code,
            where=Where(path),
            message=message,
            hint=hint,
            sure=sure,
            question=question,
        )

    @property
    def is_error(self) -> bool:
        """Whether it keeps the programme from being used."""
        return self.severity is Severity.ERROR

    def at(self, path: Path) -> Self:
        """Return the problem for the value at *path*."""
        return replace(self, where=replace(self.where, path=path))

    def written_at(self, origin: Origin) -> Self:
        """Return the problem with the file and line it came from."""
        return replace(self, where=replace(self.where, origin=origin))

    def as_json(self) -> dict[str, str | int | float | None]:
        """Return the problem for programs; ``line`` counts from 1."""
        origin = self.where.origin
        sure = {} if self.sure is None else {"sure": self.sure}
        return {
            "severity": self.severity.value,
            "code": self.code,
            "file": origin.file if origin else None,
            "line": origin.line if origin else None,
            "field": self.where.field,
            "message": self.message,
            "hint": self.hint,
        } | sure

    def __str__(self) -> str:
        place = f"{self.where}: " if str(self.where) else ""
        return f"{place}{self.message}" + (f"; {self.hint}" if self.hint else "")


def problem_of(error: InvalidField, path: Path, code: str | None = None) -> Problem:
    """Return the problem that *error* is, at *path*; its code comes from the error's class."""
    message = f"{error.value!r} {error.reason}"
    return Problem.error(code or _code(type(error)), path, message, error.hint)


def _code(kind: type[InvalidField]) -> str:
    if kind is InvalidField:
        return "invalid-value"
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in kind.__name__)[1:]
