"""`gaoxing licences`: what a shop needs, in one plan; the faults and effects of a zone's own catalogue (证照联办)."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import TYPE_CHECKING, Any

from gaoxing.cli.reading import add_day, chosen_day, decoded, printable, words
from gaoxing.cli.showing import add_json, findings_table, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason

if TYPE_CHECKING:
    from gaoxing.catalogue import Joint

HELP = "开一家店要办哪些证、交什么、几天办好 · every licence of a shop in one plan"
EXAMPLE = 'gaoxing licences plan "我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌" · gaoxing licences check 本地目录.toml'
MATTER = "joint_licence"
UNVERIFIED = "标“未核实”的没有查到原文，只供参考；昆山自己的承诺时限没有录入，天数按法定时限算。"
LONGEST_STOP = 1000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    plan = _action(actions, "plan", _plan, "一段话推出证照、材料和进度 · licences, papers and a plan")
    plan.add_argument("words", metavar="WORDS", help="想开什么店；- 从管道读 · what is to be opened")
    plan.add_argument("--catalogue", action="append", default=[], metavar="FILE", help="本地目录（TOML），可以写几次 · a zone's own table")
    plan.add_argument("--commitment", action="append", default=[], metavar="ID", help="哪一项走告知承诺 · a licence by commitment")
    plan.add_argument("--stop", action="append", default=[], metavar="ID=DAYS", help="哪一项停算几个工作日（听证、补正） · days a clock stands still")
    plan.add_argument("--svg", metavar="FILE", help="进度图写到哪里 · where the picture goes")
    add_day(plan)
    check = _action(actions, "check", _check, "查目录有没有写错 · faults of a catalogue")
    check.add_argument("file", nargs="?", metavar="FILE", help="本地目录；不写就查自带的 · a zone's own table")
    preview = _action(actions, "preview", _preview, "改动会带来什么 · what a table changes")
    preview.add_argument("file", metavar="FILE", help="本地目录 · a zone's own table")


def run(options: argparse.Namespace) -> int:
    """Do what is asked; 1 where `check` found something."""
    return int(options.act(options))


def _action(actions: Any, word: str, act: object, told: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(word, help=told, description=told, allow_abbrev=False)
    parser.set_defaults(act=act)
    add_json(parser)
    return parser


def _plan(options: argparse.Namespace) -> int:
    from gaoxing.intake import receive
    from gaoxing.speech.transcript import Transcript

    said, on = words(options.words).strip(), chosen_day(options)
    if not said:
        raise Trouble("没有写要开什么店。请写一句话，例如：gaoxing licences plan 我想开个面馆，八十平。")
    own = [_sound(each) for each in options.catalogue]
    taken = receive(Transcript.of(said), on=on, matter_id=MATTER)
    told = _overview(taken.form, on, own, options) if taken.form is not None and taken.form.value("trade") else _joint().suggestions(said)
    told = {"words": said, "on": on.isoformat(), **told, "findings": [each.to_json() for each in taken.findings]}
    if options.svg and told["trade"]:
        _written(options.svg, told["gantt"])
    if not for_a_person(options):
        say_json(told)
        return 0
    say(findings_table(taken.findings))
    say(_shown(told) if told["trade"] else _offered(told))
    return 0


def _overview(form: Any, on: date, own: list[str], options: argparse.Namespace) -> dict[str, Any]:
    try:
        return _joint().overview(form, on, own=own, commitments=options.commitment, stops=dict(map(_stop, options.stop)))
    except KeyError as unknown:
        raise Trouble(f"没有“{printable(str(unknown.args[0]))}”这个事项。能写的编号见 gaoxing licences plan 的 JSON。") from None


def _stop(text: str) -> tuple[str, int]:
    licence, _, days = text.partition("=")
    if not (days.isascii() and days.isdigit() and int(days) <= LONGEST_STOP):
        raise Trouble(f"--stop 要写成 事项=工作日，例如 entertainment=8，不能写“{printable(text)}”。")
    return licence, int(days)


def _check(options: argparse.Namespace) -> int:
    text = None if options.file is None else _read(options.file)
    found = _faults(options.file, text)
    warned = _joint().cautions(text) if text is not None and not found else []
    if not for_a_person(options):
        say_json({"file": options.file, "faults": found, "cautions": warned})
    elif found:
        say(table((f"第 {each['line']} 行" if each["line"] else "—", each["place"], each["message"]) for each in found))
        say((f"一共 {len(found)} 处要改，改好再用。",))
    else:
        say(("目录没有写错的地方。", *(f"请再看一眼：{each['message']}" for each in warned)))
    return 1 if found else 0


def _preview(options: argparse.Namespace) -> int:
    found = _joint().effects(_sound(options.file))
    if not for_a_person(options):
        say_json({"file": options.file, "effects": found})
        return 0
    say(table((each["subject"], each["change"], each["answers"]) for each in found) or ("什么也不改变。",))
    return 0


def _joint() -> Joint:
    from gaoxing.catalogue import matter

    joint = matter(MATTER).joint
    if joint is None:
        raise Trouble("这里没有装证照联办事项。")
    return joint


def _sound(file: str) -> str:
    """A zone's table without faults. Raises Trouble that names the first one's line."""
    text = _read(file)
    found = _faults(file, text)
    if found:
        first = found[0]
        place = f"第 {first['line']} 行" if first["line"] else first["place"]
        raise Trouble(
            f"目录“{printable(file)}”不能用，{place}：{first['message']}（一共 {len(found)} 处）。请运行 gaoxing licences check {printable(file)} 看全部。"
        )
    return text


def _faults(file: str | None, text: str | None) -> list[dict[str, Any]]:
    try:
        return _joint().faults(text)
    except TOMLDecodeError as trouble:
        place = str(trouble).rpartition("(at ")[2].removeprefix("line ").partition(",")[0]
        where = f"第 {place} 行" if place.isdigit() else "末尾"
        raise Trouble(f"目录“{printable(str(file))}”在{where}不合 TOML 的写法，读不下去。请对照自带的目录改好再试。") from None
    except RecursionError:
        raise Trouble(f"目录“{printable(str(file))}”套得太深，读不下去。请改简单些再试。") from None


def _read(file: str) -> str:
    try:
        content = Path(file).read_bytes()
    except (OSError, ValueError) as trouble:
        raise Trouble(f"打不开文件“{printable(file)}”（{reason(trouble)}）。请检查路径。") from None
    return decoded(content, f"文件“{printable(file)}”")


def _written(file: str, picture: str) -> None:
    try:
        Path(file).write_text(picture, encoding="utf-8")
    except (OSError, ValueError) as trouble:
        raise Trouble(f"写不了文件“{printable(file)}”（{reason(trouble)}）。请检查路径。") from None


def _offered(told: dict[str, Any]) -> Iterator[str]:
    yield told["message"]
    yield from (f"  {each['name']}" for each in told["nearest"])


def _shown(told: dict[str, Any]) -> Iterator[str]:
    """What a person reads: licences with reasons, what is not needed, papers, saving, plan, what is asked next."""
    wanted = [each for each in told["needed"] if each["id"] not in told["had"]]
    yield f"{told['trade']['name']}：按现在说到的，要办 {len(wanted)} 项"
    yield from table((each["name"], f"{each['reason']}（{each['basis']}{_mark(each)}）") for each in wanted)
    if told["had"]:
        yield f"已经有执照的，这几项不用再办：{'、'.join(each['name'] for each in told['needed'] if each['id'] in told['had'])}"
    if told["not_needed"]:
        yield "不用办的"
        yield from table((each["name"], f"{each['reason']}（{each['basis']}{_mark(each)}）") for each in told["not_needed"])
    yield from _papers(told)
    yield from _saved(told["saving"])
    yield from _timed(told)
    if told["questions"]:
        yield f"还要问 {len(told['questions'])} 个问题，答了上面的可能会变。先问：{told['questions'][0]['text']}"
    yield UNVERIFIED


def _mark(each: dict[str, Any]) -> str:
    return "" if each["verified"] else "；未核实"


def _papers(told: dict[str, Any]) -> Iterator[str]:
    brought = [each for each in told["papers"] if each["way"] == "upload"]
    yield f"请您提供 {len(brought)} 样，其余 {len(told['papers']) - len(brought)} 样不用交或者由系统生成"
    yield from table((each["name"], f"{'、'.join(one['name'] for one in each['for'])}要用。样子：{each['sample']}") for each in brought)
    yield from (f"  {each['name']}：要不要交还没定" for each in told["undecided"])


def _saved(saving: dict[str, Any]) -> Iterator[str]:
    pairs = (("表", "forms", "张"), ("材料", "materials", "份"), ("填写项", "fields", "项"), ("法定工作日", "days", "天"))
    yield "；".join(f"{label} {saving[word]['separately']} → {saving[word]['together']} {unit}" for label, word, unit in pairs)


def _timed(told: dict[str, Any]) -> Iterator[str]:
    plan = told["plan"]
    yield f"{plan['start']} 申请，最早 {plan['opening']} 开业（{plan['working_days']} 个工作日）；都延长、都按最长送达，最晚 {plan['latest']}"
    yield from table(told["rows"])
    yield from (f"上门查看：{each['first']} 到 {each['last']} 之间一次{_together(each)}" for each in plan["visits"])
    if plan["cap"]["beyond"]:
        yield f"比联合办理的 {plan['cap']['days']} 个工作日长（{plan['cap']['basis']}），请工作人员看哪一项要先办。"
    yield from plan["gaps"]
    yield from plan["warnings"]


def _together(visit: dict[str, Any]) -> str:
    return f"，{len(visit['licences'])} 项一起看" if len(visit["licences"]) > 1 else ""
