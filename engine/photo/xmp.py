"""XMP packets (ISO 16684-1), made true again for a picture that was turned upright, edited, and has no thumbnail."""

from typing import TYPE_CHECKING

from engine.photo.limits import MOST_XMP_BYTES

if TYPE_CHECKING:
    from xml.dom.minidom import Element

_TIFF, _EXIF = "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/"
_GONE = ("http://ns.adobe.com/hdr-gain-map/1.0/", "http://ns.google.com/photos/1.0/",
         "http://ns.apple.com/HDRGainMap/1.0/")
"""Of second pictures in the file (gain maps, depth, films), which an edited copy does not have."""
_GONE_NAMES = {("http://ns.adobe.com/xap/1.0/", "Thumbnails"), ("http://ns.adobe.com/xmp/note/", "HasExtendedXMP")}
_UNLIKE_XMP = (b"<!DOCTYPE", b"<!ENTITY", b"\0")
"""Words that unpack to many, and letters of more than one byte, in which such words would not be found: in pictures a
packet is UTF-8."""
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_END = '\n<?xpacket end="w"?>'


def cleaned(packet: bytes | None) -> tuple[int | None, bytes | None]:
    """The orientation it states (1..8, None for none), and the packet to hand on: upright, without position,
    thumbnails and second pictures. A damaged one is as good as none."""
    packet = (packet or b"").strip(b"\0 \r\n\t")
    if not packet or len(packet) > MOST_XMP_BYTES or any(mark in packet for mark in _UNLIKE_XMP):
        return None, None
    from xml.dom import minidom

    try:
        start = packet.index(b"<", packet.index(b"?>") + 2 if b"<?xpacket" in packet[:256] else 0)
        end = packet.rfind(b"<?xpacket end")
        document = minidom.parseString(packet[start : end if end > start else len(packet)].strip())
        root = document.documentElement
        assert root is not None
        stated = _clean(root)
        turned = int(stated) if stated.isdigit() and 1 <= int(stated) <= 8 else None
        return turned, f"{_BEGIN}{root.toxml()}{_END}".encode()
    except Exception:  # a damaged packet is no reason to refuse the picture
        return None, None


def _clean(root: "Element") -> str:
    """Set right and take away in place; gives the orientation that was stated."""
    from xml.dom.minidom import Element

    stated, pending = "", [root]
    while pending:
        element = pending.pop()
        for attribute in [*element.attributes.values()]:
            if (attribute.namespaceURI, attribute.localName) == (_TIFF, "Orientation"):
                stated, attribute.value = attribute.value, "1"
            elif _goes(attribute.namespaceURI, attribute.localName):
                element.removeAttributeNode(attribute)
        kept = [one for one in element.childNodes
                if not (isinstance(one, Element) and _goes(one.namespaceURI, one.localName))]
        element.childNodes[:] = kept  # all at once: to take one away, the list is gone through
        for child in [one for one in kept if isinstance(one, Element)]:
            text = child.firstChild
            if (child.namespaceURI, child.localName) == (_TIFF, "Orientation") and text is not None:
                stated, text.nodeValue = str(text.nodeValue).strip(), "1"
            else:
                pending.append(child)
    return stated


def _goes(space: str | None, name: str | None) -> bool:
    return (space in _GONE or bool(space and space.startswith(_GONE[1])) or (space, name) in _GONE_NAMES
            or space == _EXIF and bool(name and name.startswith("GPS")))
