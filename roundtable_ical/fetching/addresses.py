"""Which machines may be asked: never, unasked, those that only this one can see."""

import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from roundtable_ical.errors import Unavailable

Address = IPv4Address | IPv6Address
_TRANSLATED = ip_network("64:ff9b::/96")
_COMPATIBLE = ip_network("::/96")


def is_public(address: Address) -> bool:
    """Whether *address* is one of the open internet, and so is every IPv4 address inside it.

    Source: RFC 6890; for what IPv6 carries: RFC 4291 section 2.5.5, 3056, 4380, 6052.
    """
    return all(each.is_global and not each.is_multicast for each in _meant(address))


def _meant(address: Address) -> Iterator[Address]:
    """Yield *address*, or the IPv4 addresses that it leads to."""
    if isinstance(address, IPv4Address):
        yield address
    elif address.ipv4_mapped:
        yield address.ipv4_mapped
    elif address in _COMPATIBLE or address in _TRANSLATED:
        yield from (address, IPv4Address(int(address) & 0xFFFF_FFFF))
    else:
        yield address
        yield from filter(None, (address.sixtofour, *(address.teredo or ())))


def resolved(host: str, port: int, *, private: bool) -> tuple[str, ...]:
    """Return the addresses of *host* that may be asked, in the resolver's order.

    Args:
        host: a name or an address.
        port: where on it.
        private: whether addresses that are not public will do.

    Raises:
        Unavailable: there is no such host, or it has no address that may be asked.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unavailable(f"{host}: {getattr(error, 'strerror', None) or error}") from error
    found = tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))
    usable = tuple(
        each for each in found if private or is_public(ip_address(each.partition("%")[0]))
    )
    if not usable:
        where = f"{host} is {found[0]}" if found[0] != host else host
        hint = "--private fetches from it all the same"
        raise Unavailable(f"{where}, an address that only this network can see; {hint}")
    return usable
