"""`gaoxing check`: a form in, all findings at once out (审查). Exit status 1 where there is any that does not merely inform."""

from __future__ import annotations

import argparse

from gaoxing.cli.policies import entries
from gaoxing.cli.reading import add_day, chosen_day, form
from gaoxing.cli.register_file import add_register, consulted
from gaoxing.cli.showing import add_json, findings_table, for_a_person, say, say_json, table

HELP = "审查表单：一次说清哪里要改、依据哪一条 · findings; exit status 1 where something is wrong"
EXAMPLE = 'gaoxing fill "我想开公司，注册资本一百万" | gaoxing check --on 2026-11-24'


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("form", nargs="?", metavar="FORM.json", help="fill 写出的表单；不写或写 - 就从标准输入读 · a form's JSON")
    add_register(parser)
    parser.add_argument("--lists", metavar="FILE", help="项目备案按哪份产业政策清单对照；不写就是自带的 · a zone's own lists of industrial policy")
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the findings; gives 1 where there is any that does not merely inform."""
    from gaoxing.intake import judged_by, review

    on = chosen_day(options)
    own = {"policies": entries(options.lists)} if options.lists else {}
    taken = judged_by(consulted(review(form(options.form), on=on), options, on), own, on=on)
    wrong = [each for each in taken.findings if not each.informs]
    derived = taken.matter.derived(taken.form) if taken.matter and taken.form else ()
    if for_a_person(options):
        say([] if wrong else ["没有要改的地方。"])
        say(findings_table(taken.findings))
        if taken.questions:
            say([f"另外还有 {len(taken.questions)} 项没有填，先补：{taken.questions[0].text}"])
        say(table((label, each.label or "还定不下来", each.reason) for label, each in derived))
    else:
        say_json(
            {
                "matter": taken.matter.id if taken.matter else None,
                "on": str(on),
                "findings": [each.to_json() for each in taken.findings],
                "missing": [each.to_json() for each in taken.questions],
                "derived": [{"label": label, "value": each.label, "reason": each.reason} for label, each in derived],
            }
        )
    return 1 if wrong else 0
