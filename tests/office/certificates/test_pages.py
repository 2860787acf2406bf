"""The staff's pages: ranges and seal of the system administrator, licences and their revocation."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gaoxing.office.certificates import queries, seals
from gaoxing.office.certificates.models import CodeRange
from tests.office.cases.conftest import staff  # noqa: F401
from tests.office.certificates.conftest import ADMINISTRATOR, CODE, REGION
from tests.office.certificates.pictures import PNG
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
RANGE = {"first": "MA000000", "last": "MA00000Y", "region": REGION}


def words(answer):
    return answer.content.decode()


@pytest.fixture
def administrator(staff, signed_in):  # noqa: F811
    return signed_in(staff("system_administrator"))


@pytest.fixture
def leader(staff, signed_in):  # noqa: F811
    return signed_in(staff("leader"))


def test_a_range_is_added_and_shown_with_what_is_left(administrator):
    assert administrator.post("/staff/codes/add", RANGE)["Location"] == "/staff/codes"
    page = words(administrator.get("/staff/codes"))
    assert all(each in page for each in ("MA000000", "还剩 31 个代码", "快用完了"))


def test_what_cannot_be_is_told_and_what_was_typed_stays(administrator):
    answer = administrator.post("/staff/codes/add", {**RANGE, "first": "MAI00000"})
    assert answer.status_code == 400
    assert "不会有“I”" in words(answer)
    assert 'value="MAI00000"' in words(answer)


def test_a_range_is_closed_from_the_page(administrator, add_range):
    administrator.post(f"/staff/codes/{add_range().pk}/close")
    assert CodeRange.objects.get().closed
    assert "已停用" in words(administrator.get("/staff/codes"))


def test_a_seal_is_set_shown_and_withdrawn(administrator):
    administrator.post("/staff/seal/set", {"picture": SimpleUploadedFile("seal.png", PNG)})
    assert administrator.get("/staff/seal/picture.png").content.startswith(b"\x89PNG")
    assert "印这个印章" in words(administrator.get("/staff/seal"))
    administrator.post("/staff/seal/withdraw")
    assert queries.seal_in_use() is None
    assert administrator.get("/staff/seal/picture.png").status_code == 404


def test_what_is_no_picture_is_no_seal(administrator):
    answer = administrator.post("/staff/seal/set", {"picture": SimpleUploadedFile("seal.png", b"%PDF-1.4")})
    assert answer.status_code == 400
    assert "印章图样要用 PNG 或 JPEG" in words(answer)


def test_a_newer_seal_takes_the_place_of_the_older(now, db):
    one, other = (seals.configure(PNG, actor=ADMINISTRATOR, now=now) for _ in range(2))
    one.refresh_from_db()
    assert one.withdrawn == now
    assert queries.seal_in_use() == other


@pytest.mark.parametrize("role", ["examiner", "leader", "security_administrator"])
def test_nobody_else_sets_ranges_or_seals(staff, signed_in, role):  # noqa: F811
    browser = signed_in(staff(role))
    answers = [browser.get("/staff/codes"), browser.post("/staff/codes/add", RANGE), browser.get("/staff/seal"), browser.post("/staff/seal/withdraw")]
    assert {each.status_code for each in answers} == {403}


def test_a_licence_is_found_by_its_code(leader, licence):
    page = words(leader.get("/staff/licences", {"code": CODE.lower()}))
    assert licence.number in page
    assert f"/staff/licences/{licence.pk}" in page


def test_a_leader_revokes_after_one_question(leader, licence):
    assert "办了以后不能恢复" in words(leader.get(f"/staff/licences/{licence.pk}"))
    leader.post(f"/staff/licences/{licence.pk}/revoke", {"reason": "penalty", "sure": "yes"})
    licence.refresh_from_db()
    assert licence.state == "revoked"


@pytest.mark.parametrize(
    ("post", "why"), [({"reason": "penalty"}, "请先勾选"), ({"sure": "yes"}, "请选吊销、撤销的事由"), ({"sure": "yes", "reason": "x"}, "请选")]
)
def test_half_a_form_revokes_nothing(leader, licence, post, why):
    answer = leader.post(f"/staff/licences/{licence.pk}/revoke", post)
    assert (answer.status_code, why in words(answer)) == (409, True)
    licence.refresh_from_db()
    assert licence.state == "in_force"


def test_an_examiner_sees_licences_and_revokes_none(staff, signed_in, licence):  # noqa: F811
    browser = signed_in(staff("examiner"))
    assert "吊销、撤销</summary>" not in words(browser.get(f"/staff/licences/{licence.pk}"))
    assert browser.post(f"/staff/licences/{licence.pk}/revoke", {"reason": "penalty", "sure": "yes"}).status_code == 403
