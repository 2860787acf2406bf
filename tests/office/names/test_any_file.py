"""Whatever a file holds, each of its rows is read or told, and reading it in two goes is reading it in one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoxing.office.names.entry import Reading, Unreadable
from gaoxing.office.names.files import opened

LINES = st.lists(
    st.one_of(
        st.just("昆山星野智能科技有限公司,存续,2024-05-06".encode()),
        st.just("昆山恒越贸易有限公司,注销,2026年5月6日".encode("gb18030")),
        st.just(b'"'),
        st.just(b""),
        st.just(b",,,,,,"),
        st.just(b"\x00\x00"),
        st.just(b"\xef\xbb\xbf"),
        st.binary(max_size=40).map(lambda each: each.replace(b"\n", b"")),
    ),
    max_size=12,
)
ONCE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
HEADING = "名称,状态,日期\n".encode()
MIXED = (
    "昆山星野智能科技有限公司,存续,2024-05-06",
    "昆山Ｓｔａｒ野3D科技有限公司,存续,",
    "昆山𬭎野科技有限公司,存续,",
    "昆山䶮野科技有限公司,存续,",
    "昆山㛃野科技有限公司,存续,",
    "  昆山星野（集团）有限公司  ,在业,",
    '"昆山星野贸易有限公司","存续","2024/5/6"',
)


@pytest.fixture
def rows_of(tmp_path):
    def read(content, position=0, number=0):
        path = tmp_path / "names.csv"
        path.write_bytes(content)
        return list(opened(path).rows(position, number))

    return read


@ONCE
@given(LINES)
def test_no_bytes_break_the_reading(rows_of, now, lines):
    reading = Reading(("名称", "状态", "日期"), prefecture=3205, on=now.date())
    for row in rows_of(HEADING + b"\n".join(lines)):
        try:
            told = row.reason or reading.entry(row.cells).name
        except Unreadable as trouble:
            told = str(trouble)
        assert told


@ONCE
@given(LINES, st.integers(0, 11))
def test_two_goes_read_what_one_does(rows_of, lines, cut):
    content = HEADING + b"\n".join(lines)
    whole = rows_of(content)
    if cut < len(whole):
        assert rows_of(content, whole[cut].end, whole[cut].number) == whole[cut + 1 :]


@ONCE
@given(LINES)
def test_every_row_has_its_line_number(rows_of, lines):
    numbers = [row.number for row in rows_of(HEADING + b"\n".join(lines))]
    assert numbers == sorted(set(numbers))
    assert all(2 <= number <= len(lines) + 1 for number in numbers)


@pytest.mark.parametrize("line", MIXED)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_scripts_and_rare_characters_of_a_register_are_taken(rows_of, now, line, encoding):
    reading = Reading(("名称", "状态", "日期"), prefecture=3205, on=now.date())
    (row,) = rows_of(f"名称,状态,日期\n{line}\n".encode(encoding))
    assert "昆山" in reading.entry(row.cells).name


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_either_line_ending_is_read(rows_of, ending):
    content = ending.join(("名称,状态,日期", *MIXED, "")).encode()
    assert [len(row.cells) for row in rows_of(content)] == [3] * len(MIXED)


def test_the_last_line_needs_no_ending(rows_of):
    assert len(rows_of("\n".join(("名称,状态,日期", *MIXED)).encode())) == len(MIXED)
