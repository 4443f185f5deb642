"""Minutes taken off several items: in proportion, or by leaving some out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Giver:
    """Who may give minutes: *weight* is what its share goes by, *most* what it can give."""

    id: str
    weight: int
    most: int


def shared(minutes: int, givers: Sequence[Giver]) -> Mapping[str, int]:
    """Return how many of *minutes* each of *givers* gives, in proportion to their weights.

    Whole minutes by the largest remainder, so that equal ones differ by one at most, the earlier
    ones first. Nobody gives more than it can; what it cannot, the others do. All that they can,
    where that is less than *minutes*.
    """
    given = {giver.id: 0 for giver in givers}
    left = min(minutes, sum(giver.most for giver in givers))
    open_ = [giver for giver in givers if giver.most and giver.weight]
    while left:
        whole = sum(giver.weight for giver in open_)
        full = [giver for giver in open_ if left * giver.weight >= giver.most * whole]
        if not full:
            break
        # Who has reached its most is done; the others share what is left.
        for giver in full:
            given[giver.id] = giver.most
        left -= sum(giver.most for giver in full)
        open_ = [giver for giver in open_ if giver not in full]
    if left:
        whole = sum(giver.weight for giver in open_)
        for giver in open_:
            given[giver.id] = left * giver.weight // whole
        rest = left - sum(given[giver.id] for giver in open_)
        in_order = sorted(open_, key=lambda giver: -(left * giver.weight % whole))
        for giver in in_order[:rest]:
            given[giver.id] += 1
    return given


def fewest(minutes: int, givers: Sequence[Giver]) -> tuple[str, ...] | None:
    """Return the ids of those of *givers* that together have *minutes*, and the least beyond them.

    Each is taken whole, with its *weight*. Of equal sums the one of the fewest counts, then the
    later ones. None where all together have less.
    """
    if sum(giver.weight for giver in givers) < minutes:
        return None
    best: dict[int, tuple[int, ...]] = {0: ()}
    for at in reversed(range(len(givers))):
        weight = givers[at].weight
        for total, places in list(best.items()):
            # Who has enough already needs no other.
            if total < minutes:
                known = best.get(total + weight)
                if known is None or len(places) + 1 < len(known):
                    best[total + weight] = (at, *places)
    total = min(total for total in best if total >= minutes)
    return tuple(givers[at].id for at in best[total])
