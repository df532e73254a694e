"""What is printed: plain text on every terminal, whatever names and messages hold."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast

_INVISIBLE = (*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A),
              *range(0xD800, 0xE000))
"""Controls of terminals (C0, DEL, C1), of lines and of the direction of writing, and halves of characters: a file's
name that is not UTF-8 has some."""
_ESCAPED = {number: f"\\u{number:04x}" for number in _INVISIBLE if chr(number) not in "\n\t"}


def printable(text: str) -> str:
    """The text with all that a terminal would obey written out as JSON writes it, so that JSON stays what it says."""
    return text.translate(_ESCAPED)


class OutputError(OSError):
    """Our own output does not go through."""


class ReaderGone(OutputError):  # noqa: N818 - named for what happened
    """Whoever read our output has gone, as `| head` does."""


class PlainStream:
    """A text stream that takes only what is `printable`. Whatever it is asked for besides, the stream itself answers.

    needed: whether somebody must be told that it does not go through.
    """

    def __init__(self, stream: TextIO, needed: bool) -> None:
        self.stream, self._needed = stream, needed

    def write(self, text: str) -> int:
        return self._through(lambda: self._write(printable(text)))

    def flush(self) -> None:
        self._through(self.stream.flush)

    def draw(self, text: str) -> None:
        """From the beginning of the line, over what is there."""
        self._through(lambda: self._write("\r" + printable(text)))
        self.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def _write(self, text: str) -> int:
        try:
            return self.stream.write(text)
        except UnicodeEncodeError:
            encoding = self.stream.encoding or "ascii"
            return self.stream.write(text.encode(encoding, "backslashreplace").decode(encoding))

    def _through(self, act: Any) -> Any:
        try:
            return act()
        except BrokenPipeError as error:
            if self._needed:
                raise ReaderGone(*error.args) from None
        except OSError as error:
            if self._needed:
                raise OutputError(*error.args) from None
        return 0


@contextmanager
def plain_streams() -> Iterator[None]:
    """Standard output and standard error are plain streams meanwhile."""
    output, errors = sys.stdout, sys.stderr
    if output is not None and not isinstance(output, PlainStream):
        sys.stdout = cast(TextIO, PlainStream(output, needed=True))
    if errors is not None and not isinstance(errors, PlainStream):
        sys.stderr = cast(TextIO, PlainStream(errors, needed=False))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = output, errors


def draw_over(text: str) -> None:
    """Draw the last line of standard error anew."""
    with suppress(OSError):
        sys.stderr.draw(text) if isinstance(sys.stderr, PlainStream) else PlainStream(sys.stderr, False).draw(text)
