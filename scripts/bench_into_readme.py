"""Measure this machine and put the table into README.md. Let nothing else run meanwhile."""

import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"


def main() -> int:
    from engine.bench.live import Report, bench_live, table
    from engine.bench.rig import bench_rig
    from engine.commands.output import finish
    from engine.models.store import ModelStore

    live, rig = finish(bench_live(ModelStore())), finish(bench_rig())
    machine = live.machine
    report = Report(machine, live.figures + rig.figures, live.skipped + rig.skipped)
    without = "without a graphics card, " if machine["software_gl"] else ""
    where = (f"Measured {date.today()} on {machine['processor']}, {machine['cores']} cores, {machine['system']}, "
             f"{without}drawn by {machine['renderer']}; one-minute load at the start {machine['load_1min']}.")
    words = "A draft is what is drawn while the hand moves, a final what follows when it rests."
    text = f"{BEGIN}\n{where} {words}\n\n{table(report)}\n{END}"
    path = ROOT / "README.md"
    readme = path.read_text(encoding="utf-8")
    before, rest = readme.split(BEGIN)
    path.write_text(before + text + rest.split(END)[1], encoding="utf-8")
    print(table(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
