"""The page of the lists of industrial policy: seen before it holds, faults with the number of the item, what was typed is kept, any version again."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gaoxing.office.projects.models import PolicyLists
from tests.office.people.conftest import signed_in  # noqa: F401
from tests.office.projects.test_pages import browser, read, today  # noqa: F401
from tests.office.projects.test_policies import lists

pytestmark = pytest.mark.django_db
AT = "/staff/policies"


@pytest.fixture
def admin(browser, staff):  # noqa: F811
    return browser(staff("system_administrator", "a-1"))


def test_it_begins_with_the_shipped_lists(admin):
    shown = read(admin.get(AT))
    assert all(each in shown for each in ("现行：自带的清单", "鼓励类", "还没有发布过", "没有对照过原文", "[source.guidance]"))


def test_lists_are_seen_before_they_hold(admin):
    shown = read(admin.post(f"{AT}/preview", {"text": lists("样例烘干工艺", mark="K")}))
    assert all(each in shown for each in ("新增：1 条", "样例烘干工艺", "不再有：", "未核实", "发布"))
    assert not PolicyLists.objects.exists()


def test_they_hold_once_published_and_the_page_says_by_whom(admin):
    answer = admin.post(f"{AT}/publish", {"text": lists("样例烘干工艺"), "base": "0"}, follow=True)
    assert answer.redirect_chain == [(AT, 302)]
    number = PolicyLists.objects.get().pk
    assert all(each in read(answer) for each in (f"现行：第 {number} 版", "王某", "1 条"))


def test_a_file_is_read(admin):
    sent = SimpleUploadedFile("lists.toml", ("\ufeff" + lists("样例烘干工艺")).encode())
    assert "新增：1 条" in read(admin.post(f"{AT}/preview", {"file": sent, "text": ""}))


def test_a_file_that_is_no_text_is_refused_with_a_sentence(admin):
    answer = admin.post(f"{AT}/preview", {"file": SimpleUploadedFile("lists.toml", b"\xff\xfe\x00")})
    assert "UTF-8" in read(answer)
    assert not PolicyLists.objects.exists()


def test_faults_are_told_by_item_and_what_was_typed_is_kept(admin):
    answer = admin.post(f"{AT}/preview", {"text": lists("样例烘干工艺", mark="X")})
    assert answer.status_code == 400
    assert all(each in read(answer) for each in ("有 1 处不对", "第 1 条：mark", "样例烘干工艺"))
    assert admin.post(f"{AT}/publish", {"text": lists("样例烘干工艺", mark="X"), "base": "0"}).status_code == 409


def test_somebody_quicker_is_told(admin):
    admin.post(f"{AT}/publish", {"text": lists("样例烘干工艺"), "base": "0"})
    answer = admin.post(f"{AT}/publish", {"text": lists("样例喷涂工艺"), "base": "0"})
    assert answer.status_code == 409
    assert all(each in read(answer) for each in ("又换了一版", "样例喷涂工艺"))


def test_an_earlier_version_is_restored(admin):
    for each in ("样例烘干工艺", "样例喷涂工艺"):
        admin.post(f"{AT}/publish", {"text": lists(each)})
    second, first = PolicyLists.objects.all()
    assert f"恢复第 {first.pk} 版" in read(admin.get(f"{AT}/versions/{first.pk}"))
    assert "现行" in read(admin.get(f"{AT}/versions/{second.pk}"))
    admin.post(f"{AT}/publish", {"text": first.text, "base": second.pk, "restores": first.pk})
    assert f"现行：第 {PolicyLists.objects.first().pk} 版" in read(admin.get(AT))


def test_a_version_is_withdrawn_once_and_the_shipped_lists_can_be_gone_back_to(admin):
    admin.post(f"{AT}/publish", {"text": lists("样例烘干工艺")})
    number = PolicyLists.objects.get().pk
    assert "回到自带的清单：看看改了什么" in read(admin.get(f"{AT}/versions/0"))
    assert admin.post(f"{AT}/{number}/withdraw").status_code == 302
    assert "现行：自带的清单" in read(admin.get(AT))
    assert "撤回过了" in read(admin.post(f"{AT}/{number}/withdraw"))


def test_nothing_changed_is_said_and_cannot_be_published(admin):
    shown = read(admin.get(f"{AT}/versions/0"))
    assert "/staff/policies/publish" not in shown
    admin.post(f"{AT}/publish", {"text": lists("样例烘干工艺")})
    assert "没有改动" in read(admin.post(f"{AT}/preview", {"text": lists("样例烘干工艺")}))


def test_a_version_that_can_no_longer_be_read_says_so(admin, now):
    made = PolicyLists.objects.create(text="[[", made=now, made_by=7)
    assert "读不出来" in read(admin.get(AT))
    assert admin.get(f"{AT}/versions/{made.pk}").status_code == 409


def test_a_version_that_is_not_there_is_not_found(admin):
    assert admin.get(f"{AT}/versions/99").status_code == 404


def test_it_is_the_administrators_alone(browser, staff, owner):  # noqa: F811
    assert browser(staff("leader", "l-1")).get(AT).status_code == 403
    assert browser(owner).get(AT).status_code == 403
    assert browser(staff("examiner", "e-1")).post(f"{AT}/publish", {"text": lists("样例烘干工艺")}).status_code == 403


def test_it_is_told_in_english(admin):
    admin.post("/comfort", {"language": "en", "next": AT})
    assert "Lists of industrial policy" in read(admin.get(AT))
