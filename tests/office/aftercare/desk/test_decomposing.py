"""The rows of a plan as a page edits them: one more, one less, one as two, several as one; what has an answer stays; numbers that were masked come back."""

from dataclasses import replace

import pytest
from django.http import QueryDict

from gaoxing.office.aftercare.actions import MOST_PROBLEMS, MOST_WORDS, Problem, plan
from gaoxing.office.aftercare.desk.decomposing import Line, changed, lines_of, require_whole, typed
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import again, part

PHONE = "车间老是跳闸，打13900004321找我"
ONE, TWO, THREE = Line(1, "utilities", "老是跳闸。"), Line(2, "amenities", "停车难", lead=7, co_units=(8,)), Line(0, "other", "路灯不亮", lead=9)
LINES = (ONE, TWO, THREE)


def ticked(*lines):
    return tuple(replace(each, ticked=True) for each in lines)


def posted(**fields):
    """A page's post; lists stand for fields that come more than once."""
    post = QueryDict(mutable=True)
    for name, value in fields.items():
        post.setlist(name.replace("_", "-"), value if isinstance(value, list) else [value])
    return post


def test_a_row_is_added_at_the_end_empty_and_new():
    assert changed(LINES, "add") == (*LINES, Line(0, "other", ""))


@pytest.mark.parametrize(("do", "left"), [("drop:0", (TWO, THREE)), ("drop:1", (ONE, THREE)), ("drop:2", (ONE, TWO))])
def test_the_row_that_was_named_is_dropped(do, left):
    assert changed(LINES, do) == left


@pytest.mark.parametrize(
    ("words", "halves"),
    [
        ("车间跳闸；员工停车难", ("车间跳闸", "员工停车难")),
        ("甲乙，丙丁。戊己，庚辛。", ("甲乙，丙丁", "戊己，庚辛")),
        ("甲，乙丙丁戊", ("甲", "乙丙丁戊")),
        ("甲、乙，丙丁、戊", ("甲、乙", "丙丁、戊")),
        ("第一行\n第二行", ("第一行", "第二行")),
        ("路灯不亮", ("路灯不亮", "")),
        ("路灯不亮。", ("路灯不亮", "")),
        ("", ("", "")),
    ],
)
def test_a_row_is_cut_at_the_point_nearest_its_middle_else_at_a_comma(words, halves):
    former, latter = changed([replace(TWO, words=words)], "split:0")
    assert (former.words, latter.words) == halves


def test_the_halves_keep_units_and_category_and_the_latter_is_a_new_part():
    former, latter = changed([TWO], "split:0")
    assert (former.number, latter.number) == (2, 0)
    assert {(each.category, each.lead, each.co_units) for each in (former, latter)} == {("amenities", 7, (8,))}


def test_ticked_rows_become_one_in_the_place_of_the_first_with_every_word_and_unit():
    whole = Line(1, "utilities", "老是跳闸；停车难；路灯不亮", lead=8, co_units=(8, 7, 9))
    [found] = changed(ticked(*LINES), "join")
    assert replace(found, lead=0, co_units=()) == replace(whole, lead=0, co_units=())
    assert {found.lead, *found.co_units} == {7, 8, 9}


def test_rows_that_are_not_ticked_stay_where_they_are():
    found = changed((ONE, *ticked(TWO), Line(4, "labour", "招不到工"), *ticked(THREE)), "join")
    assert [each.number for each in found] == [1, 2, 4]
    assert (found[1].words, found[1].lead, found[1].co_units) == ("停车难；路灯不亮", 7, (8, 9))


def test_the_same_words_twice_are_put_together_once():
    [found] = changed(ticked(ONE, replace(ONE, number=2)), "join")
    assert found.words == "老是跳闸"


@pytest.mark.parametrize("lines", [LINES, (*ticked(ONE), TWO), ()])
def test_fewer_than_two_ticked_rows_are_put_together_with_nothing(lines):
    with pytest.raises(NotAllowed, match="至少两件"):
        changed(lines, "join")


@pytest.mark.parametrize("do", ["", "drop", "drop:", "drop:3", "drop:-1", "drop:x", "split:９", "erase:0", "save:0"])
def test_what_no_page_asks_for_is_refused(do):
    with pytest.raises(NotAllowed, match="不完整"):
        changed(LINES, do)


@pytest.mark.parametrize("do", ["drop:0", "split:0"])
def test_a_row_with_an_answer_is_neither_dropped_nor_cut(do):
    with pytest.raises(NotAllowed, match="已经有答复"):
        changed([replace(ONE, fixed=True), TWO], do)


def test_a_row_with_an_answer_is_not_put_together_with_others():
    with pytest.raises(NotAllowed, match="不能和别的合成一件"):
        changed(ticked(replace(ONE, fixed=True), TWO), "join")


@pytest.mark.django_db
def test_the_rows_are_the_parts_as_they_stand(planned, units):
    first, second = lines_of(planned())
    assert (first.number, first.words, first.lead, first.co_units, first.fixed) == (1, "车间老是跳闸，料都废了", units["power"].pk, (units["city"].pk,), False)
    assert (second.number, second.co_units) == (2, ())


@pytest.mark.django_db
def test_what_a_page_posts_of_its_rows_is_read_whole(planned, units):
    post = posted(row=["0"], number_0="2", words_0="停车难\r\n真难", category_0="labour", grade_0="simple", lead_0="5", co_0=["3", "3", "x", "4"], tick_0="1")
    assert typed(planned(), post) == (Line(2, "labour", "停车难\n真难", "simple", 5, (3, 4), ticked=True),)


@pytest.mark.django_db
def test_the_words_of_a_row_that_has_an_answer_stay_whatever_is_posted(sent):
    request = sent()
    [line] = typed(request, posted(row=["0"], number_0="1", words_0="换过的话"))
    assert (line.words, line.fixed) == ("车间老是跳闸，料都废了", True)


@pytest.mark.django_db
def test_masked_words_that_were_not_touched_are_the_words_themselves(brought):
    request = brought(PHONE, (Problem("utilities", PHONE),))
    masked = PHONE.replace("13900004321", "139****4321")
    [line] = typed(request, posted(row=["0"], number_0="1", words_0=masked))
    assert line.words == PHONE
    require_whole(request, [line])


@pytest.mark.django_db
def test_a_masked_number_in_words_that_were_changed_is_not_stored(brought):
    request = brought(PHONE, (Problem("utilities", PHONE),))
    with pytest.raises(NotAllowed, match="第 2 行里有打了码的号码"):
        require_whole(request, [ONE, replace(ONE, words="打139****4321找我")])


@pytest.mark.django_db
def test_a_plan_without_a_row_is_none(brought):
    with pytest.raises(NotAllowed, match="至少要分出一件事"):
        require_whole(brought(), [])


@pytest.mark.django_db
def test_more_rows_than_a_request_may_have_are_refused(brought):
    with pytest.raises(NotAllowed, match=f"最多分出 {MOST_PROBLEMS} 件事，这里有 {MOST_PROBLEMS + 1} 件"):
        typed(brought(), posted(row=[str(each) for each in range(MOST_PROBLEMS + 1)]))


@pytest.mark.django_db
def test_words_that_are_too_long_are_not_cut_in_silence(brought):
    [line] = typed(brought(), posted(row=["0"], number_0="1", words_0="长" * (MOST_WORDS + 9)))
    assert len(line.words) == MOST_WORDS + 1


@pytest.mark.django_db
@pytest.mark.parametrize("row", ["x", "-1", "９", "1" * 19])
def test_a_row_of_no_place_is_left_out(brought, row):
    assert typed(brought(), posted(row=[row])) == ()


@pytest.mark.django_db
def test_a_split_that_is_stored_makes_a_part_more_and_a_drop_one_less(planned, cast, now):
    request = planned()
    split = changed(lines_of(request), "split:0")
    plan(request, [each.plan for each in split], cast["steward"], revision=request.revision, now=now)
    assert [part(request, number).category for number in (1, 2, 3)] == ["utilities", "amenities", "utilities"]
    request = again(request)
    plan(request, [each.plan for each in changed(lines_of(request), "drop:1")], cast["steward"], revision=request.revision, now=now)
    assert list(again(request).parts.values_list("number", flat=True)) == [1, 3]
