"""The public page of a licence: what a licence shows and nothing else, how it stands, no way to go through licences by trying."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from gaoxing.office.certificates import issuing, revoking
from gaoxing.office.certificates.views import public
from tests.office.certificates.conftest import ADMINISTRATOR, CODE, EXAMINER

pytestmark = pytest.mark.django_db


def looked(token, **headers):
    return Client().get(f"/licence/{token}", headers=headers)


def words(answer):
    return answer.content.decode()


def test_anybody_sees_what_the_licence_shows_and_that_it_holds(licence):
    page = words(looked(licence.token))
    assert all(each in page for each in (CODE, "昆山样例五金有限公司", "丁大宝", "壹佰万元整", "昆山市玉山镇前进西路188号", "昆山市行政审批局", "✓ 有效"))


def test_it_shows_nothing_of_the_case_or_the_shareholders(licence):
    page = words(looked(licence.token))
    assert licence.case_number not in page
    assert "股东" not in page


def test_a_sample_says_so(licence):
    assert "样本：登记机关没有在本系统启用印章" in words(looked(licence.token))


def test_a_superseded_licence_says_since_when_and_leads_to_the_newest(licence, company, cause, now):
    newer = issuing.issue_licence(replace(company, domicile="昆山市样例路1号"), replace(cause, now=now + timedelta(days=3)))
    page = words(looked(licence.token))
    assert "2026-11-27 换发了新的执照" in page
    assert f"/licence/{newer.token}" in page
    assert "✓ 有效" not in page


def test_a_revoked_licence_says_when_and_why(licence, now):
    revoking.revoke(licence, "false_registration", actor=EXAMINER, now=now)
    page = words(looked(licence.token))
    assert "已吊销、撤销" in page
    assert "2026-11-24 起作废" in page
    assert "提交虚假材料取得登记" in page


def test_a_cancelled_licence_says_that_the_enterprise_ended(licence, company, cause):
    issuing.issue_deregistration_notice(replace(company, status="cancelled"), cause)
    assert "2026-11-24 注销登记，企业已经终止" in words(looked(licence.token))


@pytest.mark.parametrize(
    "change", [lambda token: token[:-1] + ("a" if token[-1] != "a" else "b"), lambda token: token.swapcase(), lambda token: "1", lambda token: token + "0"]
)
def test_an_altered_token_leads_nowhere_and_says_what_to_do(licence, change):
    answer = looked(change(licence.token))
    assert answer.status_code == 404
    assert "二维码可能印得不清、被改过" in words(answer)
    assert CODE not in words(answer)


def test_a_notice_has_no_public_page(company, cause):
    notice = issuing.issue_change_notice(company, company, cause, reissued=False)
    assert looked(notice.token).status_code == 404


def test_code_and_name_lead_to_the_newest(licence):
    answer = Client().post("/licence", {"code": CODE.lower(), "name": "昆山样例五金有限公司"})
    assert answer["Location"] == f"/licence/{licence.token}"


def test_the_code_alone_leads_nowhere(licence):
    answer = Client().post("/licence", {"code": CODE, "name": ""})
    assert answer.status_code == 404
    assert "一字不差" in words(answer)


@pytest.mark.parametrize("way", ["scan", "type"])
def test_many_looks_from_one_address_are_braked(licence, monkeypatch, way):
    monkeypatch.setattr(public, "PER_ADDRESS", "2/m")
    looks = [looked(licence.token) if way == "scan" else Client().post("/licence", {"code": "1", "name": "1"}) for _ in range(3)]
    assert [each.status_code for each in looks] == [200 if way == "scan" else 404] * 2 + [429]


def test_it_is_to_be_had_in_english(licence):
    page = words(looked(licence.token, cookie="language=en"))
    assert "Valid" in page
    assert "昆山样例五金有限公司" in page


def test_the_page_is_not_kept_by_a_browser_for_it_may_change(licence):
    assert "no-store" in looked(licence.token)["Cache-Control"]


def test_the_administrator_s_act_is_not_on_the_page(licence):
    assert "/revoke" not in words(looked(licence.token))
    assert ADMINISTRATOR.role not in words(looked(licence.token))
