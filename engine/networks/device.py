"""On what the networks run, chosen once: a CUDA card, Apple's Metal, or the processor."""

import os
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from engine.base.allocator import collect
from engine.base.errors import EngineError, UsageError
from engine.base.memory import lacks_memory
from engine.base.text import Text

if TYPE_CHECKING:
    import torch

Result = TypeVar("Result")

CHOICES = ("auto", "cuda", "mps", "cpu")
_VARIABLE = "FACEWRIGHT_DEVICE"


class MemoryShort(EngineError):  # noqa: N818 - named for what is wrong
    """There is not memory enough: letting go of something helps."""


@cache
def torch_device() -> str:
    """ "cuda", "mps" or "cpu": the first that works, or the one ``FACEWRIGHT_DEVICE`` names. Loads torch.

    Raises UsageError for another name, or for a device that this machine does not have.
    """
    import torch

    wanted = os.environ.get(_VARIABLE, "auto")
    if wanted not in CHOICES:
        raise UsageError(Text("unknown device {0}", repr(wanted)),
                         Text("{0} is one of {1}", _VARIABLE, ", ".join(CHOICES)))
    there = [name for name, works in (("cuda", torch.cuda.is_available()),
                                      ("mps", torch.backends.mps.is_available()), ("cpu", True)) if works]
    if wanted == "auto":
        return there[0]
    if wanted not in there:
        raise UsageError(Text("there is no {0} device here", wanted), Text("this machine has {0}", ", ".join(there)))
    return wanted


def free_memory(device: str) -> int:
    """Bytes that can still be had: on the card for "cuda", else of the machine's memory."""
    import torch

    if device == "cuda":
        return int(torch.cuda.mem_get_info()[0])
    import psutil

    return int(psutil.virtual_memory().available)


def card_memory() -> int:
    """Bytes that the CUDA card has in all."""
    import torch

    return int(torch.cuda.mem_get_info()[1])


def is_out_of_memory(error: BaseException) -> bool:
    """Whether this is how torch, or we, say that memory has run out."""
    return isinstance(error, MemoryShort) or lacks_memory(error)


def with_fallback(call: Callable[[], Result], fallback: Callable[[], Result] | None, device: "torch.device",
                  falling_back: Callable[[], object]) -> Result:
    """`call()`; when memory runs out in it, `falling_back()`, then `fallback()`, which needs less.

    MemoryShort when there is no fallback, or not memory enough for that either.
    """
    # What the failed try held hangs on the exception, so the second try happens outside the handler.
    try:
        return call()
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        if fallback is None:
            raise memory_short(device, error) from None
    release_cached(device)
    falling_back()
    try:
        return fallback()
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise memory_short(device, error) from None


def release_cached(device: "torch.device") -> None:
    """Give memory that torch keeps for later back to the device."""
    import torch

    collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


def memory_short(device: "torch.device", error: BaseException) -> MemoryShort:
    if device.type == "cpu":
        return MemoryShort(Text("this machine has not enough memory for that"), Text("close other programs"),
                           str(error))
    return MemoryShort(Text("the graphics card has not enough memory for that"),
                       Text("close other programs, or draw on the processor ({0}=cpu)", _VARIABLE), str(error))
