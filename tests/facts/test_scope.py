import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.enterprise import find_enterprises
from gaoxing.facts.scope import ONLINE, find_scope
from gaoxing.facts.wording import Wording
from gaoxing.standards.business_scope import items

CASES = Path(__file__).parents[3] / "shared" / "contract" / "cases.jsonl"
NAMES = {each.name for each in items()}


def said(text, **words):
    return {item for mention in find_scope(text, **words) if not mention.negated for item in mention.items}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("卖轴承也卖密封件", {"轴承销售", "密封件销售"}),
        ("五金店卖螺丝卖工具的然后马桶也卖", {"五金产品零售", "卫生洁具销售"}),
        ("批发大闸蟹为主零卖大闸蟹也有", {"水产品批发", "水产品零售"}),
        ("批发零售水果", {"新鲜水果批发", "新鲜水果零售"}),
        ("手机维修和销售", {"通讯设备修理", "移动终端设备销售"}),
        ("卖手机顺便修手机以后可能也卖点充电宝", {"移动终端设备销售", "通讯设备修理", "电子产品销售"}),
        ("研发生产销售工业机器人", {"工业机器人制造", "工业机器人销售"}),
        ("模具的制造和销售", {"模具制造", "模具销售"}),
        ("机械设备研发、销售", {"机械设备研发", "机械设备销售"}),
        ("卖空调装空调修空调", {"家用电器销售", "家用电器安装服务", "家用电器维修服务"}),
        ("电动车销售维修", {"电动自行车销售", "电动自行车维修"}),
        ("卖猫粮狗粮、宠物洗澡都要写进去", {"宠物食品及用品零售", "宠物服务（不含动物诊疗）"}),
        ("拍婚纱照的，也租婚纱给人", {"摄影扩印服务", "服装服饰出租"}),
        ("卖电脑，打印机也修", {"计算机软硬件及辅助设备零售", "计算机及办公设备维修"}),
        ("卖白酒红酒，香烟也卖", {"酒类经营", "烟草制品零售"}),
        ("开个便利店，烟酒都卖", {"日用百货销售", "烟草制品零售", "酒类经营"}),
        ("主要是卖LED灯，安装也做", {"灯具销售"}),
        ("公司做半导体设备零部件的，也做表面处理", {"机械零件、零部件加工", "金属表面处理及热处理加工"}),
        ("不卖熟食，就卖水果", {"新鲜水果零售"}),
        ("把卖灯具改成卖地板", {"建筑装饰材料销售"}),
        ("我是搞软件的，也给客户做系统集成", {"软件开发", "信息系统集成服务"}),
    ],
)
def test_verbs_and_objects_share_one_another(text, wanted):
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("想开一家小小的咖啡馆", {"餐饮服务"}),
        ("我要注册的个体户是花店", {"礼品花卉销售"}),
        ("执照我办一个理发店店名没想好", {"理发服务"}),
        ("开水果店顺便卖点蔬菜", {"新鲜水果零售", "新鲜蔬菜零售"}),
        ("卖早点包子豆浆这些", {"小餐饮、小食杂、食品小作坊经营"}),
        ("主要做AI软件，也接软件外包", {"人工智能应用软件开发", "软件外包服务"}),
        ("做非标自动化还有研发机械", {"工业自动控制系统装置制造", "机械设备研发"}),
        ("公司是做激光打标的", {"激光打标加工"}),
        ("经营范围国内货运代理报关还有仓储", {"国内货物运输代理", "报关业务", "普通货物仓储服务（不含危险化学品等需许可审批的项目）"}),
        ("品牌策划、海报设计这两块业务要有", {"企业形象策划", "平面设计"}),
        ("就搞会务办会议", {"会议及展览服务"}),
        ("公司修机器做通用设备修理", {"通用设备修理"}),
        ("给工厂做CNC加工", {"机械零件、零部件加工"}),
        ("做注塑和开模", {"塑料制品制造", "模具制造"}),
        ("做劳务派遣", {"劳务派遣服务"}),
        ("租挖机给工地", {"建筑工程机械与设备租赁"}),
        ("卖菜店名还没想好", {"新鲜蔬菜零售"}),
    ],
)
def test_plain_words_of_a_trade_become_items(text, wanted):
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("开网店卖童装", {ONLINE, "服装服饰零售"}),
        ("在抖音上卖衣服", {ONLINE, "服装服饰零售"}),
        ("开淘宝店卖零食", {"食品互联网销售", "食品销售"}),
        ("网上卖吃的", {"食品互联网销售"}),
        ("业务是开淘宝店，平台催得急", {ONLINE}),
    ],
)
def test_an_online_shop_gives_the_internet_item_beside_the_goods(text, wanted):
    assert said(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "以前开饭店的",
        "我在超市上班",
        "隔壁是个理发店",
        "我朋友是开花店的",
        "我老婆在服装店上班",
        "我之前在装修公司干了五年",
        "修了十六年机器",
        "他开了十四年叉车我管仓库管了八年",
        "两台二手机器十四万已经付了定金",
        "买了两台数控机床",
        "厂房是租的",
        "我们租厂房一年九万六",
        "店里装修花了八万",
        "在那边读书加工作一共六年",
        "喂你好我是代账的",
        "我是代办公司的",
        "给工厂食堂送菜",
        "卖手机支架",
        "开了三年没怎么做起来",
        "收租金过日子",
        "专利作价出资",
        "今天天气不错",
        "",
    ],
)
def test_what_is_not_the_applicants_trade_is_not_read(text):
    assert said(text) == set()


def test_a_past_trade_is_left_for_the_present_one():
    assert said("以前开饭店的现在想卖水果") == {"新鲜水果零售"}


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("香烟我不卖的", "烟草制品零售"),
        ("香烟不卖", "烟草制品零售"),
        ("不做食品生产", "食品生产"),
        ("去掉软件开发", "软件开发"),
        ("软件开发不要了", "软件开发"),
        ("把模具销售那项去掉", "模具销售"),
        ("做网站平台那项听说要另外办许可，我不要了", "互联网信息服务"),
        ("营业性演出要批文，这一项先取消", "营业性演出"),
        ("外贸不做了", "货物进出口"),
        ("白酒不要写进去", "酒类经营"),
    ],
)
def test_what_is_denied_or_struck_out_is_a_negated_mention(text, item):
    assert [(mention.items, mention.negated) for mention in find_scope(text)] == [((item,), True)]


def test_everything_else_denied_denies_no_trade():
    assert said("就做注塑别的不搞") == {"塑料制品制造"}


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("我做大闸蟹生意的", {"水产品批发", "水产品零售"}),
        ("做水果生意", {"新鲜水果批发", "新鲜水果零售"}),
        ("做手机壳", {"电子产品销售"}),
    ],
)
def test_words_that_fit_several_items_are_asked_about(text, choices):
    mention = find_scope(text)[0]
    assert mention.items == ()
    assert set(mention.alternatives) == choices


def test_a_question_is_dropped_where_its_answer_is_said():
    assert all(not mention.alternatives for mention in find_scope("我做大闸蟹生意的，批发大闸蟹"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("日用百货，再加上卖啤酒白酒", {"日用百货销售", "酒类经营"}), ("保洁", {"专业保洁、清洗、消毒服务"}), ("五金、劳保用品", {"劳动保护用品销售"})],
)
def test_an_answer_to_the_scope_question_may_be_bare(text, wanted):
    assert wanted <= said(text, answering=True)


def test_nothing_is_read_from_a_barred_span():
    text = "名称昆山晨光酒店管理有限公司做保洁"
    spans = tuple((each.start, each.end) for each in find_enterprises(text))
    assert said(text, barred=spans) == {"专业保洁、清洗、消毒服务"}


@given(st.sampled_from(sorted(NAMES)))
def test_an_items_own_wording_always_wins(name):
    first = find_scope(f"经营范围写{name}还有企业管理咨询")[0]
    assert (first.items, first.exact) == ((name,), True)


@given(st.sampled_from(sorted(NAMES - {"企业管理咨询"})))
def test_an_item_said_without_its_marks_is_the_full_item(name):
    plain = name.replace("（", "").replace("）", "").replace("、", "")
    assert said(f"经营范围是{plain}") == {name}


@given(st.text(alphabet="卖修做开店批发轴承手机水果也不，。的、我零售了租网上软件", max_size=40))
def test_every_mention_names_items_of_the_catalogue_where_it_says(text):
    for mention in find_scope(text, answering=True):
        assert 0 <= mention.start < mention.end <= len(text)
        assert bool(mention.items) != bool(mention.alternatives)
        assert set(mention.items + mention.alternatives) <= NAMES


@pytest.mark.skipif(not CASES.exists(), reason="the worked cases lie outside the project")
def test_the_worked_cases_are_read_with_precision_and_recall_of_95_percent():
    right = wrong = missed = 0
    for case in map(json.loads, CASES.read_text(encoding="utf-8").splitlines()):
        if case["matter"] in {"company_registration", "sole_trader_registration"}:
            wanted, found = set(case["form"].get("business_scope", [])), _kept(case["turns"])
            right, wrong, missed = right + len(wanted & found), wrong + len(found - wanted), missed + len(wanted - found)
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.95


def _kept(turns):
    kept = set()
    for turn in turns:
        text = Wording.of(turn["said"]).text
        barred = tuple((each.start, each.end) for each in find_enterprises(text))
        for mention in find_scope(text, barred=barred, answering=turn.get("asked") == "business_scope"):
            kept = kept - set(mention.items) if mention.negated else kept | set(mention.items)
    return kept
