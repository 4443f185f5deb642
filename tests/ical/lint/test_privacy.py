from collections.abc import Callable

import pytest

Judge = Callable[..., list[str]]


@pytest.mark.parametrize(
    "line",
    [
        "RELATED-TO:2@events.example.org",
        "URL:https://example.org/maps/@40.7\\,-73.9",
        "URL:https://social.example.org/@anna",
        "X-PACKAGE:tool@1.2.3",
        "COMMENT:write to us @ the desk",
    ],
)
def test_an_at_sign_alone_is_no_address(judge: Judge, line: str) -> None:
    assert judge("SEQUENCE:0", f"SEQUENCE:0\n{line}") == []


@pytest.mark.parametrize(
    "line",
    ["COMMENT:anna.lind@mfa.example.se", "COMMENT:MAILTO:anna", "COMMENT:åsa@försäkring.example"],
)
def test_an_address_is_found_wherever_it_stands(judge: Judge, line: str) -> None:
    assert judge("SEQUENCE:0", f"SEQUENCE:0\n{line}") == ["warning E16"]
