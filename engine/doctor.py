"""What this machine has, what it lacks, and what to type: the findings behind ``facewright doctor``.

Every finding stands alone: one that cannot be made says so, and the others are made all the same.
"""

import os
import platform
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from importlib import metadata
from typing import TYPE_CHECKING, Any

from engine.base.display import has_display
from engine.base.paths import RESOURCES, data_folder
from engine.base.remedy import Cure, Remedy, get_model
from engine.base.text import Term, Text, verbatim
from engine.base.version import VERSION
from engine.models.store import ModelStore

if TYPE_CHECKING:
    from engine.render.spec import RendererSpec

OK, NOTE, PROBLEM = "ok", "note", "problem"
_NOTHING = Text()

OPENCV = ("opencv-contrib-python", "opencv-python", "opencv-python-headless", "opencv-contrib-python-headless")
ONNXRUNTIME = ("onnxruntime", "onnxruntime-gpu", "onnxruntime-directml", "onnxruntime-openvino")
PACKAGES = ("PySide6-Essentials", "numpy", "scipy", "pillow", "imagecodecs", "pi-heif", "pylibjxl", "mediapipe",
            "dlib-bin", "moderngl", "torch", "safetensors", "msgspec")


@dataclass(frozen=True)
class Finding:
    """One line of the report.

    name:  what was looked at.
    value: what was found, one line.
    state: "ok"; "note" (works, but worth knowing); "problem" (something will not work).
    cure:  what to do about it, empty when there is nothing to do.
    data:  the same for programs.
    """

    name: Text
    value: Text
    state: str = OK
    cure: Text = Text()
    data: Any = None


def examine(store: ModelStore) -> list[Finding]:
    """Look at everything. Takes a second or two: it imports what it asks about."""
    checks: tuple[tuple[Text, Callable[[], list[Finding]]], ...] = (
        (Text("program"), _program),
        (Text("packages"), _packages),
        (Text("device"), _device),
        (verbatim("OpenGL"), _opengl),
        (verbatim("ONNX Runtime"), _onnxruntime),
        (verbatim("OpenCV"), _opencv),
        (Text("display"), _display),
        (Text("models"), lambda: _models(store)),
        *_renderers(store),
    )
    findings: list[Finding] = []
    for name, check in checks:
        try:
            findings += check()
        except Exception as error:  # a broken package can raise anything when touched; that is the finding
            said = Text("could not be looked at: {0}: {1}", type(error).__name__, error)
            findings.append(Finding(name, said, PROBLEM))
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
    named = f"{platform.system()} {platform.release()} {platform.machine()}"
    system = Text("{0}, {1} CPU cores", named, os.cpu_count())
    python = platform.python_version()
    findings = [Finding(verbatim("Facewright"), verbatim(VERSION), data={"version": VERSION}),
                Finding(verbatim("Python"), Text("{0} on {1}", python, system), data={"python": python}),
                Finding(Text("data folder"), verbatim(data_folder()), data=str(data_folder()))]
    if not RESOURCES.is_dir():
        findings.append(Finding(Text("resources"), Text("missing at {0}", RESOURCES), PROBLEM,
                                Text("install Facewright again")))
    return findings


def _packages() -> list[Finding]:
    found = installed(*PACKAGES)
    missing = [name for name in PACKAGES if name not in found]
    line = ", ".join(f"{name} {version}" for name, version in found.items())
    if missing:
        return [Finding(Text("packages"), Text("{0}; missing: {1}", line, ", ".join(missing)), PROBLEM,
                        _install(*missing), found)]
    return [Finding(Text("packages"), verbatim(line), data=found)]


def _device() -> list[Finding]:
    if not installed("torch"):
        return [Finding(Text("device"), Text("CPU (torch is missing)"), PROBLEM, _install("torch"), {"kind": "cpu"})]
    import torch

    if torch.cuda.is_available():
        free, total = torch.cuda.mem_get_info()
        name = torch.cuda.get_device_name()
        return [Finding(Text("device"), Text("{0}, {1} of {2} GiB free", name, f"{free / 2**30:.1f}",
                                             f"{total / 2**30:.1f}"),
                        data={"kind": "cuda", "name": name, "free": free, "total": total})]
    if torch.backends.mps.is_available():
        return [Finding(Text("device"), verbatim("Apple GPU (MPS)"), data={"kind": "mps"})]
    return [Finding(Text("device"), Text("CPU; all of live editing runs on it"), data={"kind": "cpu"})]


def _opengl() -> list[Finding]:
    from engine.base.gl import probe

    report = probe()
    if not report.available:
        return [Finding(verbatim("OpenGL"), report.line, NOTE,
                        Text("faces are drawn by a slow path; a graphics driver or Mesa makes it quick"),
                        asdict(report))]
    return [Finding(verbatim("OpenGL"), report.line, data=asdict(report))]


def _onnxruntime() -> list[Finding]:
    found = installed(*ONNXRUNTIME)
    if not found:
        return [Finding(verbatim("ONNX Runtime"), Text("missing"), PROBLEM, _install("onnxruntime"), {"packages": {}})]
    import onnxruntime

    providers = onnxruntime.get_available_providers()
    data = {"packages": found, "providers": providers}
    line = Text("{0}; runs on {1}", ", ".join(f"{name} {version}" for name, version in found.items()),
                ", ".join(name.removesuffix("ExecutionProvider") for name in providers))
    return [onnxruntime_finding(found, providers, line, data)]


def onnxruntime_finding(found: dict[str, str], providers: list[str], line: Text = _NOTHING,
                        data: Any = None) -> Finding:
    """Judge an ONNX Runtime: two builds installed over each other, or a GPU build that has lost its GPU."""
    name = verbatim("ONNX Runtime")
    alone = "onnxruntime-gpu"
    gpu_alone = Remedy(
        f"{_pip()} uninstall -y {' '.join(found)} && {_pip()} install --no-deps {alone}",
        Text("have {0} installed and nothing else of it", alone))
    if len(found) > 1:
        return Finding(name, Text("{0}; these packages own the same files and only one of them works", line), PROBLEM,
                       gpu_alone, data)
    if "onnxruntime-gpu" in found and "CUDAExecutionProvider" not in providers:
        return Finding(name, Text("{0}; the GPU build is installed but CUDA is not there", line), PROBLEM,
                       Text("{0}, and check that the NVIDIA driver is installed", gpu_alone), data)
    return Finding(name, line, data=data)


def _opencv() -> list[Finding]:
    return [opencv_finding(installed(*OPENCV))]


def opencv_finding(found: dict[str, str]) -> Finding:
    """Judge the OpenCV packages: they all own one ``cv2``, so there must be exactly one, the one mediapipe names."""
    line = ", ".join(f"{name} {version}" for name, version in found.items())
    name, wanted = verbatim("OpenCV"), OPENCV[0]
    again = Remedy(f"{_pip()} uninstall -y {' '.join(found)} && {_pip()} install {wanted}",
                   Text("have {0} installed and nothing else of it", wanted))
    if not found:
        return Finding(name, Text("missing"), PROBLEM, _install(wanted), found)
    if len(found) > 1:
        return Finding(name, Text("{0}; they own the same files", line), PROBLEM, again, found)
    if wanted not in found:
        return Finding(name, Text("{0}; mediapipe asks for {1}", line, wanted), NOTE, again, found)
    return Finding(name, verbatim(line), data=found)


def _display() -> list[Finding]:
    if not sys.platform.startswith("linux"):
        return [Finding(Text("display"), Text("the system's own"))]
    if has_display():
        named = [f"{name}={os.environ[name]}" for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")
                 if os.environ.get(name)]
        return [Finding(Text("display"), verbatim(", ".join(named)))]
    return [Finding(Text("display"), Text("none: the commands work, the editor needs one"), NOTE)]


def _models(store: ModelStore) -> list[Finding]:
    """Models that this version uses, and others only when they are here."""
    findings = []
    for model in store.catalogue:
        data = {"id": model.id, "present": store.present(model.id), "licence": model.licence}
        name, does = Text("model {0}", model.id), Term(model.does, model.does, "models")
        if data["present"]:
            findings.append(Finding(name, Text("present: {0}", does), data=data))
        elif model.optional:
            line = Text("not here, optional ({0} MB): {1}", f"{model.bytes / 1e6:.0f}", does)
            findings.append(Finding(name, line, data=data))
        elif not all(place.startswith("later") for place in model.needed_by):
            findings.append(Finding(name, Text("missing ({0} MB): {1}", f"{model.bytes / 1e6:.0f}", does), PROBLEM,
                                    Remedy(f"facewright models get {model.id}", get_model(model.id).words,
                                           Cure.MODEL, model.id), data))
    return findings


def _renderers(store: ModelStore) -> "list[tuple[Text, Callable[[], list[Finding]]]]":
    """Who can draw here, and how; a check for each that needs models."""
    from engine.systems import RENDERERS

    return [(Term(spec.label, spec.label, "renderers"), partial(_renderer, spec, store))
            for spec in RENDERERS.values() if spec.models]


def _renderer(spec: "RendererSpec", store: ModelStore) -> list[Finding]:
    """Who cannot draw lacks what is optional."""
    from engine.engine import Engine

    name = Term(spec.label, spec.label, "renderers")
    missing = [model_id for model_id in spec.models if not store.present(model_id)]
    if missing:
        return [Finding(name, Text("not ready, optional; missing: {0}", ", ".join(missing)), data={"missing": missing})]
    with closing(Engine(store)) as engine:
        ready = spec.ready(engine.shared)
    if ready.trouble is None:
        return [Finding(name, ready.words, data=ready.data)]
    return [Finding(name, Text("{0}; {1}", ready.words, ready.trouble.message), NOTE, ready.trouble.hint, ready.data)]


def _install(*packages: str) -> Text:
    return Remedy(f"{_pip()} install {' '.join(packages)}", Text("have {0} installed", ", ".join(packages)))


def _pip() -> str:
    return f"{os.path.basename(sys.executable) or 'python3'} -m pip"
