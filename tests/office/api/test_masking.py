"""No answer of the API holds the number of a person whole, wherever it was said: not in a value, a word, a finding, a file's name or a refusal."""

import io

import pytest
from PIL import Image

from gaoxing.office.api.views.document import document
from gaoxing.office.attachments.models import Attachment

pytestmark = pytest.mark.django_db
IDENTITY, MOBILE, LANDLINE, MAIL = "320583199001011216", "13800001234", "0512-57301234", "tiger.cub@example.cn"
NUMBERS = (IDENTITY, MOBILE, LANDLINE, "tiger.cub@")
TOLD = f"联系电话{LANDLINE}，邮箱{MAIL}，再说一遍身份证号{IDENTITY}"


@pytest.fixture
def draft(system, draft_of):
    """A draft in whose words every kind of number stands, with a file that is named by one."""
    made = draft_of()
    after = system.post(f"/drafts/{made.reference}/words", {"revision": made.revision, "said": TOLD})
    assert after.status_code == 200
    made.refresh_from_db()
    return made


def whole(answers):
    """The numbers that stand whole in some answer."""
    return {number for answer in answers for number in NUMBERS if number in answer.content.decode()}


def test_every_answer_about_a_draft_masks_them(system, draft):
    path, seen = f"/drafts/{draft.reference}", draft.revision
    said, typed = {"revision": seen, "said": f"手机{MOBILE}"}, {"revision": seen + 1, "path": "funds", "value": "六万元"}
    answers = [system.get(path), system.get("/drafts"), system.post(f"{path}/words", said), system.post(f"{path}/values", typed)]
    answers.append(system.post(f"{path}/words", {"revision": 0, "said": TOLD}))
    assert [each.status_code for each in answers] == [200, 200, 200, 200, 409]
    assert whole(answers) == set()


def test_an_answer_given_again_masks_them_too(system, draft):
    path, body = f"/drafts/{draft.reference}/words", {"revision": draft.revision, "said": TOLD}
    answers = [system.post(path, body, key="same") for _ in range(2)]
    assert answers[1]["Idempotency-Replayed"] == "true"
    assert whole(answers) == set()


def test_every_answer_about_a_case_masks_them_for_applicant_and_clerk(system, desk, sent_case):
    case = sent_case()
    answers = [each.get(path) for each in (system, desk) for path in (f"/cases/{case.number}", "/cases", f"/cases/{case.number}/attachments")]
    kinds = next(each["reasons"] for each in answers[3].json()["acts"] if each["act"] == "ask_correction")
    reason = {"id": kinds[0], "words": f"请核对{IDENTITY}和{LANDLINE}", "about": MOBILE}
    answers.append(desk.post(f"/cases/{case.number}/acts", {"act": "ask_correction", "revision": case.revision, "reasons": [reason]}))
    answers += [each.get(f"/cases/{case.number}") for each in (system, desk)]
    assert {each.status_code for each in answers} == {200}
    assert whole(answers) == set()


def test_a_file_that_is_named_by_a_number_is_told_with_it_masked(system, draft_of):
    made, picture = draft_of(), io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(picture, "PNG")
    sent = system.post(f"/drafts/{made.reference}/attachments?name={IDENTITY}.png", raw=picture.getvalue(), kind="application/octet-stream")
    answers = [sent, system.get(f"/drafts/{made.reference}/attachments")]
    assert (sent.status_code, Attachment.objects.count()) == (201, 1), sent.content
    assert answers[1].json()["attachments"][0]["name"] == "3205**********1216.png"
    assert whole(answers) == set()


def test_the_register_tells_of_people_their_names_and_posts_alone():
    shape = document()["components"]["schemas"]
    assert not [name for name, each in shape.items() for field in each.get("properties", {}) if field in {"id_number", "mobile", "email", "words_blob"}]
