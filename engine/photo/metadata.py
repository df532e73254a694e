"""What a photo carries beside its pixels and colour profile: kept through an edit, where the kind of file can."""

from dataclasses import dataclass

from engine.base.text import Text, listed
from engine.photo.picture_kinds import PictureKind


@dataclass(frozen=True)
class Metadata:
    """exif:       an EXIF block, from its byte order on.
    xmp:        an XMP packet (ISO 16684-1), UTF-8.
    iptc:       IPTC-IIM records: captions, credits.
    resolution: dots an inch, across and down.
    texts:      of a PNG: each with its keyword.
    """

    exif: bytes | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    resolution: tuple[float, float] | None = None
    texts: tuple[tuple[str, str], ...] = ()

    def kept_in(self, kind: PictureKind) -> "Metadata":
        """What a kind of file can hold of it."""
        def note(part: str, content: bytes | None) -> bytes | None:
            short = kind.longest_note is None or len(content or b"") <= kind.longest_note
            return content if part in kind.metadata and short else None

        return Metadata(note("exif", self.exif), note("xmp", self.xmp), note("iptc", self.iptc),
                        self.resolution if "resolution" in kind.metadata else None,
                        self.texts if "texts" in kind.metadata else ())

    def lost_in(self, kind: PictureKind) -> Text | None:
        """What a kind of file cannot hold, as a note; None when it holds everything."""
        kept = self.kept_in(kind)
        lost = [word for part, word in _WORDS.items() if getattr(self, part) and not getattr(kept, part)]
        return Text("{0} cannot hold {1}: left out", kind.label, listed(lost)) if lost else None


NO_METADATA = Metadata()
_WORDS = {"exif": Text("the camera's notes (EXIF)"), "xmp": Text("notes of programs (XMP)"),
          "iptc": Text("captions and credits (IPTC)"), "resolution": Text("the resolution"),
          "texts": Text("text notes")}
