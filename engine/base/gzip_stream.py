"""What a gzip holds, unpacked as it is read, so that no more comes into memory than somebody asks for."""

import zlib

from engine.base.errors import EngineError
from engine.base.limits import MOST_PACKED, SMALL
from engine.base.text import Text

_STEP = 1 << 16


class GzipStream:
    """A gzip's content, from front to back. EngineError, naming nothing, when it is damaged, cut, or unpacks to more
    than `most` bytes or than any honest file of its size."""

    def __init__(self, data: bytes, most: int) -> None:
        self._packed = memoryview(data)
        self._left = min(most, max(SMALL, MOST_PACKED * len(data)))
        self._machine = zlib.decompressobj(31)
        self._news = b""
        self._at = 0

    def read(self, count: int = -1) -> bytes:
        """The next bytes, fewer than `count` only at the end; all that is left for -1."""
        found = bytearray()
        while count < 0 or len(found) < count:
            if self._at >= len(self._news) and not self._more():
                break
            end = len(self._news) if count < 0 else self._at + count - len(found)
            found += self._news[self._at:end]
            self._at = min(end, len(self._news))
        return bytes(found)

    def readline(self) -> bytes:
        """The next bytes up to the end of a line, and it."""
        found = bytearray()
        while self._at < len(self._news) or self._more():
            end = self._news.find(b"\n", self._at) + 1 or len(self._news)
            found += self._news[self._at:end]
            self._at = end
            if found.endswith(b"\n"):
                break
        return bytes(found)

    def _more(self) -> bool:
        """Unpack a little. False at the end."""
        self._news, self._at = b"", 0
        while not self._news:
            if self._machine.eof:
                return False
            rest = self._machine.unconsumed_tail or self._packed[:_STEP]
            if not self._machine.unconsumed_tail:
                self._packed = self._packed[_STEP:]
            try:
                self._news = self._machine.decompress(rest, _STEP)
            except zlib.error as error:
                raise EngineError(Text("is damaged"), detail=str(error)) from None
            if not len(rest) and not self._news and not self._machine.eof:
                raise EngineError(Text("is cut"))
        self._left -= len(self._news)
        if self._left < 0:
            raise EngineError(Text("would unpack to far more than such a file holds"))
        return True
