"""NUL, which no database can store: in a path, a query or a blank it is told with a sentence, wherever it stands."""

from http import HTTPStatus
from urllib.parse import urlencode

import pytest

pytestmark = pytest.mark.django_db
TYPED = "application/x-www-form-urlencoded"


def refused(answer):
    return answer.status_code == HTTPStatus.BAD_REQUEST and "存不了的字符" in answer.content.decode()


@pytest.mark.parametrize("address", ["/cases/%00", "/?words=a%00b", "/?%00=1", "/?a=1&a=%00"])
def test_an_address_that_holds_nul_is_told(client, address):
    assert refused(client.get(address))


@pytest.mark.parametrize("blanks", [{"words": "开店\x00"}, {"wor\x00ds": "开店"}, {"words": ["开店", "\x00"]}])
def test_a_blank_that_holds_nul_is_told(client, blanks):
    assert refused(client.post("/sign-in", urlencode(blanks, doseq=True), content_type=TYPED))


def test_an_address_without_it_goes_on(client):
    assert client.get("/?words=%E5%BC%80%E5%BA%97").status_code == HTTPStatus.OK


def test_a_part_of_a_page_is_told_on_that_page(client):
    answer = client.get("/?words=%00", headers={"HX-Request": "true"})
    assert refused(answer)
    assert "<html" not in answer.content.decode()


def test_the_api_answers_in_its_own_way(client):
    answer = client.get("/api/v1/cases?cursor=%00")
    assert "存不了的字符" not in answer.content.decode()
    assert HTTPStatus.BAD_REQUEST <= answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
