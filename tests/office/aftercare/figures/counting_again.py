"""The figures counted a second time, another way: record by record out of the database, clocks by the walk through the days. Imports no figure of the house."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from gaoxing.office.aftercare.models import Part
from tests.casework.day_by_day import CLOSES, walk, works

HERE = ZoneInfo("Asia/Shanghai")
OPENS = time(9)
SHARES = ("received", "contacted", "in_time", "closed", "solved", "rated", "satisfied", "reopened", "returned", "extended")
ONE_DAY = timedelta(days=1)


def wall(moment):
    """A moment on the wall clock."""
    return moment.astimezone(HERE).replace(tzinfo=None)


def counted_again(requests, now, **narrow):
    """Of each figure the numbers of its members and of all that are counted; of an average the days of each. `narrow` is asked of the parts."""
    found = {each: (set(), set()) for each in SHARES} | {"request_days": {}, "part_days": {}}
    for request in requests:
        _request(request, wall(now), found)
        for part in Part.objects.filter(request=request, **narrow):
            _part(part, wall(now), found)
    return found


def returned_again(requests, unit):
    """Of the parts of these requests those that a unit returned, and all that it ever led once they were sent, told by what was pressed, part by part."""
    found = set(), set()
    for part in Part.objects.filter(request__in=requests, events__act="dispatch").distinct():
        last = part.lead_id
        led, gave_back = {last}, set()
        for event in part.events.order_by("-number"):
            if event.act in ("redispatch", "designate"):
                last = event.unit_id
                led.add(last)
            elif event.act == "object":
                gave_back.add(last)
        if unit in led:
            _put(found, part, unit in gave_back)
    return found


def _request(request, now, found):
    _put(found["received"], request, True)
    _put(found["contacted"], request, in_good_time(request, now))
    over = request.state in ("accepted", "archived")
    if request.state not in ("withdrawn", "not_accepted"):
        _put(found["closed"], request, over)
    if over:
        rated = request.rating is not None
        assert rated is not request.unrated
        _put(found["solved"], request, bool(request.solved))
        _put(found["rated"], request, rated)
        if rated:
            _put(found["satisfied"], request, request.rating in (3, 4, 5))
    if request.events.filter(act__in=("accept", "lapse")).exists():
        _put(found["reopened"], request, request.events.filter(act="reopen").exists())
    if request.state in ("answered", "accepted", "archived"):
        found["request_days"][request.pk] = worked(wall(request.made), wall(request.events.filter(act="answer").latest("number").at))


def _part(part, now, found):
    over, late, days = part.state in ("done", "impossible"), False, 0
    for start, history, ends in spans(part, now):
        answer = walk(history, ends)
        late |= answer.late
        days += worked(start, ends) - answer.stood_still
    if late or over:
        _put(found["in_time"], part, not late)
    if over:
        found["part_days"][part.pk] = days
    if part.events.filter(act="dispatch").exists():
        _put(found["returned"], part, part.events.filter(act="object").exists())
        _put(found["extended"], part, part.events.filter(act="grant_extension").exists())


def spans(part, now):
    """Every run of a part's clock: when it was sent, what happened to the clock, and when it stopped or, where it runs still, now."""
    history = []
    for event in part.events.exclude(clock="").order_by("number"):
        if event.clock == "start":
            history = []
        history.append((wall(event.at), event.clock, event.days))
        if event.clock == "stop":
            yield history[0][0], history, wall(event.at)
            history = []
    if history:
        yield history[0][0], history, now


def in_good_time(request, now):
    """Whether the enterprise was contacted in time; None where nobody can say yet, or it no longer had to be."""
    until = due(request)
    call = request.events.filter(act="contact").order_by("number").first()
    if call:
        return wall(call.at) <= until
    gone = request.events.filter(act__in=("withdraw", "merge", "not_accept")).order_by("number").first()
    return False if (wall(gone.at) if gone else now) > until else None


def due(request):
    """By when it is to be contacted: an hour of office time after it was made, or by the end of the next working day after it was taken up."""
    made = wall(request.made)
    if request.urgent:
        left, day = timedelta(hours=1), made.date()
        while True:
            opens = max(made, datetime.combine(day, OPENS))
            open_for = max(timedelta(0), datetime.combine(day, CLOSES) - opens) if works(day) else timedelta(0)
            if open_for >= left:
                return opens + left
            left, day = left - open_for, day + ONE_DAY
    taken = request.events.filter(act="receive").first()
    return closing(wall(taken.at) if taken else closing(made))


def closing(moment):
    """The end of the next working day."""
    day = moment.date() + ONE_DAY
    while not works(day):
        day += ONE_DAY
    return datetime.combine(day, CLOSES)


def worked(since, until):
    """The working days after one day up to another."""
    return sum(works(since.date() + ONE_DAY * number) for number in range(1, (until.date() - since.date()).days + 1))


def _put(sets, row, member):
    if member is None:
        return
    members, of = sets
    of.add(row.pk)
    if member:
        members.add(row.pk)
