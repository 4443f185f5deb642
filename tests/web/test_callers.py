"""Whose address counts: a proxy is believed where it is ours."""

from ipaddress import ip_network

import pytest

from roundtable_ical.web.callers import Proxy, caller

OURS = ip_network("10.0.0.0/8")


@pytest.mark.parametrize(
    ("address", "forwarded", "proxy", "who"),
    [
        ("192.0.2.1", "", None, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.9", None, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.9", OURS, "192.0.2.1"),
        ("10.0.0.1", "198.51.100.9", OURS, "198.51.100.9"),
        ("10.0.0.1", "203.0.113.5, 198.51.100.9", OURS, "198.51.100.9"),
        ("10.0.0.1", "", OURS, "10.0.0.1"),
        ("10.0.0.1", "198.51.100.9,", OURS, "10.0.0.1"),
        ("", "198.51.100.9", OURS, "198.51.100.9"),
        ("", "198.51.100.9", None, ""),
    ],
)
def test_the_last_word_of_a_trusted_proxy_counts(
    address: str, forwarded: str, proxy: Proxy | None, who: str
) -> None:
    assert caller(address, forwarded, proxy) == who
