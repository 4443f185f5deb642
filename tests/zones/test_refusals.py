import pytest

from roundtable_ical.zones.names import zone
from roundtable_ical.zones.refusals import nearest, offset_refused, refused


@pytest.mark.parametrize(
    ("text", "key"),
    [("Kiev", "Europe/Kyiv"), ("Saigon", "Asia/Ho_Chi_Minh"), ("Calcutta", "Asia/Kolkata")],
)
def test_a_city_is_found_by_its_former_name(text: str, key: str) -> None:
    assert nearest(text) == (key,)


def test_a_city_comes_before_a_similar_spelling() -> None:
    assert nearest("Basel") == ("Europe/Zurich",)


def test_a_wide_country_shows_a_zone_for_each_rule() -> None:
    assert nearest("Brazil")[0] != nearest("Brazil")[1]
    assert nearest("Germany") == ("Europe/Berlin",)


def test_nothing_is_near_nonsense() -> None:
    assert nearest("qqqqqqqq") == ()


def test_etc_names_count_west_as_positive() -> None:
    west, offset = refused("Etc/GMT+8"), offset_refused("Etc/GMT+8", -8 * 3600)

    assert str(west) == str(offset)
    assert "America/Los_Angeles" in west.hint


def test_whatever_a_hint_proposes_can_be_written() -> None:
    for text in ("EST", "CST", "UTC+2", "Japan", "Geneva", "Brazil", "Pacific Time", "MST7MDT"):
        proposed = [word.strip(",?;") for word in refused(text).hint.split() if "/" in word]
        assert proposed
        assert [zone(key).key for key in proposed] == proposed
