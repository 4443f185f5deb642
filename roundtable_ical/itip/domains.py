"""Mail addresses as every server and mail program takes them: the domain in the letters of DNS."""


def in_ascii(address: str) -> str:
    """Return *address* with its domain in ASCII, so that all that is compared is written alike.

    One that cannot be written so stays as it is. Source: RFC 3490 (IDNA 2003).

    >>> in_ascii("zoë@exämple.org")
    'zoë@xn--exmple-cua.org'
    """
    local, at, domain = address.rpartition("@")
    if domain.isascii():
        return address
    try:
        return f"{local}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return address
