"""Posts: looked for after the word and before it, lists, corrections, strikings, posts left empty, posts copied, bare answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.talk import affairs, misquoted, parties, posts

FORWARD = {
    "法人丁大宝监事何苗财务梅小雪": {"legal_representative": ["丁大宝"], "supervisor": ["何苗"]},
    "监事两个，是何苗和鲁大卫": {"supervisor": ["何苗", "鲁大卫"]},
    "总经理聘苏小云": {"manager": ["苏小云"]},
    "委托代理人是梅小雪": {"agent": ["梅小雪"]},
    "联络员和财务负责人都是何苗": {"liaison": ["何苗"], "finance_officer": ["何苗"]},
    "财务总监由何苗担任": {"finance_officer": ["何苗"]},
    "监事：鲁大卫": {"supervisor": ["鲁大卫"]},
    "法人代表就是梅小雪": {"legal_representative": ["梅小雪"]},
    "法人是丁大宝": {"legal_representative": ["丁大宝"]},
    "法人丁大宝": {"legal_representative": ["丁大宝"]},
    "法人写丁大宝": {"legal_representative": ["丁大宝"]},
    "法定代表人由丁大宝担任": {"legal_representative": ["丁大宝"]},
    "法定代表人：丁大宝": {"legal_representative": ["丁大宝"]},
    "法人就写丁大宝吧": {"legal_representative": ["丁大宝"]},
    "法人代表那栏填丁大宝": {"legal_representative": ["丁大宝"]},
    "法人嘛就是丁大宝": {"legal_representative": ["丁大宝"]},
    "监事请何苗来做": {"supervisor": ["何苗"]},
    "监事的话写何苗": {"supervisor": ["何苗"]},
    "财务负责人是梅小雪": {"finance_officer": ["梅小雪"]},
    "联络员写鲁大卫": {"liaison": ["鲁大卫"]},
    "登记联络员鲁大卫": {"liaison": ["鲁大卫"]},
    "经办人是苏小云": {"agent": ["苏小云"]},
    "董事长由鲁大卫出任": {"chair": ["鲁大卫"]},
    "法人和总经理都是丁大宝": {"legal_representative": ["丁大宝"], "manager": ["丁大宝"]},
    "法人兼执行董事是丁大宝": {"legal_representative": ["丁大宝"], "director": ["丁大宝"]},
    "董事、经理、法定代表人都由丁大宝担任": {"director": ["丁大宝"], "manager": ["丁大宝"], "legal_representative": ["丁大宝"]},
}

BACKWARD = {
    "丁大宝是法人，也是经理": {"legal_representative": ["丁大宝"], "manager": ["丁大宝"]},
    "委托梅小雪为代理人": {"agent": ["梅小雪"]},
    "聘苏小云当总经理": {"manager": ["苏小云"]},
    "委派鲁大卫为董事": {"director": ["鲁大卫"]},
    "丁大宝做执行董事、法定代表人，苏小云做监事": {"director": ["丁大宝"], "legal_representative": ["丁大宝"], "supervisor": ["苏小云"]},
    "推选苏小云为监事": {"supervisor": ["苏小云"]},
    "任命丁大宝为经理": {"manager": ["丁大宝"]},
    "由丁大宝担任法定代表人": {"legal_representative": ["丁大宝"]},
    "丁大宝当法人": {"legal_representative": ["丁大宝"]},
    "丁大宝做法人何苗做监事": {"legal_representative": ["丁大宝"], "supervisor": ["何苗"]},
    "丁大宝法人，何苗监事": {"legal_representative": ["丁大宝"], "supervisor": ["何苗"]},
    "选举鲁大卫为董事长": {"chair": ["鲁大卫"]},
    "聘任苏小云为经理": {"manager": ["苏小云"]},
    "丁大宝担任执行董事兼经理": {"director": ["丁大宝"], "manager": ["丁大宝"]},
    "丁大宝任法定代表人，何苗任监事": {"legal_representative": ["丁大宝"], "supervisor": ["何苗"]},
    "丁大宝、苏小云、何苗任董事": {"director": ["丁大宝", "苏小云", "何苗"]},
    "何苗是监事": {"supervisor": ["何苗"]},
    "何苗来当监事": {"supervisor": ["何苗"]},
}

LISTS = {
    "监事由何苗、鲁大卫担任": {"supervisor": ["何苗", "鲁大卫"]},
    "董事是丁大宝、苏小云和何苗": {"director": ["丁大宝", "苏小云", "何苗"]},
    "董事丁大宝、苏小云、何苗，监事鲁大卫": {"director": ["丁大宝", "苏小云", "何苗"], "supervisor": ["鲁大卫"]},
    "法人丁大宝，监事何苗，财务负责人梅小雪，联络员鲁大卫": {
        "legal_representative": ["丁大宝"],
        "supervisor": ["何苗"],
        "finance_officer": ["梅小雪"],
        "liaison": ["鲁大卫"],
    },
}

CORRECTED = {
    ("董事是丁大宝、苏小云、何苗", "董事何苗去掉"): {"director": ["丁大宝", "苏小云"]},
    ("董事是丁大宝、苏小云、何苗", "董事何苗去掉，换成鲁大卫"): {"director": ["丁大宝", "苏小云", "鲁大卫"]},
    ("法人是丁大宝", "法人不是丁大宝，是苏小云"): {"legal_representative": ["苏小云"]},
    ("法人应该是苏小云", "监事应该是何苗"): {"legal_representative": ["苏小云"], "supervisor": ["何苗"]},
    ("经理写何苗。哎错了，经理是鲁大卫",): {"manager": ["鲁大卫"]},
    ("法人丁大宝，经理何苗", "法人和经理都换成苏小云"): {"legal_representative": ["苏小云"], "manager": ["苏小云"]},
    ("董事是丁大宝、苏小云、梅小雪", "董事梅小雪去掉，换成鲁大卫"): {"director": ["丁大宝", "苏小云", "鲁大卫"]},
    ("董事是丁大宝、苏小云、梅小雪", "董事梅小雪去掉"): {"director": ["丁大宝", "苏小云"]},
    ("法人丁大宝", "法人还是写苏小云吧"): {"legal_representative": ["苏小云"]},
    ("联络员写何苗，等一下，写梅小雪",): {"liaison": ["梅小雪"]},
    ("法人写丁大宝，不对，写苏小云",): {"legal_representative": ["苏小云"]},
    ("法人是丁大宝，改成苏小云",): {"legal_representative": ["苏小云"]},
    ("法人丁大宝。法人换成苏小云",): {"legal_representative": ["苏小云"]},
    ("法人是丁大宝", "法人改成苏小云"): {"legal_representative": ["苏小云"]},
    ("监事写何苗，不不不，写鲁大卫",): {"supervisor": ["鲁大卫"]},
    ("监事是何苗", "监事换成鲁大卫"): {"supervisor": ["鲁大卫"]},
    ("监事是何苗", "监事是鲁大卫"): {"supervisor": ["鲁大卫"]},
    ("经理丁大宝，联络员何苗", "联络员换成鲁大卫"): {"manager": ["丁大宝"], "liaison": ["鲁大卫"]},
    ("财务负责人梅小雪，说错了，是何苗",): {"finance_officer": ["何苗"]},
    ("法人丁大宝，监事何苗，哦不，鲁大卫",): {"legal_representative": ["丁大宝"], "supervisor": ["鲁大卫"]},
    ("执行董事是丁大宝", "执行董事改成苏小云"): {"director": ["苏小云"]},
}

LEFT_EMPTY = {
    ("法人丁大宝，全体股东同意不设监事",): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，监事没有",): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，联络员何苗", "联络员先不填"): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，不设董事会，不设监事会，也不设监事",): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，监事就不设了",): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，不设监事",): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，监事不设",): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，监事先不填",): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，监事何苗", "监事取消"): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，监事何苗", "不要监事了"): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，监事何苗。监事不要了",): {"legal_representative": ["丁大宝"]},
    ("法人丁大宝，监事取消", "监事还是写何苗"): {"legal_representative": ["丁大宝"], "supervisor": ["何苗"]},
}

COPIED = {
    ("总经理是苏小云，法定代表人由总经理担任",): {"manager": ["苏小云"], "legal_representative": ["苏小云"]},
    ("法定代表人由总经理担任，总经理是苏小云",): {"manager": ["苏小云"], "legal_representative": ["苏小云"]},
    ("法定代表人由董事长担任。选举鲁大卫为董事长",): {"chair": ["鲁大卫"], "legal_representative": ["鲁大卫"]},
    ("总经理是苏小云，法定代表人由总经理担任", "总经理换成何苗"): {"manager": ["何苗"], "legal_representative": ["何苗"]},
    ("总经理是苏小云，法定代表人由总经理担任", "法定代表人改成丁大宝"): {"manager": ["苏小云"], "legal_representative": ["丁大宝"]},
}

SPEAKER = {
    ("我叫丁大宝", ("legal_representative", "我")): {"legal_representative": ["丁大宝"]},
    ("法人写我，监事写我老婆", "我叫丁大宝，我老婆叫苏小云"): {"legal_representative": ["丁大宝"], "supervisor": ["苏小云"]},
    ("我叫丁大宝，我妈叫梅小雪，监事让我妈做",): {"supervisor": ["梅小雪"]},
    ("我叫丁大宝，我老公叫鲁大卫，法人写他",): {"legal_representative": ["鲁大卫"]},
    ("本人丁大宝担任法定代表人",): {"legal_representative": ["丁大宝"]},
    ("我是丁大宝，法人经理都我来",): {"legal_representative": ["丁大宝"], "manager": ["丁大宝"]},
    ("我叫丁大宝，法人是我",): {"legal_representative": ["丁大宝"]},
    ("我叫丁大宝，法人就我自己",): {"legal_representative": ["丁大宝"]},
    ("我叫丁大宝，我当法人，监事写我老婆苏小云",): {"legal_representative": ["丁大宝"], "supervisor": ["苏小云"]},
    ("我叫丁大宝，董事和法人都是我",): {"director": ["丁大宝"], "legal_representative": ["丁大宝"]},
    ("我叫丁大宝，合伙人叫鲁大卫，他做经理，我做法人",): {"manager": ["鲁大卫"], "legal_representative": ["丁大宝"]},
    ("我老婆苏小云做监事", "财务也是她"): {"supervisor": ["苏小云"], "finance_officer": ["苏小云"]},
    ("法人是我", "我叫丁大宝"): {"legal_representative": ["丁大宝"]},
}

NO_POST = (
    "丁大宝做过财务",
    "法人股东是谁还没定，丁大宝说",
    "丁大宝是销售经理",
    "何苗在银行做客户经理",
    "何苗以前在别的公司当客户经理",
    "丁大宝是项目经理出身",
    "我的产品经理何苗说这样行",
    "何苗是大堂经理",
    "董事会由股东会选举产生，何苗说的",
    "丁大宝是我们老板",
)


@pytest.mark.parametrize("said", FORWARD)
def test_a_post_finds_its_holder_behind_it(said):
    assert posts(said) == FORWARD[said]


@pytest.mark.parametrize("said", BACKWARD)
def test_a_post_finds_its_holder_before_it(said):
    assert posts(said) == BACKWARD[said]


@pytest.mark.parametrize("said", LISTS)
def test_a_list_of_people_shares_the_post_it_hangs_on(said):
    assert posts(said) == LISTS[said]


@pytest.mark.parametrize("turns", CORRECTED)
def test_the_later_word_wins_a_post(turns):
    assert posts(*turns) == CORRECTED[turns]


@pytest.mark.parametrize("turns", LEFT_EMPTY)
def test_a_post_taken_back_is_held_by_nobody(turns):
    assert posts(*turns) == LEFT_EMPTY[turns]


@pytest.mark.parametrize("turns", COPIED)
def test_a_post_may_take_the_holder_of_another(turns):
    assert posts(*turns) == COPIED[turns]


@pytest.mark.parametrize("turns", SPEAKER)
def test_we_and_they_hold_posts_under_their_names(turns):
    assert posts(*turns) == SPEAKER[turns]


@pytest.mark.parametrize("said", NO_POST)
def test_words_like_a_post_give_none(said):
    assert posts(said) == {}


@pytest.mark.parametrize("turns", [*((each,) for each in (*FORWARD, *BACKWARD, *LISTS)), *CORRECTED, *LEFT_EMPTY, *COPIED, *SPEAKER])
def test_every_post_is_quoted_as_it_was_said(turns):
    assert misquoted(*turns) == []


def test_a_post_said_to_stay_empty_is_remembered():
    assert set(affairs("法人丁大宝，不设监事").appointments.absent) == {"supervisor"}


def test_a_post_filled_after_all_is_no_longer_absent():
    assert affairs("不设监事", "监事写何苗").appointments.absent == {}


def test_two_legal_representatives_are_never_kept():
    assert posts("法人是丁大宝。法人是苏小云")["legal_representative"] == ["苏小云"]


def test_directors_said_one_by_one_add_up():
    assert posts("董事丁大宝。董事苏小云。董事何苗")["director"] == ["丁大宝", "苏小云", "何苗"]


def test_one_who_lost_the_only_post_is_no_party():
    assert set(parties("法人丁大宝，监事何苗", "监事取消")) == {"丁大宝"}


def test_roles_stand_in_the_order_in_which_the_posts_were_named():
    assert parties("经理丁大宝，法人也是丁大宝")["丁大宝"]["roles"] == ("manager", "legal_representative")


def test_someone_without_a_name_stays_out():
    assert parties("法人是我老婆，监事何苗").keys() == {"何苗"}


@pytest.mark.parametrize(
    ("asked", "role"),
    [("parties.legal_representative", "legal_representative"), ("parties.supervisor", "supervisor"), ("parties.director", "director")],
)
def test_a_bare_name_answers_the_post_that_was_asked_about(asked, role):
    assert posts((asked, "何苗")) == {role: ["何苗"]}


def test_a_bare_name_answers_no_question_about_other_things():
    assert posts(("domicile", "何苗")) == {}


def test_an_answer_that_names_its_own_post_keeps_it():
    assert posts(("parties.supervisor", "何苗做经理")) == {"manager": ["何苗"]}


POSTS = {"法定代表人": "legal_representative", "执行董事": "director", "监事": "supervisor", "总经理": "manager", "财务负责人": "finance_officer"}
PEOPLE = ("丁大宝", "苏小云", "何苗", "鲁大卫", "梅小雪")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([*POSTS]), st.sampled_from(PEOPLE), st.sampled_from(["{post}是{who}", "{post}由{who}担任", "{who}担任{post}", "{post}：{who}"]))
def test_any_post_finds_any_holder(post, who, frame):
    assert posts(frame.format(post=post, who=who)) == {POSTS[post]: [who]}


@settings(max_examples=40, deadline=None)
@given(st.permutations(PEOPLE))
def test_any_order_of_people_and_posts_is_kept(people):
    said = "，".join(f"{post}是{who}" for post, who in zip(POSTS, people, strict=True))
    assert posts(said) == {POSTS[post]: [who] for post, who in zip(POSTS, people, strict=True)}


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([*POSTS]), st.permutations(PEOPLE))
def test_any_post_goes_to_the_one_it_was_changed_to(post, people):
    assert posts(f"{post}是{people[0]}", f"{post}改成{people[1]}") == {POSTS[post]: [people[1]]}


PASSED_ON = {
    ("监事何苗", "何苗不派了，改派苏小云"): {"supervisor": ["苏小云"]},
    ("董事会由丁大宝、何苗、苏小云组成，何苗任董事长，法定代表人由董事长担任",): {
        "director": ["丁大宝", "何苗", "苏小云"],
        "chair": ["何苗"],
        "legal_representative": ["何苗"],
    },
    ("董事三名，丁大宝、何苗、苏小云；经理何苗；法人跟着经理走",): {
        "director": ["丁大宝", "何苗", "苏小云"],
        "manager": ["何苗"],
        "legal_representative": ["何苗"],
    },
}


@pytest.mark.parametrize("turns", PASSED_ON)
def test_boards_and_posts_passed_on_are_read(turns):
    held = posts(*turns)
    assert {role: sorted(names) for role, names in held.items()} == {role: sorted(names) for role, names in PASSED_ON[turns].items()}


SUCCEEDED = {
    ("监事何苗。何苗换成苏小云",): {"supervisor": ["苏小云"]},
    ("法人和经理丁大宝，监事何苗", "丁大宝换成苏小云，其他不变"): {"legal_representative": ["苏小云"], "manager": ["苏小云"], "supervisor": ["何苗"]},
    ("财务负责人何苗也不做了，由丁大宝的侄女时小雯担任",): {"finance_officer": ["时小雯"]},
    ("法人写丁大宝的儿子丁小明",): {"legal_representative": ["丁小明"]},
}


@pytest.mark.parametrize("turns", SUCCEEDED)
def test_who_comes_has_the_posts_of_who_goes(turns):
    assert posts(*turns) == SUCCEEDED[turns]
