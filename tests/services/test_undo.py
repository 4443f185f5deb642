"""What a file was before it was changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.errors import InvalidField, Unavailable
from roundtable_ical.services.undo import LARGEST, MOST, Step, digest, steps_in, undone, written

FIRST = Step(order="shift", before=b"zero", after=digest(b"one"))
SECOND = Step(order="swap", before=b"one", after=digest(b"two"))
STEPS = st.lists(
    st.builds(Step, order=st.text(), before=st.binary(), after=st.binary().map(digest)), max_size=5
)


def test_the_last_step_is_undone_first() -> None:
    assert undone((FIRST, SECOND), b"two", "day.yaml") == (SECOND, (FIRST,))
    assert undone((FIRST,), b"one", "day.yaml") == (FIRST, ())


def test_a_file_that_was_edited_since_is_left_alone() -> None:
    with pytest.raises(InvalidField) as refused:
        undone((FIRST, SECOND), b"edited", "day.yaml")

    assert str(refused.value) == (
        "undo: 'swap' was followed by other edits; "
        "take that back first, or change the times by hand"
    )


def test_a_step_that_was_never_written_is_passed_over() -> None:
    assert undone((FIRST, SECOND), b"one", "day.yaml") == (FIRST, ())


def test_nothing_is_left_to_be_undone() -> None:
    for steps in ((), (FIRST,)):
        with pytest.raises(InvalidField, match="has nothing to be undone"):
            undone(steps, b"zero", "day.yaml")


@given(STEPS)
def test_steps_are_kept_to_the_byte(steps: list[Step]) -> None:
    assert steps_in(written(steps), "steps") == tuple(steps)


def test_the_oldest_of_many_steps_go() -> None:
    many = [Step(order=str(number), before=b"", after="") for number in range(MOST + 5)]

    assert steps_in(written(many), "steps") == tuple(many[5:])


@pytest.mark.parametrize(
    "content",
    [
        b"no json",
        b"[]",
        b"{}",
        b'{"order": "a", "after": "b", "before": "%%"}',
        b'{"order": "a", "after": "b", "before": "AAAA"}',
        written([FIRST])[:-12],
        b"[" * 100_000,
        b"\xff",
        written([Step(order="bomb", before=b"0" * (LARGEST + 1), after="")]),
    ],
    ids=["words", "list", "empty", "base64", "zlib", "cut", "deep", "bytes", "bomb"],
)
def test_what_keeps_no_steps_is_told(content: bytes) -> None:
    with pytest.raises(Unavailable) as refused:
        steps_in(content, ".event.yaml.undo")

    assert str(refused.value) == (
        ".event.yaml.undo: keeps no steps that can be undone; take it away, and undo by hand"
    )
