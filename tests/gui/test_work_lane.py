"""The live slot alone, with a clock that only moves when told."""

from engine.base.look import Look
from engine.render.request import Quality, RenderRequest
from gui.model.lanes import REST_SECONDS, LiveSlot, Work, WorkLane
from tests.gui.fakes import counting


def request(value: float, face: int = 0, quality: Quality = Quality.DRAFT) -> RenderRequest:
    return RenderRequest("photo", face, Look((("AU26", value),)), 256, quality)


class Clock:
    now = 10.0

    def __call__(self) -> float:
        return self.now


def test_only_the_newest_request_of_a_face_is_drawn() -> None:
    slot = LiveSlot(Clock())
    for value in range(50):
        slot.put(request(value))
    assert slot.take() == request(49)
    assert slot.take() is None


def test_faces_do_not_push_each_other_out_and_the_newest_goes_first() -> None:
    slot = LiveSlot(Clock())
    slot.put(request(1, face=0))
    slot.put(request(2, face=1))
    slot.put(request(3, face=0))
    assert [slot.take(), slot.take(), slot.take()] == [request(3, face=0), request(2, face=1), None]


def test_the_final_frame_comes_when_the_hand_rests_and_not_before() -> None:
    clock = Clock()
    slot = LiveSlot(clock)
    final = request(1, quality=Quality.FINAL)
    slot.put(request(1), final)
    assert slot.take() == request(1) and slot.take() is None
    clock.now += REST_SECONDS * 0.9
    assert slot.take() is None and 0 < slot.due_in() <= REST_SECONDS * 0.11
    clock.now += REST_SECONDS * 0.2
    assert slot.take() == final and slot.take() is None and slot.due_in() is None


def test_moving_on_puts_the_final_frame_off() -> None:
    clock = Clock()
    slot = LiveSlot(clock)
    for value in range(10):
        slot.put(request(value), request(value, quality=Quality.FINAL))
        assert slot.take() == request(value)
        clock.now += REST_SECONDS * 0.9
        assert slot.take() is None


def test_letting_go_makes_it_due_at_once() -> None:
    slot = LiveSlot(Clock())
    slot.put(request(1), request(1, quality=Quality.FINAL))
    slot.take()
    slot.rest()
    assert slot.take() == request(1, quality=Quality.FINAL)


def test_work_that_is_seen_goes_before_quiet_work() -> None:
    lane = WorkLane()
    assert lane.current() is None
    quiet = Work(1, "thumbnails", lambda engine: counting(3), quiet=True)
    seen = Work(2, "export", lambda engine: counting(3))
    lane.waiting += [quiet, seen]
    assert lane.current() is seen and lane.find(1) is quiet and lane.find(9) is None
    lane.waiting.remove(seen)
    assert lane.current() is quiet


def test_patient_work_goes_last_and_cancelled_work_first() -> None:
    lane = WorkLane()
    patient = Work(1, "MagicFace", lambda engine: counting(3), patient=True)
    quiet = Work(2, "thumbnails", lambda engine: counting(3), quiet=True)
    first, second = (Work(number, "export", lambda engine: counting(3)) for number in (3, 4))
    lane.waiting += [patient, quiet, first, second]
    order = []
    while lane.waiting:
        order.append(lane.current())
        lane.waiting.remove(order[-1])
    assert order == [first, second, quiet, patient]
    lane.waiting += [patient, first]
    patient.cancelled = True
    assert lane.current() is patient


def test_prompt_work_passes_every_other_job() -> None:
    lane = WorkLane()
    thumbnails = Work(1, "thumbnails", lambda engine: counting(3), quiet=True)
    export = Work(2, "export", lambda engine: counting(3))
    head = Work(3, "head", lambda engine: counting(1), quiet=True, prompt=True)
    lane.waiting += [thumbnails, export, head]
    assert lane.current() is head
    thumbnails.cancelled = True
    assert lane.current() is thumbnails
