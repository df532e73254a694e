"""``facewright doctor``"""

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.set_defaults(action=doctor)


def doctor(options: argparse.Namespace) -> None:
    from engine.commands.output import print_json
    from engine.doctor import NOTE, OK, PROBLEM, as_data, examine
    from engine.models.store import ModelStore

    findings = examine(ModelStore())
    if options.json:
        print_json(as_data(findings))
        return
    marks = {OK: "  ", NOTE: "- ", PROBLEM: "! "}
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        print(f"{marks[finding.state]}{finding.name:{width}}  {finding.value}")
        if finding.cure:
            print(f"  {'':{width}}  -> {finding.cure}")
    problems = sum(finding.state == PROBLEM for finding in findings)
    print("\nEverything is in place." if not problems else f"\n{problems} to see to, marked with !")
