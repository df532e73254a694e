"""diffusers and transformers without their chatter: what matters is raised, or checked here."""


def quieten() -> None:
    """Keep both libraries from printing advice and progress bars, for the life of the process."""
    from diffusers.utils import logging as diffusers_logging
    from transformers.utils import logging as transformers_logging

    for one in (diffusers_logging, transformers_logging):
        one.set_verbosity_error()
        one.disable_progress_bar()
