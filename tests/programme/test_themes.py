"""The threads through an agenda."""

import pytest
from pydantic import ValidationError

from roundtable_ical.programme.themes import Theme


def test_a_theme_may_have_a_colour_of_css() -> None:
    theme = Theme.model_validate({"id": "skills", "title": "Skills", "color": "darkorange"})

    assert theme.color == "darkorange"


@pytest.mark.parametrize(
    ("color", "hint"),
    [
        ("orange2", "write orange"),
        ("#ff8c00", "write a name such as teal or darkred"),
    ],
)
def test_another_colour_is_refused_with_what_to_write(color: str, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Theme.model_validate({"id": "skills", "title": "Skills", "color": color})

    assert caught.value.errors()[0]["ctx"]["error"].hint == hint
