"""Which web addresses may be fetched, and the network address that each stands for."""

import ipaddress
import socket
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizgen.errors import InputError

ADVICE = "check the address, or save the page and give the file"
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

Lookup = Callable[..., list[Any]]
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A web address taken apart."""

    scheme: str
    host: str
    """In ASCII, lower case, without brackets."""
    port: int
    target: str
    """Path and query, quoted."""

    @property
    def url(self) -> str:
        """The whole address, to resolve redirects against."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


def parse_address(url: str) -> Address:
    """Return the parts of ``url``.

    Raises:
        InputError: if it is no http or https address, or holds a password.
    """
    shown = " ".join(url.split())[:300]
    try:
        parts = urllib.parse.urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        host = host if ":" in host else host.encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:
        raise InputError(f"{shown}: is no web address; {ADVICE}") from error
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host or any(mark in host for mark in " /\\\t\r\n"):
        raise InputError(f"{shown}: is no http or https address; {ADVICE}")
    if "@" in parts.netloc:
        raise InputError(f"{parts.hostname}: the address holds a name or password; leave it out")
    path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    target = f"{path}?{query}" if query else path
    return Address(scheme=scheme, host=host, port=port or _PORTS[scheme], target=target)


def resolve(
    address: Address, *, allowed: Callable[[str], bool], lookup: Lookup = socket.getaddrinfo
) -> list[str]:
    """Return the network addresses of the host, all of them checked; connect to these only.

    Args:
        address: whose host is looked up once.
        allowed: tells whether a network address may be used; ``is_public`` or ``is_any``.
        lookup: as ``socket.getaddrinfo``.

    Raises:
        InputError: if the host is unknown, or any of its addresses is not allowed.
    """
    try:
        found = lookup(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{address.url}: the host is unknown; {ADVICE}") from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for number in numbers:
        if not allowed(number):
            raise InputError(
                f"{address.url}: leads to this machine or a private network ({number});"
                " save the page and give the file"
            )
    return numbers


def is_any(number: str) -> bool:
    """Allow every network address."""
    return bool(number)


def is_public(number: str) -> bool:
    """Tell whether a network address, as text, belongs to the public internet.

    Addresses that carry another inside (IPv4-mapped, 6to4, Teredo, NAT64) are judged by both.

    >>> [is_public(each) for each in ("8.8.8.8", "10.0.0.1", "::ffff:127.0.0.1", "169.254.1.1")]
    [True, False, False, False]
    """
    try:
        ip = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(each) for each in (ip, *_inside(ip)))


def _is_global(ip: IPAddress) -> bool:
    # A mapped address is not global itself; what it carries is judged.
    mapped = isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None
    carries = isinstance(ip, ipaddress.IPv6Address) and bool(_inside(ip))
    refused = ip.is_multicast or ip.is_loopback or ip.is_link_local or ip.is_unspecified
    return mapped or carries or (ip.is_global and not refused)


def _inside(ip: IPAddress) -> list[IPAddress]:
    if not isinstance(ip, ipaddress.IPv6Address):
        return []
    inside: list[IPAddress] = [each for each in (ip.ipv4_mapped, ip.sixtofour) if each]
    inside.extend(ip.teredo or ())
    # The prefix of NAT64, and none at all: IPv4-compatible, long out of use.
    if ip in _NAT64 or int(ip) < 2**32:
        inside.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return inside
