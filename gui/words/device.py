"""What draws, in words of the window: a graphics card by its name, anything else as what it is."""

from PySide6.QtCore import QCoreApplication

_SOFTWARE = ("llvmpipe", "softpipe", "swrast", "software")


def device_name(device: str) -> str:
    """Few words for what the engine says it draws with: "NVIDIA GeForce RTX 4090/PCIe/SSE2" is a GeForce RTX 4090, and
    "llvmpipe (LLVM 15.0.6, 256 bits) (software)" no card at all."""
    if device == "CPU" or any(name in device.casefold() for name in _SOFTWARE):
        return QCoreApplication.translate("Device", "software, no graphics card")
    return device.split(" (")[0].split("/")[0].removeprefix("NVIDIA ").strip() or device
