"""From submitting to deciding (秒批): how long it takes in the office, in a fresh data folder, until a founder's signed case is registered with its licence.

python benchmarks/at_once.py [--cases 60] [--database-url postgres://…]

Measured is one call: the submission, sealed and audited in its transaction, then the examination and all that a registration does in another (name, code,
register of enterprises, licence, notices). Words are read and signatures verified beforehand, as the page does. Bar: 0.2 s (Guangzhou's AIR publishes 2 s).
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from datetime import datetime, timedelta
from statistics import median, quantiles

BAR = 0.2
CHARACTERS = "安宝川东丰冠广海和宏吉佳嘉江金锦京景聚凯康乐丽联隆茂明南宁鹏齐启庆荣瑞润盛顺泰天通同万旺祥新鑫信兴旭亚阳义益永友宇源远泽正志中众"
SAID = (
    "我想办个体户，开一家面馆，名字叫{name}，经营者叫丁大宝，身份证号320583199001011216，手机13800001234，"
    "经营场所在昆山市玉山镇前进西路188号101室，个人经营，出资额五万元，从业人数两个人，经营餐饮服务"
)
TYPED = {
    "operator.sex": "male",
    "operator.ethnicity": "汉族",
    "operator.education": "大专",
    "operator.political_status": "群众",
    "operator.occupation": "厨师",
    "operator.address": "昆山市玉山镇前进西路200号",
    "e_commerce": "no",
    "telephone": "13800001234",
    "postcode": "215300",
    "paper_licence": "no",
}


def main() -> None:
    """Measure and print the table; exit status 1 where the bar is not kept."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=60)
    options.add_argument("--database-url", default="")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({"GAOXING_DATA": folder, "GAOXING_DEMO": "1", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"})
        if given.database_url:
            os.environ["DATABASE_URL"] = given.database_url
        times, work = measured(given.cases)
    slowest = quantiles(times, n=100)[98]
    print(f"submission → decision: {len(times)} of {given.cases} cases decided at once")
    print(f"p50 {median(times) * 1000:.0f} ms · p99 {slowest * 1000:.0f} ms · longest {max(times) * 1000:.0f} ms")
    print(f"bar {BAR * 1000:.0f} ms; Guangzhou's AIR publishes 2000 ms")
    print(f"of this the processor works p50 {median(work) * 1000:.0f} ms, which a busy machine does not blur")
    sys.exit(median(times) > BAR)


def measured(cases: int) -> tuple[list[float], list[float]]:
    """The seconds from submission to decision of those decided at once, and the seconds that the processor worked on each."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from gaoxing.office.cases.models import Case
    from gaoxing.office.people import accounts

    call_command("demo_people")
    call_command("demo_zone")
    now = timezone.now()
    owner = accounts.applicant_of("13900001234", language="zh-hans", now=now)
    drawn = random.Random(7)
    found = []
    for number in range(cases + 2):
        name = f"昆山市玉山镇{''.join(drawn.sample(CHARACTERS, 4))}面馆"
        spent, worked, case = one(owner, name, now + timedelta(seconds=number))
        if Case.objects.get(pk=case).state == Case.State.REGISTERED:
            found.append((spent, worked))
    return [spent for spent, _ in found[2:]], [worked for _, worked in found[2:]]


def one(owner, name: str, now: datetime) -> tuple[float, float, int]:
    """Read, sign, and submit one founder's case; the seconds of submitting and deciding, those that the processor worked, and the case."""
    from gaoxing.forms.correction import Correction
    from gaoxing.intake import receive
    from gaoxing.office.audit.entry import Actor
    from gaoxing.office.cases import actions, signing
    from gaoxing.office.cases.submitting import Judged, Sent, submit
    from gaoxing.office.cases.words import Words
    from gaoxing.office.people.identity import Rehearsal
    from gaoxing.office.signatures import actions as signatures
    from gaoxing.office.signatures import links, proving
    from gaoxing.office.signatures.service import provider
    from gaoxing.speech.transcript import Transcript

    said, typed = SAID.format(name=name), [Correction(path, value=value) for path, value in TYPED.items()]
    taken = receive(Transcript.of(said), on=now.date(), corrections=typed)
    case = actions.open_draft(now=now, consent="2026-11", actor=Actor(owner.pk, "applicant"))
    words = Words().state(said)
    for each in typed:
        words = words.correct(each)
    actions.rewrite(case, words, taken.form, matter=taken.matter.id, now=now)
    case.refresh_from_db()
    for person in signing.needed(taken.form, on=now.date()).people:
        signer = links.opened(links.ask(case.pk, person, actor=Actor(owner.pk, "applicant"), now=now), now=now)
        proving.prove(signer, person, person.number, service=Rehearsal(), now=now)
        signatures.sign(signer, person, signatures.shown(person.papers), provider=provider(), now=now)
    judged = Judged(form=taken.form, findings=taken.findings, open_questions=0)
    began, worked = time.perf_counter(), time.process_time()
    submit(case, judged, Sent("page", case.revision), owner, now=now)
    return time.perf_counter() - began, time.process_time() - worked, case.pk


if __name__ == "__main__":
    main()
