"""Finding a request: by number, name and whole telephone number, on one's own desk alone; what cannot be searched by is told; the audit keeps no words."""

import pytest

from gaoxing.office.aftercare.desk import searching
from gaoxing.office.aftercare.desk.searching import LONGEST, NAME, NOTHING, NUMBER, TELEPHONE, search
from gaoxing.office.aftercare.models import Client, Request
from gaoxing.office.audit.models import Entry
from gaoxing.standards import resident_id
from tests.office.aftercare.conftest import ENTERPRISE

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(cast, now):
    return lambda typed, who="steward": search(typed, cast[who], now=now)


@pytest.fixture
def numbered(brought):
    """A request of a number of its own."""

    def made(number, **told):
        request = brought(**told)
        Request.objects.filter(pk=request.pk).update(number=number)
        return request

    return made


@pytest.mark.parametrize("typed", ["R2026-000012", "r2026-000012", "2026-12", "12", "000012", " R2026-12 ", "Ｒ２０２６－００００１２", "R2026-000000012"])
def test_a_number_is_found_however_it_is_typed(numbered, found, typed):
    request = numbered("R2026-000012")
    told = found(typed)
    assert (told.kind, told.requests) == (NUMBER, (request,))


def test_a_number_without_its_year_finds_it_in_every_year_and_no_longer_one(numbered, found):
    old, new = numbered("R2025-000012", words="路灯不亮"), numbered("R2026-000012", words="水压太低")
    numbered("R2026-100012", words="网络太慢")
    assert found("12").requests == (new, old)
    assert found("2025-12").requests == (old,)


def test_a_number_that_is_none_says_so(numbered, found):
    numbered("R2026-000012")
    told = found("R2026-000013")
    assert (told.kind, told.requests) == (NUMBER, ())
    assert "没有这个编号的诉求" in told.told


@pytest.mark.parametrize("typed", ["样例诉求", "昆山样例", ENTERPRISE, " 样例诉求 "])
def test_an_enterprise_is_found_by_a_stretch_of_its_name(brought, found, typed):
    request = brought()
    assert (found(typed).kind, found(typed).requests) == (NAME, (request,))


def test_an_enterprise_is_found_by_the_name_on_the_list_too(brought, found, client_of):
    request = brought()
    Client.objects.update(name="昆山换名样例有限公司")
    assert found("换名样例").requests == (request,)


@pytest.mark.parametrize("typed", ["%样例", "样_诉求", "样例.*"])
def test_signs_of_a_pattern_are_letters_like_any(brought, found, typed):
    brought()
    assert found(typed).requests == ()


@pytest.mark.parametrize("typed", ["13900004321", "139 0000 4321", "+86 13900004321", "１３９００００４３２１"])
def test_a_telephone_number_finds_who_is_to_be_reached_by_it(brought, found, typed):
    request = brought(mobile="13900004321")
    brought("路灯不亮", mobile="13900009999")
    told = found(typed)
    assert (told.kind, told.requests) == (TELEPHONE, (request,))


def test_a_telephone_number_finds_the_account_that_has_it(brought, found):
    request = brought(mobile="")
    assert found("13900001234").requests == (request,)


def test_a_landline_is_found_with_its_area_code(brought, found):
    request = brought(mobile="0512-57301234")
    assert found("051257301234").requests == (request,)


def test_part_of_a_telephone_number_finds_nobody(brought, found):
    brought(mobile="13900004321")
    assert found("139-0000-432").requests == ()
    assert found("4321").requests == ()


def test_a_telephone_number_is_found_under_a_key_that_came_later(brought, found, settings):
    request = brought(mobile="13900004321")
    settings.GAOXING_KEY = f"{'ab' * 16},{settings.GAOXING_KEY}"
    assert found("13900004321").requests == (request,)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "请先填要找的"),
        ("　 ", "请先填要找的"),
        ("\x00\x07", "请先填要找的"),
        ("样", "至少写两个字"),
        ("0512-5730", "电话号码要写完整"),
        ("---", "电话号码要写完整"),
    ],
)
def test_what_cannot_be_searched_by_is_told_and_not_searched(brought, found, typed, told):
    brought()
    answer = found(typed)
    assert (answer.kind, answer.requests, told in answer.told) == (NOTHING, (), True)
    assert not Entry.objects.filter(act="request.searched").exists()


@pytest.mark.parametrize("shape", ["{}{}", "{}-{}"])
def test_an_identity_number_is_nothing_to_search_by_and_is_kept_nowhere(brought, found, shape):
    brought()
    number = next(f"11010119900307001{last}" for last in "0123456789X" if resident_id.is_valid(f"11010119900307001{last}"))
    answer = found(shape.format(number[:6], number[6:]))
    assert (answer.kind, answer.requests, "不能按身份证号码查" in answer.told) == (NOTHING, (), True)
    assert not Entry.objects.filter(act="request.searched").exists()


def test_a_very_long_text_is_cut_and_finds_nothing(brought, found):
    brought()
    assert found("样例" * LONGEST).requests == ()


@pytest.mark.parametrize(("typed", "kind"), [("样例诉求", NAME), ("13900001234", TELEPHONE), ("12", NUMBER)])
def test_the_audit_keeps_that_and_by_what_was_searched_and_not_what_was_typed(brought, found, cast, typed, kind):
    brought()
    found(typed)
    entry = Entry.objects.get(act="request.searched")
    assert (entry.actor, entry.reason) == (cast["steward"].pk, kind)
    assert typed not in str(entry.details)


@pytest.mark.parametrize("typed", ["样例诉求", "13900001234"])
def test_nobody_finds_what_is_not_on_their_desk(brought, found, typed):
    request = brought()
    assert found(typed, "leader").requests == (request,)
    assert found(typed, "colleague").requests == ()


def test_a_number_of_another_desk_is_as_if_there_were_none(numbered, found):
    numbered("R2026-000012")
    assert (found("12", "colleague").requests, found("12", "colleague").told) == ((), found("13", "colleague").told)


def test_of_many_the_newest_are_shown_and_it_is_said_that_there_are_more(brought, found, monkeypatch):
    monkeypatch.setattr(searching, "MOST", 2)
    every = [brought(f"第 {number} 件难处") for number in range(3)]
    told = found("样例诉求")
    assert (told.requests, told.more) == ((every[2], every[1]), True)
    assert found(every[0].number).more is False
