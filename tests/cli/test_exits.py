"""How a command ends says whose turn it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from roundtable_ical.cli.exits import INPUT_HAS_ERRORS, WORLD_FAILED, WRONG_USAGE


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("outbox", "list"), 0),
        (("outbox", "show", "nothing"), INPUT_HAS_ERRORS),
        (("outbox", "list", "--state", "lost"), WRONG_USAGE),
        (("answers", "FILE", "missing.eml"), WORLD_FAILED),
    ],
)
def test_each_end_has_its_number(
    typed: Callable[..., Result], guests: Path, words: tuple[str, ...], code: int
) -> None:
    done = typed(*(str(guests) if word == "FILE" else word for word in words))

    assert done.exit_code == code
