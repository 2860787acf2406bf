"""`gaoxing ladder`: from a file of figures to every rung, its verdict, gaps and next step."""

from __future__ import annotations

from pathlib import Path

import pytest

SAID = """
founded = 2019-03-01
resident = true
prohibited_products = false
serious_offence = false
listed_abnormal = false
rights_class_one = 0
rights_class_two = 2
science_prize = false
research_institution = false
standards = 0
holds_certificates = false
core_rights = true

[years.2025]
staff = 110
technical_staff = "七"
revenue = "8000万元"
research = "五百二十万"
total_assets = "6000万元"
"""


@pytest.fixture
def figures(tmp_path: Path):
    def written(text: str = SAID) -> str:
        file = tmp_path / "figures.toml"
        file.write_text(text, encoding="utf-8")
        return str(file)

    return written


def rung(told, name):
    return next(each for each in told if each["rung"] == name)


def test_every_rung_is_judged_the_next_first(run, figures):
    told = run("ladder", figures(), "--on", "2026-11-25").json
    assert [each["rung"] for each in told] == [
        "innovative_sme",
        "technology_sme",
        "high_tech_enterprise",
        "specialised_sme",
        "gazelle",
        "little_giant",
        "potential_unicorn",
        "unicorn",
    ]


def test_the_gap_is_counted(run, figures):
    told = rung(run("ladder", figures(), "--on", "2026-11-25").json, "technology_sme")
    assert (told["verdict"], told["gaps"][0]["amount"], told["gaps"][0]["unit"]) == ("unmet", "4", "人")


def test_a_person_reads_verdict_gap_and_next_step(run, figures):
    shown = run("ladder", figures(), "--on", "2026-11-25", person=True)
    assert shown.status == 0
    assert "科技型中小企业：不满足，得分 62–62（要 60）" in shown.out
    assert "科技人员还差4人（现有7人，110人里要11人；另外招人的话要招5人）" in shown.out.replace("\n", "").replace(" ", "")
    assert "→ 最省力的一步：" in shown.out


def test_what_is_missing_is_named_with_its_year(run, figures):
    assert "2025年高新技术产品（服务）收入" in run("ladder", figures(), "--on", "2026-11-25", person=True).out.replace("\n", "").replace(" ", "")


def test_blanks_may_be_written_by_their_official_labels(run, figures):
    told = run("ladder", figures(SAID.replace("founded =", '"成立日期" =').replace("staff = 110", '"职工总数" = 110')), "--on", "2026-11-25").json
    assert "staff@2025" not in rung(told, "technology_sme")["wants"]


def test_lists_are_read_row_by_row(run, figures):
    held = '\n[[certificates]]\nkind = "高新技术企业"\nuntil = "2027-11-30"\n'
    text = SAID.replace("holds_certificates = false", "holds_certificates = true") + held
    assert rung(run("ladder", figures(text), "--on", "2026-11-25").json, "technology_sme")["verdict"] == "met"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("8000万元", "8000", "没有单位，看不懂是元还是万元"),
        ('"8000万元"', "80000000", "没有单位，看不懂是元还是万元"),
        ("staff = 110", "stuff = 110", "没有“stuff”这一栏"),
        ("resident = true", 'resident = "大概"', "“居民企业”一栏看不懂“大概”"),
        ("[years.2025]", "[years.去年]", "“年度”一栏看不懂“去年”"),
        ("[years.2025]", "[years]", "要写成一张表"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(run, figures, old, new, sentence):
    text = SAID.replace(old, new) if "去年" not in new else SAID.replace(old, '[years."去年"]')
    outcome = run("ladder", figures(text))
    assert (outcome.status, outcome.out) == (2, "")
    assert sentence in outcome.err


def test_a_file_that_is_no_toml_is_told(run, figures):
    outcome = run("ladder", figures("= ="))
    assert (outcome.status, "不是写对的 TOML" in outcome.err) == (2, True)


def test_a_file_that_is_no_text_is_told(run, tmp_path):
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    assert "不是 UTF-8 文本" in run("ladder", str(tmp_path / "a.toml")).err


def test_a_file_that_is_not_there_is_told(run, tmp_path):
    outcome = run("ladder", str(tmp_path / "none.toml"))
    assert (outcome.status, "打不开" in outcome.err) == (2, True)
