"""What is done at the desk stands in the audit, whoever's browser it was."""

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import visitor
from gaoxing.office.retention.models import Deletion
from gaoxing.office.retention.queries import standing

pytestmark = pytest.mark.django_db


def acts():
    return list(Entry.objects.values_list("act", "role", "reason"))


@pytest.fixture
def said(typing, statement):
    typing(words=statement)
    return Case.objects.get()


def test_saying_and_beginning_again_are_acts(said, visitor):
    visitor.post("/draft/restart")
    assert acts() == [("draft.made", "applicant", ""), ("draft.changed", "applicant", "state"), ("draft.deleted", "applicant", "asked")]


@pytest.mark.parametrize(
    ("path", "kind"), [("/draft/papers/0.pdf", "pdf"), ("/draft/papers/0.pdf?inline=1", "print"), ("/draft/papers.zip", "zip"), ("/draft/print", "print")]
)
def test_papers_that_leave_are_acts(said, visitor, path, kind):
    assert visitor.get(path).status_code == 200
    assert acts()[-1] == ("papers.taken", "applicant", kind)


def test_looking_at_the_papers_on_the_page_is_none(said, visitor):
    visitor.get("/draft/papers")
    assert "papers.taken" not in str(acts())


def test_a_clerk_takes_a_draft_over_and_gives_it_back(said, visitor, client):
    code = visitor.post("/code").context["code"]
    client.post("/resume", {"code": code, "agree": "on", "clerk": "on", "name": "窗口甲"})
    client.post("/draft/words", {"addition": "长期"})
    client.post("/hand-back")
    assert acts()[2:] == [
        ("code.made", "applicant", ""),
        ("code.used", "window_clerk", ""),
        ("draft.handed_over", "window_clerk", ""),
        ("draft.changed", "window_clerk", "add"),
        ("draft.handed_back", "window_clerk", ""),
    ]
    assert "窗口甲" not in str(list(Entry.objects.values()))


def test_drafts_left_at_a_kiosk_are_deleted_by_whoever_leaves(said, visitor):
    visitor.post("/clear")
    assert ("draft.deleted", "applicant", "abandoned") in acts()


def test_an_account_acts_under_its_number(rf):
    request = rf.get("/")
    request.user = type("Somebody", (), {"pk": 41})()
    assert visitor.account(request) == 41
    assert visitor.account(rf.get("/")) == 0


def test_everything_that_is_kept_for_a_time_is_in_the_report(db, now):
    assert {"draft", "resume_code", "recording", "session", "attachment", "name_hold"} <= {each.kind for each in standing(now=now)}
    assert not Deletion.objects.exists()
