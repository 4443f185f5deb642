"""Pairs, one to one, that are the best taken together."""

from collections.abc import Mapping

LARGEST = 120
"""Rows up to which the best is searched; above, the best pair is taken first, again and again."""


def assigned(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return the pairs of row and column with the highest sum of *scores*.

    Args:
        scores: by row and column, above 0; what has none cannot be a pair.

    Source: H. W. Kuhn, The Hungarian Method for the Assignment Problem, 1955.
    """
    rows = sorted({row for row, _ in scores})
    columns = sorted({column for _, column in scores})
    if max(len(rows), len(columns)) > LARGEST:
        return _greedy(scores)
    size = max(len(rows), len(columns))
    costs = [
        [
            -scores.get((rows[i], columns[j]), 0.0) if i < len(rows) and j < len(columns) else 0.0
            for j in range(size)
        ]
        for i in range(size)
    ]
    found = (
        (rows[i], columns[j]) for i, j in _cheapest(costs) if i < len(rows) and j < len(columns)
    )
    return {row: column for row, column in found if (row, column) in scores}


def _greedy(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for row, column in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if row not in found and column not in taken:
            found[row] = column
            taken.add(column)
    return found


def _cheapest(costs: list[list[float]]) -> list[tuple[int, int]]:
    """Return row and column of each pair of the cheapest assignment of a square of *costs*.

    Rows are brought in one by one, each by the shortest augmenting path; *row_price* and
    *column_price* are the dual values that keep reduced costs from being negative.
    """
    size = len(costs)
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0] = row
        column, slack, came_from = 0, [float("inf")] * (size + 1), [0] * (size + 1)
        used = [False] * (size + 1)
        while row_of[column]:
            used[column] = True
            here, step, nearest = row_of[column], float("inf"), 0
            for other in range(1, size + 1):
                if used[other]:
                    continue
                reduced = costs[here - 1][other - 1] - row_price[here] - column_price[other]
                if reduced < slack[other]:
                    slack[other], came_from[other] = reduced, column
                if slack[other] < step:
                    step, nearest = slack[other], other
            for other in range(size + 1):
                if used[other]:
                    row_price[row_of[other]] += step
                    column_price[other] -= step
                else:
                    slack[other] -= step
            column = nearest
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return [(row_of[column] - 1, column - 1) for column in range(1, size + 1)]
