"""Values that are named and used again, written out."""

import pytest

from roundtable_ical.exporters.yaml_aliases import is_shared, written_out
from roundtable_ical.exporters.yaml_values import composed, plain

FILE = """\
# head
a: &x
  - 1
  - &y "q, r"   # of y
b: *x   # of b
c: {k: *y, l: &z [*y, ~]}
d: *z
e: &m |
  two
  lines
f: *m
g: &x2 30
h: [*x2, *x2]
i: &n
j: *n
k: &o {v: "1"}
l: *o
# end
"""


def test_every_use_says_what_it_means_and_comments_stay() -> None:
    root = composed(FILE)
    assert root is not None

    found = written_out(FILE, root)

    assert (
        found
        == """\
# head
a:
  - 1
  - "q, r"   # of y
b: [1, "q, r"]   # of b
c: {k: "q, r", l: ["q, r", ~]}
d: ["q, r", ~]
e: |
  two
  lines
f: "two\\nlines\\n"
g: 30
h: [30, 30]
i:
j: ~
k: {v: "1"}
l: {v: "1"}
# end
"""
    )
    after = composed(found)
    assert after is not None
    assert plain(after) == plain(root)


@pytest.mark.parametrize(
    ("text", "shared"), [("a: &x 1\nb: *x\n", True), ("a: &x 1\nb: 1\n", False)]
)
def test_what_is_used_in_two_places_is_shared(text: str, shared: bool) -> None:
    root = composed(text)
    assert root is not None

    assert is_shared(root) is shared
