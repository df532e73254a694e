"""Where a live link may send to and listen at: this machine, unless more is allowed knowingly."""

import ipaddress

from engine.base.errors import UsageError
from engine.base.text import Text

HERE = "127.0.0.1"


def checked(host: str, port: int, beyond: bool) -> tuple[str, int]:
    """An address as sockets take it. UsageError for what is none, and for one beyond this machine without `beyond`.

    Numbers only: names would be looked up, which tells others of it.
    """
    try:
        address = ipaddress.ip_address(HERE if host == "localhost" else host)
    except ValueError:
        raise _no_address(host) from None
    if not 0 < port < 65536:
        raise UsageError(Text("{0} is no port", port), Text("ports go from 1 to 65535"))
    if address.version != 4:
        raise _no_address(host)
    if not (beyond or address.is_loopback):
        raise UsageError(Text("{0} is beyond this machine, which must be allowed first", address))
    return str(address), port


def _no_address(host: str) -> UsageError:
    return UsageError(Text("{0} is no address", repr(host[:80])), Text("an address is written like {0}", HERE))


def is_here(host: str) -> bool:
    """Whether an address that a socket told is this machine's own."""
    return ipaddress.ip_address(host).is_loopback
