"""What makes an address a standard one; every address is invented but the roads and towns."""

import pytest

from gaoxing.facts.standard_address import Lack, known_roads, lacking

KUNSHAN = "320583"


@pytest.mark.parametrize(
    "address",
    [
        "江苏省苏州市昆山市玉山镇前进西路18号3号楼201室",
        "昆山市前进西路18号201室",
        "昆山高新区前进西路1号2室",
        "昆山市高新区前进中路1号2室",
        "前进中路1号2室",
        "江苏省昆山市前进西路18-2号201室",
        "昆山市萧林路92号B幢3楼",
    ],
)
def test_an_address_with_known_road_number_and_room_is_standard(address: str) -> None:
    assert lacking(address, KUNSHAN) == ()


@pytest.mark.parametrize(
    ("address", "lack"),
    [
        ("昆山市前进西路18号", (Lack.ROOM,)),
        ("苏州市昆山市前进西路", (Lack.NUMBER, Lack.ROOM)),
        ("昆山市天边路18号201室", (Lack.ROAD,)),
        ("太仓市前进西路1号2室", (Lack.DISTRICT,)),
        ("苏州市前进西路1号2室", (Lack.DISTRICT,)),
        ("昆山市前进西路18号201室旁边的铺子", (Lack.REST,)),
        ("前进西路与萧林路交叉口", (Lack.NUMBER, Lack.ROOM, Lack.REST)),
        ("", (Lack.ROAD,)),
    ],
)
def test_what_is_not_standard_says_what_it_lacks(address: str, lack: tuple[Lack, ...]) -> None:
    assert lacking(address, KUNSHAN) == lack


def test_a_zone_s_own_road_and_town_count_too() -> None:
    assert lacking("昆山市新泾镇云上路7号1室", KUNSHAN) == (Lack.ROAD,)
    assert lacking("昆山市新泾镇云上路7号1室", KUNSHAN, towns=["新泾镇"], roads=["云上路"]) == ()


def test_the_longest_road_is_taken() -> None:
    assert lacking("昆山市云上路东段7号1室", KUNSHAN, roads=["云上路", "云上路东段"]) == ()


def test_an_unknown_district_makes_nothing_standard() -> None:
    assert lacking("昆山市前进西路18号201室", "999999") == (Lack.DISTRICT,)


def test_every_known_road_is_a_name_of_its_own() -> None:
    assert "前进西路" in known_roads()
    assert all(len(each) >= 2 for each in known_roads())
