"""Every trade from a spoken statement to its plan. Shops and figures are made up."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest

from gaoxing.catalogue import matter
from gaoxing.intake import Taken, receive
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.order import waits_for
from gaoxing.matters.joint_licence.trades import questions
from gaoxing.speech.transcript import Transcript

DAY = date(2026, 11, 25)
ALWAYS = {"business_licence", "seal_filing"}

STATEMENTS: dict[str, tuple[str, set[str]]] = {
    "restaurant": ("我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌", {"food_operation", "fire_check", "signboard"}),
    "cafe_tea": ("想开个奶茶店，六十平方，招牌要挂，没有驻唱", {"food_operation", "signboard"}),
    "bakery": ("我要开个面包店，八十平方，门头挂招牌", {"food_operation", "signboard"}),
    "convenience": ("开个便利店，只卖包装好的，不现做，散装的也不卖，烟要卖，招牌要挂", {"prepackaged_filing", "tobacco_retail", "signboard"}),
    "supermarket": ("准备开个大超市，一千平方，装修一百万，卖烟，书报不卖", {"food_operation", "tobacco_retail", "hygiene_permit", "fire_check"}),
    "pharmacy": ("想开家药店，血压计要卖，隐形眼镜不卖，门头挂招牌", {"drug_retail", "md2_filing", "signboard"}),
    "hotel": ("打算开个宾馆，一千二百平方，装修两百万，用中央空调", {"fire_check", "hotel_special", "hygiene_permit"}),
    "barber_beauty": ("我想开个理发店，招牌要挂", {"hygiene_permit", "signboard"}),
    "gym": ("开个健身房，六百平方，装修八十万，没有泳池，不搞攀岩", {"fire_check"}),
    "pool": ("想开个游泳馆，一千五百平方，装修五百万", {"hygiene_permit", "high_risk_sport", "fire_check"}),
    "internet_cafe": ("用公司名义开个网吧，五百平方，只卖包装好的饮料", {"ibar", "ibar_net_security", "fire_check", "prepackaged_filing"}),
    "ktv": ("想开个KTV，八百平方，装修三百万，用中央空调", {"fire_check", "hygiene_permit", "entertainment", "ent_police_filing"}),
    "bookshop": ("开家书店，两百平方，招牌要挂", {"publication", "hygiene_filing", "signboard"}),
    "pet_clinic": ("想开个宠物医院，疫苗要卖，污水排下水道", {"animal_clinic", "vet_drug", "drainage"}),
    "hr_agency": ("开个人力资源公司，给人介绍工作，不在网上收费招聘", {"hr_service"}),
    "dispatch_co": ("想开个劳务派遣公司，注册资本两百万", {"labour_dispatch"}),
    "freight_co": ("开个货运公司，有两辆超过4.5吨的货车", {"road_freight"}),
    "garage": ("我想开个汽修店，洗车的污水排下水道，招牌要挂", {"vehicle_repair_filing", "drainage", "signboard"}),
    "device_sales": ("开个卖医疗器械的公司，二类的要卖，三类的不卖", {"md2_filing"}),
    "food_factory": ("想办个食品厂，污水排进下水道", {"food_production", "drainage"}),
    "cosmetics_factory": ("准备办个化妆品厂，污水不排下水道", {"cosmetics_production"}),
    "childcare": ("想办个托育园，给孩子供午饭，招牌要挂", {"food_operation", "childcare_filing", "signboard"}),
    "kindergarten": ("想办个民办幼儿园，给孩子供餐", {"private_school", "food_operation"}),
    "travel": ("开家旅行社，注册资本三十万", {"travel_agency"}),
    "printshop": ("我想开个打印店", {"printing"}),
    "hazchem_co": ("做化工品买卖的，卖危险化学品，不储存", {"hazchem"}),
    "canteen": ("厂里办个职工食堂，四百平方，装修五十万", {"food_operation", "fire_check"}),
}


@cache
def told(trade: str) -> tuple[Taken, dict[str, Any]]:
    taken = receive(Transcript.of(STATEMENTS[trade][0]), on=DAY, matter_id="joint_licence")
    joint = matter("joint_licence").joint
    assert joint is not None
    assert taken.form is not None
    return taken, json.loads(json.dumps(joint.overview(taken.form, DAY)))


@pytest.fixture(params=list(STATEMENTS))
def trade(request: pytest.FixtureRequest) -> str:
    return request.param


def test_there_is_a_statement_for_every_trade():
    assert set(STATEMENTS) == set(shipped().trades)


def test_what_is_said_leads_to_the_trade_and_its_licences(trade: str):
    found = told(trade)[1]
    assert found["trade"]["id"] == trade
    assert {each["id"] for each in found["needed"]} - ALWAYS == STATEMENTS[trade][1]


def test_the_form_says_the_same_licences_as_the_window(trade: str):
    taken, found = told(trade)
    assert taken.form is not None
    assert list(taken.form.value("licences")) == [each["id"] for each in found["needed"]]


def test_nothing_said_so_far_is_rejected(trade: str):
    assert [each.rule for each in told(trade)[0].findings if str(each.level) == "reject"] == []


def test_every_paper_to_bring_says_what_it_looks_like_and_who_wants_it(trade: str):
    brought = [each for each in told(trade)[1]["papers"] if each["way"] == "upload"]
    assert brought
    assert all(each["sample"] and each["for"] and each["for"][0]["basis"] for each in brought)


def test_together_is_never_more_than_one_by_one(trade: str):
    saved = told(trade)[1]["saving"]
    assert all(saved[word]["together"] <= saved[word]["separately"] for word in ("forms", "materials", "fields", "days"))
    assert saved["uploads"] <= saved["materials"]["together"]


def test_the_plan_keeps_every_prerequisite_and_ends_with_the_opening(trade: str):
    plan = told(trade)[1]["plan"]
    wanted = tuple(each["id"] for each in plan["steps"])
    steps = {each["id"]: each for each in plan["steps"]}
    staged = {each for each in wanted if len(shipped().licences[each].stages) > 1}
    assert all(steps[each]["begin"] >= steps[other]["end"] for each in wanted if each not in staged for other in waits_for(each, wanted, shipped()))
    assert plan["opening"] == max((each["last"] for each in plan["steps"] if not each["after_opening"]), default=plan["start"])


def test_every_licence_that_is_looked_at_has_one_appointment_in_its_time(trade: str):
    plan = told(trade)[1]["plan"]
    seen = [each for visit in plan["visits"] for each in visit["licences"]]
    assert sorted(seen) == sorted(each["id"] for each in plan["steps"] if shipped().licences[each["id"]].visit and each["end"] > each["begin"])


def test_the_picture_has_a_row_for_every_row_of_the_table(trade: str):
    found = told(trade)[1]
    drawn = [each for each in ElementTree.fromstring(found["gantt"]).iter() if each.get("class") == "gantt-row"]
    assert len(drawn) == len(found["rows"]) == len(found["needed"])


def test_only_open_questions_are_asked_and_none_twice(trade: str):
    found = told(trade)[1]
    asked = [each["id"] for each in found["questions"]]
    assert set(asked) & set(found["answers"]) == set()
    assert len(set(asked)) == len(asked) < len(questions())


REFUSALS: list[tuple[str, str, str, str]] = [
    ("开个小面馆，八十平方，烟不卖，不挂招牌", "restaurant", "tobacco_retail", "不卖烟"),
    ("开个小面馆，八十平方，烟不卖，不挂招牌", "restaurant", "signboard", "门头不挂招牌"),
    ("开个小面馆，八十平方，烟不卖，不挂招牌", "restaurant", "fire_check", "营业面积80平方米，不超过300平方米"),
    ("开个小面馆，八十平方，烟不卖，不挂招牌", "restaurant", "hygiene_permit", "不用再办公共场所卫生许可证"),
    ("想开个咖啡馆，没有驻唱", "cafe_tea", "performance_filing", "没有驻唱、演出"),
    ("想开个咖啡馆，没有驻唱", "cafe_tea", "hygiene_permit", "不用再办公共场所卫生许可证"),
    ("开个面包店，两百平方，装修二十万", "bakery", "fire_check", "不超过300平方米"),
    ("开个便利店，关东煮现场做，烟不卖", "convenience", "prepackaged_filing", "不用另外备案"),
    ("开个便利店，只卖包装好的，不现做，散装的也不卖", "convenience", "food_operation", "备案就行"),
    ("开个大超市，两百平方，书报不卖", "supermarket", "hygiene_permit", "营业面积200平方米，不超过300平方米"),
    ("开个大超市，两百平方，书报不卖", "supermarket", "publication", "不卖书报音像"),
    ("想开家药店，隐形眼镜不卖", "pharmacy", "md3_permit", "不卖三类医疗器械"),
    ("打算开个宾馆，招牌不挂", "hotel", "signboard", "门头不挂招牌"),
    ("我想开个理发店，不挂招牌", "barber_beauty", "signboard", "门头不挂招牌"),
    ("开个健身房，不搞攀岩", "gym", "high_risk_sport", "没有攀岩、滑雪、潜水"),
    ("开个健身房，不搞攀岩", "gym", "hygiene_permit", "体育场馆不用办"),
    ("想开个KTV，不卖烟", "ktv", "tobacco_retail", "不卖烟"),
    ("开家书店，招牌不挂", "bookshop", "hygiene_permit", "改为卫生备案"),
    ("想开个宠物医院，疫苗不卖", "pet_clinic", "vet_drug", "不卖兽药疫苗"),
    ("开个人力资源公司，不在网上收费招聘", "hr_agency", "icp", "不在网上做收费招聘"),
    ("开个货运公司，车都不超过4.5吨", "freight_co", "road_freight", "4500千克及以下"),
    ("开个汽修店，污水不排下水道", "garage", "drainage", "没有含油、医疗等废水排入下水道"),
    ("开个卖医疗器械的公司，三类的不卖", "device_sales", "md3_permit", "不卖三类医疗器械"),
    ("想办个食品厂，污水不排下水道", "food_factory", "drainage", "没有含油、医疗等废水排入下水道"),
    ("想办个托育园，不供餐", "childcare", "food_operation", "不供餐"),
    ("想办个民办幼儿园，不供餐", "kindergarten", "food_operation", "不供餐"),
]


@pytest.mark.parametrize(("said", "trade", "licence", "words"), REFUSALS)
def test_what_is_not_needed_is_told_with_the_applicants_own_answer(said: str, trade: str, licence: str, words: str):
    joint = matter("joint_licence").joint
    taken = receive(Transcript.of(said), on=DAY, matter_id="joint_licence")
    assert joint is not None
    assert taken.form is not None
    found = joint.overview(taken.form, DAY)
    refused = {each["id"]: each for each in found["not_needed"]}
    assert found["trade"]["id"] == trade
    assert words in refused[licence]["reason"]
    assert refused[licence]["basis"]


UNKNOWN = [
    "开个密室逃脱",
    "想开个剧本杀的店",
    "我要做少儿英语培训",
    "开家足浴店",
    "想开个台球厅",
    "弄个快递驿站",
    "开个月子中心",
    "想卖烟花爆竹",
]


@pytest.mark.parametrize("said", UNKNOWN)
def test_a_trade_that_is_not_known_is_never_taken_for_another_and_the_nearest_are_offered(said: str):
    joint = matter("joint_licence").joint
    taken = receive(Transcript.of(said), on=DAY, matter_id="joint_licence")
    assert joint is not None
    assert taken.form is not None
    assert taken.form.value("trade") is None
    assert joint.suggestions(said)["nearest"]


CHANGES: list[tuple[str, str, object, int]] = [
    ("restaurant", "sells_tobacco", True, 20),
    ("restaurant", "area", 80, 10),
    ("convenience", "cooks_on_site", True, 20),
    ("hotel", "to_sewer", True, 30),
    ("ktv", "sells_tobacco", True, 20),
    ("freight_co", "vehicle_over_4500kg", False, 0),
    ("hr_agency", "online_recruit", True, 42),
    ("pet_clinic", "sells_vet_drugs", False, 20),
    ("supermarket", "area", 200, 20),
    ("kindergarten", "serves_meal", False, 63),
]


@pytest.mark.parametrize(("trade", "question", "answer", "days"), CHANGES)
def test_another_answer_moves_the_day_of_opening(trade: str, question: str, answer: object, days: int):
    joint = matter("joint_licence").joint
    form = told(trade)[0].form
    assert joint is not None
    assert form is not None
    assert joint.changed(form, {f"answers.{question}": answer}, DAY)["days"] == [told(trade)[1]["plan"]["working_days"], days]
