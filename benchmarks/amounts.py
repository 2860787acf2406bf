"""Amounts and dates in spoken words (金额与日期): exact, left open or silently wrong, beside JioNLP and cn2an in the same run.

    python -m venv /tmp/peers && /tmp/peers/bin/pip install jionlp==1.5.31 cn2an==0.5.24
    python benchmarks/amounts.py /tmp/peers/bin/python

The peers run in an interpreter of their own; without one they are skipped. What a careful reader must leave open (一千多万元) has None as its right answer:
a peer that returns a range (of amounts or of days) counts as open, one that returns a single other value as silently wrong.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

MONEY: dict[str, str | None] = {
    "一千两百万元人民币": "12000000 CNY",
    "五百万": "5000000",
    "一百零五万五千": "1055000",
    "两亿三千万": "230000000",
    "三百二十万美元": "3200000 USD",
    "壹佰壹拾万贰仟陆佰壹拾肆元陆角": "1102614.6 CNY",
    "一千多万元": None,
    "两千五": "2500",
    "一万二": "12000",
    "三十来万": None,
    "一点五亿元": "150000000 CNY",
    "三千万零五百元": "30000500 CNY",
    "人民币贰仟万元整": "20000000 CNY",
    "小于40万": None,
    "3万元欧元": "30000 EUR",
    "47.264287亿元": "4726428700 CNY",
    "三百二十万零五千": "3205000",
    "两个亿": "200000000",
    "一亿五": "150000000",
    "两万五": "25000",
    "十万八": "108000",
    "三百零五万": "3050000",
    "两百来万": None,
    "五六万": None,
    "一百二十万蓝天成": "1200000",
    "五十万三个人": "500000",
    "一百分教育": None,
    "三一重工": None,
    "七匹狼服饰": None,
    "一零一研究所": None,
    "万千网络": None,
    "十三五": None,
}
DATES: dict[str, str | None] = {
    "二十年": "20 years",
    "长期": "indefinite",
    "五年内": "5 years",
    "自成立之日起五年内": "5 years",
    "二〇二九年十二月三十一日": "2029-12-31",
    "二零二九年六月三十号": "2029-06-30",
    "2030年6月30号之前": "2030-06-30",
    "二零二七年九月": "2027-09",
    "2028年底": None,
    "2027年2月30日": None,
}
ROUNDS = 20
Answers = dict[str, str | None]

PEERS = """
import json, re, sys, time
asked = json.load(sys.stdin)
def timed(read, texts):
    answers, seconds = {}, []
    for text in texts:
        for number in range(asked["rounds"] + 1):
            start = time.perf_counter()
            try:
                answers[text] = read(text)
            except Exception as trouble:
                answers[text] = "error: " + type(trouble).__name__
            if number:
                seconds.append(time.perf_counter() - start)
    return {"answers": answers, "ms": 1000 * sum(seconds) / max(1, len(seconds))}
out = {}
codes = {"元": "CNY", "人民币": "CNY", "美元": "USD", "欧元": "EUR"}
try:
    import jionlp
    def money(text):
        read = jionlp.parse_money(text)
        if isinstance(read["num"], list) or read.get("definition") != "accurate":
            return None
        return str(read["num"]) + " " + codes.get(read["case"], read["case"])
    def day(text):
        read = jionlp.parse_time(text, time_base=time.time())
        if read["type"] == "time_delta":
            return "%g years" % read["time"]["year"] if isinstance(read["time"], dict) and "year" in read["time"] else str(read["time"])
        first, last = read["time"] if isinstance(read["time"], list) else (read["time"], read["time"])
        return first[:10] if first[:10] == last[:10] else first[:7] if first[:7] == last[:7] and first[8:10] == "01" else None
    out["JioNLP"] = {"money": timed(money, asked["money"]), "dates": timed(day, asked["dates"])}
except ImportError:
    pass
try:
    import cn2an
    def number(text):
        return str(cn2an.cn2an(re.sub("元|人民币|美元|欧元|整", "", text), "smart"))
    out["cn2an"] = {"money": timed(number, asked["money"])}
except ImportError:
    pass
json.dump(out, sys.stdout)
"""


def main(peer_python: str | None) -> None:
    """Print both tables."""
    results = {"Gaoxing": {"money": timed(our_money, MONEY), "dates": timed(our_day, DATES)}, **peers(peer_python, MONEY, DATES)}
    for title, wanted, kind in (("money", MONEY, "money"), ("dates and terms", DATES, "dates")):
        print(f"\n{title}: {len(wanted)} utterances\n{'':10}{'exact':>7}{'open':>7}{'wrong':>7}{'ms':>9}")
        for name, result in results.items():
            if kind in result:
                show(name, wanted, result[kind])


def show(name: str, wanted: Answers, result: dict[str, object], most: int = 99) -> None:
    """One line of counts, then the silently wrong answers (at most so many)."""
    answers: Answers = result["answers"]  # type: ignore[assignment]
    verdicts = {text: verdict(right, answers[text]) for text, right in wanted.items()}
    counts = [sum(each == kind for each in verdicts.values()) for kind in ("exact", "open", "wrong")]
    print(f"{name:10}{counts[0]:7}{counts[1]:7}{counts[2]:7}{result['ms']:9.3f}")
    for text in [text for text, each in verdicts.items() if each == "wrong"][:most]:
        print(f"           {text} → {answers[text]} (right: {wanted[text]})")


def verdict(right: str | None, answer: str | None) -> str:
    """`exact` the right value (a currency nobody said may be CNY); `open` none, or an error told; else `wrong`."""
    if answer is None or answer.startswith("error"):
        return "exact" if right is None else "open"
    if right is None:
        return "wrong"
    return "exact" if same(right, answer) else "wrong"


def same(right: str, answer: str) -> bool:
    """The same value; amounts as numbers, and cn2an, which knows no currency, is not blamed for it."""
    try:
        value, said = Decimal(right.split()[0]), Decimal(answer.split()[0])
    except ArithmeticError:
        return right == answer
    currencies = (right.split()[1:] or ["CNY"])[0], (answer.split()[1:] or [None])[0]
    return value == said and currencies[1] in (None, currencies[0])


def our_money(text: str) -> str | None:
    """The one exact amount that Gaoxing reads; a figure without a unit counts as its value."""
    from gaoxing.facts.amount import find_money

    mentions = find_money(text)
    if len(mentions) != 1 or mentions[0].amount is None:
        return None
    return f"{mentions[0].amount} {mentions[0].currency or ''}".strip()


def our_day(text: str) -> str | None:
    """The date or term that Gaoxing reads."""
    from gaoxing.facts.day import find_days, find_terms

    values = [each.value for each in (*find_days(text, None), *find_terms(text)) if each.value is not None]
    if len(values) != 1:
        return None
    return values[0] if isinstance(values[0], str) else f"{values[0]['years']} years"


def timed(read: Callable[[str], str | None], texts: Answers) -> dict[str, object]:
    """Answers, and the mean of ROUNDS calls each in milliseconds (the first is not counted)."""
    answers = {text: read(text) for text in texts}
    start = time.perf_counter()
    for _ in range(ROUNDS):
        for text in texts:
            read(text)
    return {"answers": answers, "ms": 1000 * (time.perf_counter() - start) / (ROUNDS * len(texts))}


def peers(python: str | None, money: Answers, dates: Answers) -> dict[str, dict[str, dict[str, object]]]:
    """What JioNLP and cn2an answer in their own interpreter; none where they are not installed."""
    asked = json.dumps({"money": list(money), "dates": list(dates), "rounds": ROUNDS})
    run = subprocess.run([python or sys.executable, "-c", PEERS], input=asked, capture_output=True, text=True, check=False)
    lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
    found = json.loads(lines[-1]) if lines else {}
    for name in {"JioNLP", "cn2an"} - set(found):
        print(f"{name} is not installed here and is skipped; to compare: see the head of {Path(__file__).name}")
    return found


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
