"""What an edit of the catalogue changes, told before it is put in force."""

from __future__ import annotations

from gaoxing.matters.joint_licence.permits.comparing import differences
from gaoxing.matters.joint_licence.permits.loading import catalogue, laid_over, parsed, shipped, shipped_tables


def changed(text: str) -> list[tuple[str, str, str]]:
    new = catalogue(laid_over(shipped_tables(), parsed(text)))
    return [(each.subject, each.change, each.answers) for each in differences(shipped(), new)]


def test_an_edit_without_effect_changes_nothing():
    assert changed('[licence.signboard]\nkind = "备案"') == []


def test_a_line_drawn_elsewhere_is_told_for_every_trade_that_it_touches():
    found = changed('[condition.fire_line]\nall = [{ question = "area", over = 500 }, { question = "fitout", over = 30 }]')
    assert ("餐饮店（饭店/火锅/快餐）", "不用办了：公众聚集场所投入使用、营业前消防安全检查", "营业面积301平方米，装修投入31万元") in found
    assert len(found) == 8


def test_a_licence_more_is_told_with_the_answers_for_which_it_comes():
    found = changed(
        '[trade.travel]\nlicences = ["business_licence", "seal_filing", "travel_agency", "signboard"]\nif.signboard = { question = "has_sign", is = true }'
    )
    assert found == [("旅行社", "要办：户外招牌（店招标牌）设置备案/指导", "门头挂招牌")]


def test_a_new_trade_is_told():
    assert changed('[trade.escape]\nname = "密室逃脱"\nlicences = ["business_licence"]') == [("密室逃脱", "新增的行业", "")]


def test_a_changed_time_paper_or_order_is_told_of_the_licence():
    text = "[licence.signboard]\npromised = 2\ndays = 3\nafter = []\n"
    papers = 'materials = ["form_signboard", "biz_licence", "sign_render", "premises_right", "house_safety"]\n'
    found = {change for _, change, _ in changed(text + papers + 'if.house_safety = { question = "large_ad", is = true }')}
    assert found == {
        "法定工作日：5 → 3",
        "承诺工作日：没有 → 2",
        "材料：多了 房屋建筑质量安全证明（鉴定）；少了 设置载体产权人同意书",
        "要等：少了 市场主体设立登记",
    }
