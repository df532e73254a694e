"""What this machine has, what it lacks, and what to type: the findings behind ``facewright doctor``.

Every finding stands alone: one that cannot be made says so, and the others are made all the same.
"""

import os
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import metadata
from typing import Any

from engine.base.display import has_display
from engine.base.paths import RESOURCES, data_folder
from engine.base.version import VERSION
from engine.models.store import ModelStore

OK, NOTE, PROBLEM = "ok", "note", "problem"

OPENCV = ("opencv-contrib-python", "opencv-python", "opencv-python-headless", "opencv-contrib-python-headless")
ONNXRUNTIME = ("onnxruntime", "onnxruntime-gpu", "onnxruntime-directml", "onnxruntime-openvino")
PACKAGES = ("PySide6-Essentials", "numpy", "scipy", "pillow", "mediapipe", "dlib-bin", "moderngl", "torch",
            "safetensors", "msgspec")


@dataclass(frozen=True)
class Finding:
    """One line of the report.

    name:  what was looked at.
    value: what was found, one line.
    state: "ok"; "note" (works, but worth knowing); "problem" (something will not work).
    cure:  what to do about it, empty when there is nothing to do.
    data:  the same for programs.
    """

    name: str
    value: str
    state: str = OK
    cure: str = ""
    data: Any = None


def examine(store: ModelStore) -> list[Finding]:
    """Look at everything. Takes a second or two: it imports what it asks about."""
    checks: tuple[tuple[str, Callable[[], list[Finding]]], ...] = (
        ("program", _program),
        ("packages", _packages),
        ("device", _device),
        ("OpenGL", _opengl),
        ("ONNX Runtime", _onnxruntime),
        ("OpenCV", _opencv),
        ("display", _display),
        ("models", lambda: _models(store)),
        ("renderers", lambda: _renderers(store)),
    )
    findings: list[Finding] = []
    for name, check in checks:
        try:
            findings += check()
        except Exception as error:  # a broken package can raise anything when touched; that is the finding
            findings.append(Finding(name, f"could not be looked at: {type(error).__name__}: {error}", PROBLEM))
    return findings


def as_data(findings: list[Finding]) -> dict[str, Any]:
    """The report for ``--json``: {"ok": no problem anywhere, "findings": [...]}."""
    return {"ok": all(finding.state != PROBLEM for finding in findings),
            "findings": [asdict(finding) for finding in findings]}


def installed(*names: str) -> dict[str, str]:
    """Version by name of those distributions that are installed."""
    found = {}
    for name in names:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _program() -> list[Finding]:
    system = f"{platform.system()} {platform.release()} {platform.machine()}, {os.cpu_count()} CPU cores"
    python = platform.python_version()
    findings = [Finding("Facewright", VERSION, data={"version": VERSION}),
                Finding("Python", f"{python} on {system}", data={"python": python}),
                Finding("data folder", str(data_folder()), data=str(data_folder()))]
    if not RESOURCES.is_dir():
        findings.append(Finding("resources", f"missing at {RESOURCES}", PROBLEM, "install Facewright again"))
    return findings


def _packages() -> list[Finding]:
    found = installed(*PACKAGES)
    missing = [name for name in PACKAGES if name not in found]
    line = ", ".join(f"{name} {version}" for name, version in found.items())
    if missing:
        return [Finding("packages", f"{line}; missing: {', '.join(missing)}", PROBLEM,
                        f"{_pip()} install {' '.join(missing)}", found)]
    return [Finding("packages", line, data=found)]


def _device() -> list[Finding]:
    if not installed("torch"):
        return [Finding("device", "CPU (torch is missing)", PROBLEM, f"{_pip()} install torch", {"kind": "cpu"})]
    import torch

    if torch.cuda.is_available():
        free, total = torch.cuda.mem_get_info()
        name = torch.cuda.get_device_name()
        return [Finding("device", f"{name}, {free / 2**30:.1f} of {total / 2**30:.1f} GiB free",
                        data={"kind": "cuda", "name": name, "free": free, "total": total})]
    if torch.backends.mps.is_available():
        return [Finding("device", "Apple GPU (MPS)", data={"kind": "mps"})]
    return [Finding("device", "CPU; all of live editing runs on it", data={"kind": "cpu"})]


def _opengl() -> list[Finding]:
    from engine.base.gl import probe

    report = probe()
    if not report.available:
        return [Finding("OpenGL", str(report), NOTE,
                        "faces are drawn by a slow path; a graphics driver or Mesa makes it quick", asdict(report))]
    return [Finding("OpenGL", str(report), data=asdict(report))]


def _onnxruntime() -> list[Finding]:
    found = installed(*ONNXRUNTIME)
    if not found:
        return [Finding("ONNX Runtime", "missing", PROBLEM, f"{_pip()} install onnxruntime", {"packages": {}})]
    import onnxruntime

    providers = onnxruntime.get_available_providers()
    data = {"packages": found, "providers": providers}
    line = ", ".join(f"{name} {version}" for name, version in found.items())
    line += "; runs on " + ", ".join(name.removesuffix("ExecutionProvider") for name in providers)
    return [onnxruntime_finding(found, providers, line, data)]


def onnxruntime_finding(found: dict[str, str], providers: list[str], line: str = "", data: Any = None) -> Finding:
    """Judge an ONNX Runtime: two builds installed over each other, or a GPU build that has lost its GPU."""
    gpu_alone = f"{_pip()} uninstall -y {' '.join(found)} && {_pip()} install --no-deps onnxruntime-gpu"
    if len(found) > 1:
        return Finding("ONNX Runtime", f"{line}; these packages own the same files and only one of them works",
                       PROBLEM, gpu_alone, data)
    if "onnxruntime-gpu" in found and "CUDAExecutionProvider" not in providers:
        return Finding("ONNX Runtime", f"{line}; the GPU build is installed but CUDA is not there", PROBLEM,
                       f"{gpu_alone}, and check that the NVIDIA driver is installed", data)
    return Finding("ONNX Runtime", line, data=data)


def _opencv() -> list[Finding]:
    return [opencv_finding(installed(*OPENCV))]


def opencv_finding(found: dict[str, str]) -> Finding:
    """Judge the OpenCV packages: they all own one ``cv2``, so there must be exactly one, the one mediapipe names."""
    line = ", ".join(f"{name} {version}" for name, version in found.items())
    wanted = OPENCV[0]
    again = f"{_pip()} uninstall -y {' '.join(found)} && {_pip()} install {wanted}"
    if not found:
        return Finding("OpenCV", "missing", PROBLEM, f"{_pip()} install {wanted}", found)
    if len(found) > 1:
        return Finding("OpenCV", f"{line}; they own the same files", PROBLEM, again, found)
    if wanted not in found:
        return Finding("OpenCV", f"{line}; mediapipe asks for {wanted}", NOTE, again, found)
    return Finding("OpenCV", line, data=found)


def _display() -> list[Finding]:
    if not sys.platform.startswith("linux"):
        return [Finding("display", "the system's own")]
    if has_display():
        named = [f"{name}={os.environ[name]}" for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")
                 if os.environ.get(name)]
        return [Finding("display", ", ".join(named))]
    return [Finding("display", "none: the commands work, the editor needs one", NOTE)]


def _models(store: ModelStore) -> list[Finding]:
    """Models that this version uses, and others only when they are here."""
    findings = []
    for model in store.catalogue:
        data = {"id": model.id, "present": store.present(model.id), "licence": model.licence}
        if data["present"]:
            findings.append(Finding(f"model {model.id}", f"present: {model.does}", data=data))
        elif model.optional:
            line = f"not here, optional ({model.bytes / 1e6:.0f} MB): {model.does}"
            findings.append(Finding(f"model {model.id}", line, data=data))
        elif not all(place.startswith("later") for place in model.needed_by):
            findings.append(Finding(f"model {model.id}", f"missing ({model.bytes / 1e6:.0f} MB): {model.does}", PROBLEM,
                                    f"facewright models get {model.id}", data))
    return findings


def _renderers(store: ModelStore) -> list[Finding]:
    """Who can draw here, and how; who cannot lacks what is optional."""
    from engine.engine import Engine
    from engine.systems import RENDERERS

    findings, engine = [], Engine(store)
    for spec in RENDERERS.values():
        if not spec.models:
            continue
        missing = [model_id for model_id in spec.models if not store.present(model_id)]
        if missing:
            findings.append(Finding(spec.label, f"not ready, optional; missing: {', '.join(missing)}",
                                    data={"missing": missing}))
            continue
        ready = spec.ready(engine.shared)
        if ready.trouble is None:
            findings.append(Finding(spec.label, ready.words, data=ready.data))
        else:
            findings.append(Finding(spec.label, f"{ready.words}; {ready.trouble.message}", NOTE, ready.trouble.hint,
                                    ready.data))
    return findings


def _pip() -> str:
    return f"{os.path.basename(sys.executable) or 'python3'} -m pip"
