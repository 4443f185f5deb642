"""Who asks, behind a proxy too: the address that counts."""

from ipaddress import IPv4Network, IPv6Network, ip_address

Proxy = IPv4Network | IPv6Network


def caller(address: str, forwarded: str, proxy: Proxy | None) -> str:
    """Return the address of who asks: the proxy's last word, where it is the one we trust.

    Args:
        address: of who connects.
        forwarded: ``X-Forwarded-For``, empty without.
        proxy: whose word is believed; None: nobody's.
    """
    try:
        trusted = proxy is not None and ip_address(address) in proxy
    except ValueError:  # a socket of this machine: nobody else could be there
        trusted = proxy is not None
    return forwarded.rpartition(",")[2].strip() or address if trusted else address
