"""Where the steps are kept that can be undone: beside the file, under its name."""

from dataclasses import dataclass
from pathlib import Path

from roundtable_ical.cli.writing import written_whole
from roundtable_ical.errors import Unavailable
from roundtable_ical.services.undo import LONGEST, Step, steps_in, written


@dataclass(frozen=True, slots=True)
class UndoFile:
    """The steps of *programme*, a file, in ``.NAME.undo`` beside it."""

    programme: Path

    @property
    def file(self) -> Path:
        """Where they are; beside what a link leads to."""
        real = self.programme.resolve()
        return real.with_name(f".{real.name}.undo")

    def steps(self) -> tuple[Step, ...]:
        """Return the steps, oldest first; none where there is no file.

        Raises:
            Unavailable: the file cannot be read, or is none of ours.
        """
        try:
            with self.file.open("rb") as opened:
                content = opened.read(LONGEST + 1)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise Unavailable(f"{self.file}: {error.strerror or error}") from error
        return steps_in(content, str(self.file))

    def keep(self, steps: tuple[Step, ...]) -> None:
        """Keep *steps* in place of those there were; no file where there are none.

        Raises:
            Unavailable: they cannot be written.
        """
        if steps:
            written_whole(written(steps), self.file)
            return
        try:
            self.file.unlink(missing_ok=True)
        except OSError as error:
            raise Unavailable(f"{self.file}: {error.strerror or error}") from error
