"""Take back what an order has changed."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import Result
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from roundtable_ical import SideEvent
from roundtable_ical.exporters.yaml import written as as_yaml
from tests.scheduling.agendas import agendas

Typed = Callable[..., Result]


def test_the_last_step_is_undone_to_the_byte_then_the_one_before(
    typed: Typed, breakfast: Path
) -> None:
    first = breakfast.read_bytes()
    typed("swap", str(breakfast), "perceptions", "governance", "--yes")
    second = breakfast.read_bytes()
    typed("cancel", str(breakfast), "video", "--close-gap", "--yes")
    third = breakfast.read_bytes()

    once = typed("undo", str(breakfast), "--yes")
    assert breakfast.read_bytes() == second
    twice = typed("undo", str(breakfast), "--yes")
    assert breakfast.read_bytes() == first
    never = typed("undo", str(breakfast), "--yes")

    assert len({first, second, third}) == 3
    assert once.output.splitlines()[0] == "hld-2013: undo: cancel video --close-gap"
    assert once.output.splitlines()[-1] == (
        f"{breakfast}: written; as it was; 1 step before it can be undone"
    )
    assert (once.exit_code, twice.exit_code, never.exit_code) == (0, 0, 1)
    assert not breakfast.with_name(".event.yaml.undo").exists()


def test_a_file_that_was_edited_since_is_not_undone(typed: Typed, breakfast: Path) -> None:
    typed("cancel", str(breakfast), "video", "--yes")
    breakfast.write_bytes(breakfast.read_bytes() + b"# mine\n")

    done = typed("undo", str(breakfast), "--yes")

    assert (done.exit_code, done.output) == (
        1,
        "roundtable: undo: 'cancel video' was followed by other edits; "
        "take that back first, or change the times by hand\n",
    )
    assert breakfast.read_bytes().endswith(b"# mine\n")


def test_the_history_says_what_was_undone_of_a_file(typed: Typed, breakfast: Path) -> None:
    typed("publish", str(breakfast))
    typed("cancel", str(breakfast), "video", "--publish", "--yes")

    typed("undo", str(breakfast), "--publish", "--yes")

    last = typed("history", "hld-2013").output.splitlines()[-2]
    assert last.partition(": ")[2] == "undone: cancel video"


def test_an_event_of_the_store_is_published_and_undone_there(typed: Typed, breakfast: Path) -> None:
    typed("publish", str(breakfast))

    late = typed(
        "shift", "hld-2013", "--from", "closing", "--by", "5m", "--fit", "overrun", "--yes"
    )
    later = typed("cancel", "hld-2013", "video", "--yes")
    undone = [typed("undo", "hld-2013", "--yes") for _ in range(3)]
    history = typed("history", "hld-2013").output

    assert [each.exit_code for each in (late, later, *undone)] == [0, 0, 0, 0, 1]
    assert [line.partition(": ")[2] for line in history.splitlines() if line[:1] != " "] == [
        "",
        "shift --from closing --by 5m --fit overrun",
        "cancel video",
        "undone: cancel video; as in revision 2",
        "undone: shift --from closing --by 5m --fit overrun; as in revision 1",
    ]
    assert "has nothing to be undone; there is no revision before" in undone[-1].output


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(agendas(), st.data())
def test_a_shift_and_its_undoing_give_the_same_bytes(
    typed: Typed, event: SideEvent, data: st.DataObject
) -> None:
    free = [each for each in event.occurrences if not each.segment.fixed]
    assume(free)
    lead, by = data.draw(st.sampled_from(free)), data.draw(st.integers(-30, 30).filter(bool))
    fit = data.draw(st.sampled_from(["shorten", "drop", "overrun"]))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "event.yaml"
        before = b"# By hand.\n" + as_yaml(event).replace(b"segments:", b"segments:   # all")
        file.write_bytes(before)

        done = typed("shift", folder, "--from", lead.id, f"--by={by}m", "--fit", fit, "--yes")

        assert (done.exit_code == 0) is (file.read_bytes() != before), done.output
        if done.exit_code == 0:
            assert file.read_bytes().startswith(b"# By hand.\n")
            assert b"# all" in file.read_bytes()
            assert typed("undo", folder, "--yes").exit_code == 0
        assert file.read_bytes() == before
