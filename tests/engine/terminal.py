"""A stream that says it is a terminal."""

import io


class Terminal(io.StringIO):
    """Keeps what is written to it, gives out what it was made with, and says that a person sits there."""

    def isatty(self) -> bool:
        return True
