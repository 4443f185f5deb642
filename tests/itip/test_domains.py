import pytest

from roundtable_ical.itip.domains import in_ascii


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("guy@example.org", "guy@example.org"),
        ("Guy@Example.ORG", "Guy@Example.ORG"),
        ("zoë@exämple.org", "zoë@xn--exmple-cua.org"),
        ("info@例え.テスト", "info@xn--r8jz45g.xn--zckzah"),
        ("guy@" + "ä" * 70 + ".org", "guy@" + "ä" * 70 + ".org"),
        ("guy@ä..org", "guy@ä..org"),
    ],
)
def test_a_domain_is_written_in_ascii_where_it_can_be(address: str, written: str) -> None:
    assert in_ascii(address) == written
    assert in_ascii(written) == written
