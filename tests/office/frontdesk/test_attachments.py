"""The materials to bring at the desk: each with its upload, without script and with it; only one's own; what is not taken is told."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gaoxing.engines.scanning.rehearsal import EICAR
from gaoxing.office.attachments import actions, scanning, upload
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.models import Case
from tests.engines.photographs import page, pdf, photo

pytestmark = pytest.mark.django_db

CHARTER = "公司章程"
PHOTO = photo(image=page(700, 900, lines=8))
ADD, LIST = "/draft/attachments/add", "/draft/attachments"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA, settings.SCANNER = tmp_path, "rehearsal"
    return tmp_path


@pytest.fixture
def applicant(visitor, statement):
    """A browser whose draft is about setting up a company."""
    visitor.post("/draft/words", {"words": statement})
    return visitor


def file(content=PHOTO, name="章程第一页.jpg"):
    return SimpleUploadedFile(name, content)


def send(browser, *files, material=CHARTER, script=False, **more):
    headers = {"hx-request": "true"} if script else {}
    return browser.post(ADD, {"material": material, "file": list(files or [file()]), **more}, headers=headers)


def text(response):
    return response.content.decode()


def test_every_material_of_the_matter_has_its_own_upload(applicant):
    shown = text(applicant.get(LIST))
    assert shown.count('class="bring"') == shown.count('name="photo" accept="image/jpeg" capture="environment"')
    assert f'value="{CHARTER}"' in shown
    assert "别的材料" in shown


def test_without_script_one_comes_back_to_the_material(applicant):
    response = send(applicant)
    assert response.status_code == 302
    assert re.fullmatch(r"/draft/attachments#material-\d+", response["Location"])
    assert "章程第一页.jpg" in text(applicant.get(LIST))


def test_with_script_the_material_alone_comes_back(applicant):
    shown = text(send(applicant, script=True))
    assert shown.startswith('<li class="bring"')
    assert shown.count('class="bring"') == 1
    assert "已收到，正在等查毒" in shown


def test_several_pages_are_sent_at_once(applicant):
    send(applicant, file(), file(pdf(), "章程.pdf"))
    assert list(Attachment.objects.values_list("material", "media_type")) == [(CHARTER, "image/jpeg"), (CHARTER, "application/pdf")]


def test_a_dark_photograph_is_taken_and_told(applicant):
    shown = text(send(applicant, file(photo(light=0.2)), script=True))
    assert "这张照片太暗" in shown
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_what_is_not_taken_is_told_at_its_material(applicant, script):
    response = send(applicant, file(b"PK\x03\x04" + bytes(300), "执照.jpg"), script=script)
    assert response.status_code == 400
    place = text(response).partition(f'value="{CHARTER}"')[0].rpartition('class="bring"')[2]
    assert "这是压缩包" in place
    assert Attachment.objects.count() == 0


def test_of_several_the_sound_ones_are_taken(applicant):
    response = send(applicant, file(), file(b"x", "x.exe"), script=True)
    assert (response.status_code, Attachment.objects.count()) == (400, 1)
    assert "章程第一页.jpg" in text(response)


def test_more_files_than_one_post_takes_are_told(applicant):
    files = [file(photo(image=page(700, 900, lines=number + 1))) for number in range(upload.MOST_FILES + 1)]
    assert "一次最多传 5 个" in text(send(applicant, *files, script=True))
    assert Attachment.objects.count() == upload.MOST_FILES


def test_nothing_chosen_is_told(applicant):
    assert "还没有选文件" in text(applicant.post(ADD, {"material": CHARTER}))


def test_a_hundred_megabytes_are_refused_by_the_head_before_a_byte_is_read(applicant):
    class Unread(io.BytesIO):
        def read(self, *arguments):
            pytest.fail("it was read")

    told = {"CONTENT_LENGTH": str(100 * 2**20), "wsgi.input": Unread()}
    response = applicant.generic("POST", ADD, b"", content_type="multipart/form-data; boundary=x", **told)
    assert response.status_code == 413
    assert "每个文件最多 20 MB" in text(response)


def test_a_file_above_the_limit_is_told_at_its_material(applicant, monkeypatch):
    monkeypatch.setattr(upload, "LARGEST", 65_000)
    response = send(applicant, file(bytes(200_000)), script=True)
    assert (response.status_code, Attachment.objects.count()) == (400, 0)
    assert "超过 20 MB" in text(response)


def test_the_token_of_the_page_is_still_asked_for(statement):
    browser = Client(enforce_csrf_checks=True)
    response = browser.post(ADD, {"material": CHARTER, "file": file()})
    assert (response.status_code, Attachment.objects.count()) == (403, 0)


def test_a_material_that_is_not_on_the_list_is_refused(applicant):
    response = send(applicant, material="不在单子上")
    assert (response.status_code, Attachment.objects.count()) == (409, 0)
    assert "材料单里没有这一项" in text(response)


def test_before_a_matter_is_known_files_are_taken_as_others(visitor):
    visitor.post("/draft/words", {"words": "你好"})
    assert "还没有定下办什么事" in text(visitor.get(LIST))
    assert send(visitor, material="").status_code == 302


def test_what_was_sent_for_a_matter_that_changed_is_shown_with_the_rest(applicant):
    send(applicant)
    Case.objects.update(matter="deregistration")
    rest = text(applicant.get(LIST)).rpartition('class="bring"')[2]
    assert "章程第一页.jpg" in rest


def test_without_a_draft_one_is_led_to_the_desk(visitor):
    assert visitor.get(LIST)["Location"] == "/desk"
    assert send(visitor).status_code == 409


def test_before_the_privacy_page_nothing_is_kept(stranger):
    assert stranger.get(LIST).status_code == 302
    assert (send(stranger).status_code, Attachment.objects.count()) == (403, 0)


def test_the_preview_is_made_here_and_may_do_nothing(applicant):
    send(applicant)
    response = applicant.get(f"{LIST}/{Attachment.objects.get().pk}/preview.jpg")
    assert Image.open(io.BytesIO(response.content)).format == "JPEG"
    assert (response["Content-Type"], response["Content-Security-Policy"]) == ("image/jpeg", "default-src 'none'; sandbox")


def test_the_file_comes_back_as_it_was_to_be_saved_and_never_opened(applicant):
    made = pdf()
    send(applicant, file(made, "章程.pdf"))
    response = applicant.get(f"{LIST}/{Attachment.objects.get().pk}/file")
    assert response.content == made
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''%E7%AB%A0%E7%A8%8B.pdf"
    assert (response["X-Content-Type-Options"], response["Content-Security-Policy"]) == ("nosniff", "default-src 'none'; sandbox")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("way", ["preview.jpg", "file"])
def test_another_browser_finds_nothing(applicant, way):
    send(applicant)
    number = Attachment.objects.get().pk
    other = Client()
    other.post("/consent")
    other.post("/draft/words", {"words": "开店"})
    assert other.get(f"{LIST}/{number}/{way}").status_code == 404
    assert other.post(f"{LIST}/{number}/remove").status_code == 404
    assert Attachment.objects.count() == 1


def test_a_file_is_removed_where_one_asks_for_it(applicant):
    send(applicant)
    number = Attachment.objects.get().pk
    assert applicant.post(f"{LIST}/{number}/remove").status_code == 302
    assert Attachment.objects.count() == 0
    assert applicant.post(f"{LIST}/{number}/remove").status_code == 404


def test_a_clerk_who_helps_stands_in_the_audit_as_one(applicant):
    applicant.post("/hand-over", {"name": "窗口甲"})
    session = applicant.session
    session["clerk"] = "窗口甲（自报）"
    session.save()
    send(applicant)
    assert Entry.objects.get(act="attachment.added").role == "window_clerk"


def test_an_outage_of_the_scanner_is_seen_on_the_page(applicant, settings, now):
    settings.SCANNER = "failing"
    send(applicant)
    scanning.scan_due(now=Attachment.objects.get().next_scan)
    shown = text(applicant.get(LIST))
    assert "查毒服务暂时没有答复" in shown
    assert "查过没有病毒" not in shown


def test_an_infected_file_is_told_and_can_be_neither_seen_nor_had(applicant):
    send(applicant, file(pdf() + EICAR, "章程.pdf"))
    made = Attachment.objects.get()
    scanning.scan_due(now=made.next_scan)
    shown = text(applicant.get(LIST))
    assert "查出病毒，内容已删去" in shown
    assert f"{made.pk}/file" not in shown
    assert applicant.get(f"{LIST}/{made.pk}/file").status_code == 409


def test_what_staff_refused_says_why(applicant, now):
    send(applicant)
    actions.refuse(Attachment.objects.get(), "incomplete", actor=Actor(1, "window_clerk"), now=now)
    assert "没有拍全" in text(applicant.get(LIST))


def test_where_nothing_is_scanned_the_page_says_so(applicant, settings):
    settings.SCANNER = "none"
    assert "这里不查毒" in text(send(applicant, script=True))


def test_the_way_to_the_page_stands_by_the_materials(applicant):
    assert 'href="/draft/attachments"' in text(applicant.get("/draft/papers"))


def test_papers_that_only_some_cases_want_are_folded_away(visitor):
    visitor.post("/draft/words", {"words": "我和朋友合开一家公司，叫昆山测试软件有限公司，注册资本一百万，我占六成"})
    page = visitor.get("/draft/attachments").content.decode()
    first, _, folded = page.partition('<details class="perhaps">')
    assert "公司章程" in first
    assert "发起人协议" in folded.partition("</details>")[0]
    assert first.count('class="bring"') < page.count('class="bring"')
