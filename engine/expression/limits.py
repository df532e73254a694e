"""What of a look's expression a renderer cannot draw, known before anything is drawn."""

from engine.base.errors import UsageError
from engine.base.look import Look
from engine.systems import split


def refuse_beyond(renderer: str, look: Look) -> None:
    """UsageError, in one line, naming what the renderer cannot follow, if there is anything. Attributes never are."""
    expression = split(look)[0]
    if renderer == "magicface":
        from engine.expression.magicface import au_vector

        au_vector.refuse_beyond(expression)
    elif renderer == "latent":
        from engine.expression.latent import units

        units.refuse_beyond(expression)


def beyond(renderer: str, look: Look) -> str:
    """The same in words, "" when there is nothing."""
    try:
        refuse_beyond(renderer, look)
    except UsageError as error:
        return error.message
    return ""
