"""The doctor: it judges rightly, and nothing it looks at can bring it down."""

import json
from pathlib import Path

import pytest

from engine import doctor, systems
from engine.commands import run_command
from engine.doctor import NOTE, OK, PROBLEM, as_data, examine, onnxruntime_finding, opencv_finding
from engine.models.store import ModelStore
from engine.render.spec import Readiness, RendererSpec

CPU = ["CPUExecutionProvider"]
CUDA = ["CUDAExecutionProvider", "CPUExecutionProvider"]


def test_two_builds_of_onnxruntime_are_a_problem_even_when_cuda_happens_to_work() -> None:
    for providers in (CPU, CUDA):
        found = onnxruntime_finding({"onnxruntime": "1", "onnxruntime-gpu": "1"}, providers)
        assert found.state == PROBLEM
        assert "uninstall -y onnxruntime onnxruntime-gpu" in found.cure and "--no-deps onnxruntime-gpu" in found.cure


def test_a_gpu_build_that_lost_its_gpu_is_a_problem() -> None:
    assert onnxruntime_finding({"onnxruntime-gpu": "1"}, CPU).state == PROBLEM
    assert onnxruntime_finding({"onnxruntime-gpu": "1"}, CUDA).state == OK
    assert onnxruntime_finding({"onnxruntime": "1"}, CPU).state == OK


def test_there_must_be_one_opencv() -> None:
    assert opencv_finding({"opencv-contrib-python": "5"}).state == OK
    assert opencv_finding({"opencv-contrib-python": "5", "opencv-python": "5"}).state == PROBLEM
    assert opencv_finding({"opencv-python": "5"}).state == NOTE
    assert opencv_finding({}).state == PROBLEM


def test_a_missing_model_names_the_command_that_gets_it(tmp_path: Path) -> None:
    findings = {finding.name: finding for finding in examine(ModelStore(tmp_path))}
    missing = findings["model face-landmarker"]
    assert missing.state == PROBLEM and missing.cure == "facewright models get face-landmarker"
    assert not as_data(list(findings.values()))["ok"]


def test_this_installation_has_one_opencv_and_one_onnxruntime(tmp_path: Path) -> None:
    findings = {finding.name: finding for finding in examine(ModelStore(tmp_path))}
    assert findings["OpenCV"].state == OK, findings["OpenCV"]
    assert findings["ONNX Runtime"].state == OK, findings["ONNX Runtime"]


def test_a_check_that_breaks_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[doctor.Finding]:
        raise ImportError("half an installation")

    monkeypatch.setattr(doctor, "_opengl", broken)
    findings = examine(ModelStore(tmp_path))
    assert [finding.value for finding in findings if finding.name == "OpenGL"] == [
        "could not be looked at: ImportError: half an installation"]
    assert any(finding.name == "OpenCV" for finding in findings)


def test_a_renderer_that_breaks_is_a_finding_of_its_own(model_store: ModelStore,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(shared: object) -> Readiness:
        raise ImportError("half an installation")

    spec = RendererSpec("broken", "Broken", "", lambda shared: pytest.fail("made"), models=("face-landmarker",),
                        ready=broken)
    monkeypatch.setattr(systems, "RENDERERS", {"broken": spec, **systems.RENDERERS})
    found = {finding.name: finding for finding in examine(model_store)}
    assert found["Broken"].state == PROBLEM and "half an installation" in found["Broken"].value
    assert found["MagicFace"].state != PROBLEM and found["Latent"].state != PROBLEM


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["doctor", "--json"]) == 0
    names = {finding["name"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert {"Facewright", "Python", "device", "OpenGL", "ONNX Runtime", "OpenCV", "display"} <= names
    assert run_command(["doctor"]) == 0
    assert "OpenGL" in capsys.readouterr().out
