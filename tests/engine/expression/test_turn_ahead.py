"""A head is cut out ahead of its first turn, and no draft ever waits for that."""

from engine.base.jobs import run
from engine.base.look import Look
from engine.base.paths import RESOURCES
from engine.puppet.head import layers as head_layers
from engine.render.request import Quality, RenderRequest
from engine.systems import LOOK_CONTROLS


def test_a_draft_does_not_wait_for_the_head_to_be_cut_out(engine, monkeypatch):
    cut = []
    prepare = head_layers.prepare_layers
    monkeypatch.setattr("engine.puppet.head.layers.prepare_layers", lambda *given: cut.append(1) or prepare(*given))
    photo = run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))
    turned = Look.of(LOOK_CONTROLS, {"head.yaw": 10.0})
    draft, final = (RenderRequest(photo.id, 0, turned, 160, quality) for quality in (Quality.DRAFT, Quality.FINAL))

    sheet = engine.pictures.render(draft)
    assert not cut and sheet.patch is not None
    run(engine.pictures.prepare_turn(photo.id, 0))
    assert cut == [1]
    layered = engine.pictures.render(draft)
    assert (layered.patch[..., 3] > 0).mean() < 0.9 * (sheet.patch[..., 3] > 0).mean()  # what is far keeps its bytes
    engine.pictures.render(final)
    run(engine.pictures.prepare_turn(photo.id, 0))
    assert cut == [1]
    engine.photos.forget(photo.id)


def test_a_final_cuts_the_head_out_by_itself(engine, monkeypatch):
    cut = []
    prepare = head_layers.prepare_layers
    monkeypatch.setattr("engine.puppet.head.layers.prepare_layers", lambda *given: cut.append(1) or prepare(*given))
    photo = run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))
    frame = engine.pictures.render(RenderRequest(photo.id, 0, Look.of(LOOK_CONTROLS, {"head.yaw": 10.0}), 160,
                                                 Quality.FINAL))
    assert cut == [1] and frame.patch[0, 0, 3] == 0
    engine.photos.forget(photo.id)
