"""Plays lives of requests on the office: one queue in the order of time, the daily tick between; what went otherwise than foretold is told."""

from collections import Counter
from datetime import datetime, time, timedelta
from heapq import heappop, heappush
from zoneinfo import ZoneInfo

from gaoxing.casework.acting import Reason
from gaoxing.office.aftercare.actions import Plan, Problem, Told, bring, plan
from gaoxing.office.aftercare.firing import fire
from gaoxing.office.aftercare.models import Request
from gaoxing.office.aftercare.ticking import DUE
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.drill.lives import Seen, SeenPart

HERE = ZoneInfo("Asia/Shanghai")
TICKS = time(18)


def wall(moment):
    """A moment on the wall clock."""
    return moment.astimezone(HERE).replace(tzinfo=None) if moment else None


class Player:
    """The office with its cast: `wrong` is what went otherwise than foretold, `steps` how many steps were played, `ended` how many lives came to their end.

    `refused` counts the refusals that were foretold and came; `now` is the moment of the last tick.
    """

    def __init__(self, cast, units, client):
        self.cast, self.units, self.client = cast, units, client
        self.codes = {unit.pk: code for code, unit in units.items()}
        self.rows, self.wrong, self.steps, self.ended, self.days = {}, [], 0, 0, 0
        self.refused, self.now = Counter(), None

    def play(self, lives, begins, told=lambda _ticks: None):
        """All lives to their ends; `told` hears of every day that passes."""
        queue, ticks = [], datetime.combine(begins.date(), TICKS)
        for number, each in enumerate(lives):
            step = next(each)
            heappush(queue, (step.at, number, step, each))
        while queue:
            at, number, step, each = heappop(queue)
            while ticks <= at:
                self.tick(ticks)
                told(ticks)
                ticks += timedelta(days=1)
            try:
                following = each.send(self.played(step))
            except StopIteration:
                self.ended += 1
                continue
            heappush(queue, (max(following.at, at), number, following, each))

    def tick(self, at):
        """What the office does by itself."""
        self.days, self.now = self.days + 1, at.replace(tzinfo=HERE)
        for _, due in DUE:
            due(self.now)

    def played(self, step):
        """Do a step; how the request then stands."""
        self.steps += 1
        told = ""
        try:
            self.done(step, step.at.replace(tzinfo=HERE))
        except NotAllowed as refusal:
            told = refusal.reason
        if bool(told) != bool(step.refused) or step.refused not in told:
            self.wrong.append(f"{step}: {told or 'not refused'}")
        elif told:
            self.refused[f"{step.act}: {step.refused}"] += 1
        return self.seen(step.name, step.at)

    def done(self, step, now):
        """The act itself, through the actions of the office."""
        if step.act == "bring":
            made = self.bring(step, now)
            self.rows[step.name] = made.pk
        elif step.act == "plan":
            request = self.row(step.name)
            plans = [
                Plan(no, category, "写明白了", grade, self.units[lead].pk, self.pks(helping)) for no, category, grade, lead, helping in step.details["plans"]
            ]
            plan(request, plans, self.cast[step.who], revision=request.revision, now=now)
        elif step.act:
            request = self.row(step.name)
            row = request.parts.select_related("request").get(number=step.part) if step.part else request
            reasons = (Reason(step.reason, "写明白了"),) if step.reason else ()
            fire(row, Pressed(step.act, reasons, step.note, row.revision, details=self.details(step.details)), self.cast[step.who], now=now)

    def bring(self, step, now):
        """The request of a life: of the enterprise on the list, or of its neighbour that has no steward."""
        ours = step.who != "window_clerk"
        told = {"client": self.client if ours else None, "owner": self.cast["applicant" if ours else "neighbour"], "source": "enterprise" if ours else "window"}
        problems = tuple(Problem(category, f"第 {place} 件难处") for place, category in enumerate(step.details["parts"]))
        name = self.client.name if ours else "昆山样例邻居有限公司"
        return bring(Told(name, f"诉求 {step.name} 的难处", problems, urgent=step.details["urgent"], **told), self.cast[step.who], now=now)

    def details(self, told):
        """What is pressed besides, with the numbers of what the life calls by name."""
        numbers = {"main": self.rows.get, "unit": lambda code: self.units[code].pk, "lead": lambda who: self.cast[who].pk}
        return {name: numbers[name](value) if name in numbers else value for name, value in told.items()}

    def pks(self, codes):
        return tuple(self.units[code].pk for code in codes)

    def row(self, name):
        return Request.objects.get(pk=self.rows[name])

    def seen(self, name, at):
        """How a request stands, in the words of its life."""
        request = self.row(name)
        parts = {each.number: self.part(each) for each in request.parts.prefetch_related("co_units")}
        last = dict(request.events.filter(act__in=("answer", "accept", "lapse")).order_by("number").values_list("act", "at"))
        accepted = max((last[each] for each in ("accept", "lapse") if each in last), default=None)
        return Seen(at, request.state, request.supervised_until is not None, parts, wall(last.get("answer")), wall(accepted))

    def part(self, each):
        waits = tuple(self.codes[co.unit_id] for co in each.co_units.all() if co.advised is None and co.unit_id != each.lead_id)
        return SeenPart(each.state, self.codes.get(each.lead_id, ""), waits, wall(each.sent), wall(each.due))
