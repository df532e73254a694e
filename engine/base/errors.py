"""The two ways a piece of work ends early: it failed, or somebody stopped it."""

from engine.base.text import Text

_NONE = Text()


class EngineError(Exception):
    """A failure told in words a person can act on.

    message: one line, what went wrong, naming the file or value.
    hint:    one line, what to do about it; may be empty.
    detail:  technical text for a bug report (a traceback, a tool's output); never shown unasked.
    """

    def __init__(self, message: Text, hint: Text = _NONE, detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(EngineError):
    """Something the caller typed cannot be meant: exit status 2 on the command line."""


class BadValue(UsageError):  # noqa: N818 - named for what is wrong
    """A control that does not exist, or a value it cannot take: bad input, exit status 3, wherever it comes from."""


class ModelMissing(EngineError):  # noqa: N818 - named for what is wrong, as Cancelled is
    """A trained model is not on this machine, or damaged: getting it helps."""


class NotInverted(EngineError):  # noqa: N818 - named for what is wrong
    """A face has not been looked for in the generator yet: what is drawn from its latents needs that first."""


class Cancelled(Exception):  # noqa: N818 - not an error: somebody changed their mind
    """Raised inside a job at its next yield after somebody cancelled it. Leaves nothing half-written."""
