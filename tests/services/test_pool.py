"""One process of a server counts for all, and another one when it ends."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from roundtable_ical.services.count_visits import Visit
from roundtable_ical.services.pool import Pool


def visit(number: int, agent: str = "khal") -> Visit:
    address = f"192.0.2.{number}"
    return Visit("breakfast", "agenda.ics", agent, address, '"old"', '"new"', bodiless=False)


@pytest.fixture
def three(tmp_path: Path) -> Iterator[tuple[Pool, Pool, Pool]]:
    pools = Pool(tmp_path), Pool(tmp_path), Pool(tmp_path)
    yield pools
    for pool in pools:
        pool.close()


def heard(pool: Pool) -> list[Visit]:
    return [*pool.received(0.3, lambda: True)]


def test_the_first_counts_and_the_others_pass_on(three: tuple[Pool, Pool, Pool]) -> None:
    first, second, third = three

    assert not first.passed_on([visit(1)])
    assert second.passed_on([visit(2), visit(3)])
    assert third.passed_on([visit(4)])

    assert [pool.counts for pool in three] == [True, False, False]
    assert heard(first) == [visit(2), visit(3), visit(4)]
    assert heard(second) == []


def test_many_visits_arrive_all(three: tuple[Pool, Pool, Pool]) -> None:
    first, second, _ = three
    many = [visit(number, "x" * 290 + "ü\udcff") for number in range(480)]
    first.passed_on([])

    with ThreadPoolExecutor(1) as threads:
        passed_on = threads.submit(second.passed_on, many)
        found = [*first.received(1, lambda: True)]

    assert passed_on.result()
    assert found == many


def test_where_the_one_that_counts_ends_another_does(three: tuple[Pool, Pool, Pool]) -> None:
    first, second, third = three
    first.passed_on([])
    first.close()

    assert not second.passed_on([visit(1)])
    assert third.passed_on([visit(2)])
    assert not second.passed_on([])

    assert heard(second) == [visit(2)]


def test_who_listens_stops_when_all_ends(three: tuple[Pool, Pool, Pool]) -> None:
    three[0].passed_on([])

    assert [*three[0].received(60, lambda: False)] == []


def test_long_names_are_cut(three: tuple[Pool, Pool, Pool]) -> None:
    first, second, _ = three
    first.passed_on([])

    second.passed_on([visit(1, "x" * 10_000)])

    assert heard(first) == [visit(1, "x" * 300)]


def test_without_a_folder_everybody_counts(tmp_path: Path) -> None:
    assert not Pool(tmp_path / "gone").passed_on([visit(1)])
