"""What a gzip holds, unpacked as it is read, so that no more comes into memory than somebody asks for."""

import io
import zlib
from typing import Any

from engine.base.errors import EngineError
from engine.base.limits import MOST_PACKED, SMALL
from engine.base.text import Text

_STEP = 1 << 16


def open_gzip(data: bytes, most: int) -> io.BufferedReader:
    """A gzip's content, from front to back. Reading raises EngineError, naming nothing, when it is damaged, cut, or
    unpacks to more than `most` bytes or than any honest file of its size."""
    return io.BufferedReader(_Unpacking(data, most), _STEP)


class _Unpacking(io.RawIOBase):
    def __init__(self, data: bytes, most: int) -> None:
        self._packed = memoryview(data)
        self._left = min(most, max(SMALL, MOST_PACKED * len(data)))
        self._machine = zlib.decompressobj(31)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Unpack a little. 0 at the end."""
        news = b""
        while not news and not self._machine.eof:
            rest = self._machine.unconsumed_tail or self._packed[:_STEP]
            if not self._machine.unconsumed_tail:
                self._packed = self._packed[_STEP:]
            try:
                news = self._machine.decompress(rest, len(buffer))
            except zlib.error as error:
                raise EngineError(Text("is damaged"), detail=str(error)) from None
            if not len(rest) and not news and not self._machine.eof:
                raise EngineError(Text("is cut"))
        self._left -= len(news)
        if self._left < 0:
            raise EngineError(Text("would unpack to far more than such a file holds"))
        buffer[:len(news)] = news
        return len(news)
