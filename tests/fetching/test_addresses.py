"""Which addresses may be asked."""

from ipaddress import ip_address

import pytest

from roundtable_ical.errors import Unavailable
from roundtable_ical.fetching.addresses import is_public, resolved


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "10.0.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1"),
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1"),
        *("255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1"),
        *("64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:a00:1::1"),
    ],
)
def test_what_only_this_network_can_see_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "151.101.1.6", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_the_open_internet_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "0x7f.1", "2130706433"])
def test_a_machine_of_this_network_is_asked_only_where_that_is_wanted(host: str) -> None:
    """The resolver reads numbers in many ways; what counts is what it makes of them."""
    with pytest.raises(Unavailable, match="an address that only this network can see; --private"):
        resolved(host, 443, private=False)

    assert {*resolved(host, 443, private=True)} <= {"127.0.0.1", "::1"}


def test_a_host_that_does_not_exist_is_told() -> None:
    with pytest.raises(Unavailable, match=r"^nowhere\.invalid: "):
        resolved("nowhere.invalid", 443, private=False)
