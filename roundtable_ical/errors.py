"""Everything that can go wrong, in one tree.

    RoundtableError
    ├── InvalidField (ValueError)        one value cannot be used
    │   ├── UnknownZone                  no such time zone
    │   ├── SkippedTime                  the clock jumps over this wall time
    │   └── RepeatedTime                 the clock shows this wall time twice
    ├── InvalidProgramme                 a programme with errors; carries all of them
    ├── UnknownId (LookupError)          no segment, theme, speaker or venue has this id
    ├── DoesNotFit                       an order for which there is no time; says what gives
    ├── RevisionConflict                 somebody else published in between
    ├── UnpublishableFeed                a feed that would break in calendars
    ├── UnknownFormat (LookupError)      no importer or exporter for this
    ├── InvalidSetting (ValueError)      a setting of the installation cannot be used
    ├── Refused                          a mail server will never take a message
    └── Unavailable (OSError)            the outside world failed: file, store, mail, network
        ├── Unreadable                   what a store keeps of one event cannot be read
        ├── Unreachable                  a mail server takes nothing now, whoever it is for
        └── Unsure                       nobody knows whether a message has left

In: nothing.  Out: exceptions, `Origin`, `located`.  May import: nothing of ours.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written: *file* as the caller named it, *line* counted from 1."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}" if self.line else self.file


class Finding(Protocol):
    """What `InvalidProgramme` knows of a problem (`roundtable_ical.programme.problems.Problem`)."""

    @property
    def message(self) -> str:
        """What is wrong."""
        ...

    @property
    def hint(self) -> str:
        """The way out."""
        ...


class RoundtableError(Exception):
    """The root: catch it to catch whatever this package raises on purpose."""


class InvalidField(RoundtableError, ValueError):
    """One value cannot be used; says which, where it stood and what would do."""

    def __init__(
        self,
        field: str,
        value: object,
        reason: str,
        *,
        hint: str = "",
        origin: Origin | None = None,
    ) -> None:
        where = f"{origin}, " if origin else ""
        way_out = f"; {hint}" if hint else ""
        super().__init__(f"{where}{field}: {value!r} {reason}{way_out}")
        self.field = field
        self.value = value
        self.reason = reason
        self.hint = hint
        self.origin = origin


class UnknownZone(InvalidField):
    """No time zone of this name; the hint holds the nearest ones."""


class SkippedTime(InvalidField):
    """The clock jumps over this wall time, so it never happens (a gap)."""


class RepeatedTime(InvalidField):
    """The clock shows this wall time twice and nobody said which (a fold)."""


class InvalidProgramme(RoundtableError):
    """A programme that cannot be used as it is; `problems` holds every reason.

    No ValueError: pydantic would wrap one, and the list of problems with it.
    """

    def __init__(self, problems: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class UnknownId(RoundtableError, LookupError):
    """No *kind* has this id; `known` lists the ids that exist, in programme order."""

    def __init__(self, kind: str, wanted: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.wanted = wanted
        self.known = tuple(known)
        existing = ", ".join(self.known) or "none"
        super().__init__(f"there is no {kind} {wanted!r}; there is: {existing}")


class DoesNotFit(RoundtableError):
    """There is not enough time for what was ordered; the message says what can give."""


class RevisionConflict(RoundtableError):
    """Somebody else published in between; *missed* holds their revisions, oldest first."""

    def __init__(self, event_id: str, missed: Sequence[object]) -> None:
        self.event_id = event_id
        self.missed = tuple(missed)
        what = "; ".join(map(str, self.missed)) or "a newer revision"
        super().__init__(f"{event_id}: somebody else published in between: {what}")


class UnpublishableFeed(RoundtableError):
    """A feed that would break in calendars, so nothing was published; names path and rule."""


class UnknownFormat(RoundtableError, LookupError):
    """No importer or exporter takes this; the message lists those that are installed."""


class InvalidSetting(RoundtableError, ValueError):
    """A setting of the installation cannot be used; names it and what would do."""


class Unavailable(RoundtableError, OSError):
    """The outside world failed (a file, a store, mail, the network)."""


class Unreadable(Unavailable):
    """What a store keeps of one event cannot be read; other events are well."""


class Unreachable(Unavailable):
    """A mail server takes no message at all now: it is away, or refuses whoever sends."""


class Unsure(Unavailable):
    """A message went to the mail server, and what the server said of it was lost."""


@contextmanager
def located(origin: Origin) -> Iterator[None]:
    """Give every `InvalidField` raised inside the file and line it came from."""
    try:
        yield
    except InvalidField as error:
        if error.origin:
            raise
        raise type(error)(
            error.field, error.value, error.reason, hint=error.hint, origin=origin
        ) from error


class Refused(RoundtableError):
    """A mail server will never take a message; says why in its own words."""
