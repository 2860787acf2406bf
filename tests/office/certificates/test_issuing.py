"""Issuing and revoking: one licence in force, its content frozen, its numbers without gaps."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.certificates import issuing, queries, revoking, seals
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.enterprises import actions as enterprises
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.refusal import NotAllowed
from tests.office.certificates.conftest import ADMINISTRATOR, CODE
from tests.office.certificates.pictures import PNG

pytestmark = pytest.mark.django_db
LEADER = Actor(9, "leader")
State = Certificate.State


def test_a_licence_has_a_number_a_version_and_a_token_nobody_guesses(licence):
    assert (licence.number, licence.version, licence.state, licence.code) == ("3205832026000001", 1, "in_force", CODE)
    assert len(licence.token) == 24
    assert queries.licence_by(licence.token) == licence


def test_numbers_go_on_without_a_gap(licence, shop, cause):
    assert issuing.issue_licence(shop, cause, composition="individual").number == "3205832026000002"


def test_a_new_licence_supersedes_the_one_before(licence, company, cause, now):
    later = replace(cause, now=now + timedelta(days=1))
    newer = issuing.issue_licence(replace(company, domicile="昆山市样例路1号"), later)
    licence.refresh_from_db()
    assert (licence.state, licence.ended, licence.superseded_by) == ("superseded", later.now, newer)
    assert (newer.version, newer.state, queries.newest(CODE)) == (2, "in_force", newer)
    assert licence.content["address"] == "昆山市玉山镇前进西路188号"


def test_where_an_item_is_not_known_no_licence_is_issued_and_the_old_one_stands(licence, company, cause):
    assert issuing.issue_licence(replace(company, capital=None), cause) is None
    licence.refresh_from_db()
    assert licence.state == "in_force"


def test_a_reissued_sole_trader_s_licence_keeps_its_composition(shop, cause):
    issuing.issue_licence(shop, cause, composition="family")
    assert issuing.issue_licence(replace(shop, domicile="昆山市样例路2号"), cause).content["composition"] == "家庭经营"


def test_a_sole_trader_whose_composition_nobody_knows_gets_no_licence(shop, cause):
    assert issuing.issue_licence(shop, cause) is None


def test_the_database_itself_refuses_a_second_licence_in_force(licence):
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.create(**{**_columns(licence), "token": "t", "number": "n", "serial": 9, "version": 9})


def test_a_deregistration_cancels_the_licence_and_leaves_a_notice(licence, company, cause):
    notice = issuing.issue_deregistration_notice(replace(company, status="cancelled"), cause)
    licence.refresh_from_db()
    assert (licence.state, notice.number) == ("cancelled", "（320583）注销登记〔2026〕第000001号")
    assert notice.content["licence"] is True


def test_a_notice_of_change_tells_before_and_after(db, company, cause):
    after = replace(company, legal_representative="丁小宝")
    notice = issuing.issue_change_notice(company, after, cause, reissued=True)
    assert notice.content["changes"] == [["法定代表人", "丁大宝", "丁小宝"]]


def test_what_is_issued_without_a_seal_stays_a_sample(licence, company, cause, now):
    used = seals.configure(PNG, actor=ADMINISTRATOR, now=now)
    newer = issuing.issue_licence(replace(company, name="昆山样例机电有限公司"), cause)
    licence.refresh_from_db()
    assert (licence.seal, newer.seal) == (None, used)


def test_a_leader_revokes_with_a_reason_and_the_register_says_so(licence, company, now):
    enterprises.record(company, now=now)
    revoking.revoke(licence, "penalty", actor=LEADER, now=now + timedelta(days=2))
    licence.refresh_from_db()
    assert (licence.state, licence.reason, OfficeRegister().find(uscc=CODE)[0].status) == ("revoked", "penalty", "revoked")
    assert Entry.objects.filter(act="certificate.revoked", reason="penalty", subject=licence.pk).count() == 1


@pytest.mark.parametrize("reason", ["", "because"])
def test_without_a_reason_nothing_is_revoked(licence, now, reason):
    with pytest.raises(NotAllowed, match="请选吊销、撤销的事由"):
        revoking.revoke(licence, reason, actor=LEADER, now=now)


def test_a_licence_is_revoked_once(licence, now):
    revoking.revoke(licence, "court_decision", actor=LEADER, now=now)
    with pytest.raises(NotAllowed, match="现在不是有效的"):
        revoking.revoke(licence, "penalty", actor=LEADER, now=now)


def test_a_clock_set_back_ends_no_licence_before_it_was_issued(licence, now):
    revoking.revoke(licence, "penalty", actor=LEADER, now=now - timedelta(days=3))
    licence.refresh_from_db()
    assert licence.ended == licence.issued


@pytest.mark.parametrize(("code", "name"), [(CODE, "昆山样例五金有限公司"), (" 91320583 ma0000007r", "昆山样例 五金有限公司")])
def test_a_licence_is_found_by_code_and_name_together(licence, code, name):
    assert queries.licence_of(code, name) == licence


@pytest.mark.parametrize(("code", "name"), [(CODE, "昆山样例"), (CODE, ""), ("", "昆山样例五金有限公司"), ("92320583MA0000007N", "昆山样例五金有限公司")])
def test_neither_alone_leads_to_it(licence, code, name):
    assert queries.licence_of(code, name) is None


def _columns(row):
    return {each.attname: getattr(row, each.attname) for each in row._meta.fields if each.attname != "id"}
