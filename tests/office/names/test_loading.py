"""A file is taken in whole, goes on where it was cut off, and tells each broken row."""

import gc
import random
import signal
import subprocess
import sys
import time

import pytest

from gaoxing.office.names import loading
from gaoxing.office.names.entry import Unreadable
from gaoxing.office.names.loading import load
from gaoxing.office.names.models import NameKey, NameLoad, RegisteredName
from gaoxing.office.names.storing import store

CHARACTERS = "启星野恒越正元明朗程旭岚峰泽宇晨"


def rows(count):
    rng = random.Random(6)
    return [f"昆山{''.join(rng.choices(CHARACTERS, k=4))}{'科技' if number % 7 else '贸易'}有限公司,存续,2024-05-06" for number in range(count)]


@pytest.fixture
def taken(db, now, tmp_path):
    """Loads a file."""
    return lambda path, **how: load(path, 3205, now, report=tmp_path / "broken.csv", **how)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_file_is_taken_in(taken, written, encoding):
    done = taken(written(*rows(50), encoding=encoding))
    assert (done.progress.rows, done.progress.added, done.progress.share) == (50, RegisteredName.objects.count(), 1.0)


def test_the_same_file_is_taken_in_once(taken, written):
    path = written(*rows(20))
    taken(path)
    assert taken(path).finished_before
    assert taken(path, again=True).progress.added == 0


def test_broken_rows_are_told_and_listed(taken, written, tmp_path):
    done = taken(written(*rows(2), "昆山,飞了,", "x,,"))
    assert [number for number, _ in done.first_broken] == [4, 5]
    assert tmp_path.joinpath("broken.csv").read_text("utf-8-sig").splitlines()[1].startswith("4,状态「飞了」")


def test_a_file_without_broken_rows_leaves_no_report(taken, written, tmp_path):
    taken(written(*rows(3)))
    assert not tmp_path.joinpath("broken.csv").exists()


def test_fifty_thousand_broken_rows_are_each_listed(taken, written, tmp_path):
    done = taken(written(*["昆山,飞了,"] * 50_000, *rows(1)))
    assert (done.progress.broken, done.progress.added, len(done.first_broken)) == (50_000, 1, 20)
    assert len(tmp_path.joinpath("broken.csv").read_text("utf-8").splitlines()) == 50_001


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("cut", [1, 3])
def test_a_load_that_was_cut_off_goes_on_where_it_was(taken, written, tmp_path, monkeypatch, cut):
    monkeypatch.setattr(loading, "STEP", 20)
    monkeypatch.setattr(loading, "TOGETHER", 1)
    path = written(*(line for row in rows(40) for line in (row, "坏,飞了,")))
    told = []

    def killed(progress):
        told.append(progress)
        if len(told) == cut:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        taken(path, told=killed)
    done = taken(path)
    assert done.resumed == cut * 20
    assert (done.progress.rows, done.progress.broken) == (80, 40)
    assert len(tmp_path.joinpath("broken.csv").read_text("utf-8").splitlines()) == 41
    assert done.progress.added == RegisteredName.objects.count()


@pytest.mark.django_db(transaction=True)
def test_steps_of_one_transaction_are_lost_together_and_taken_again(taken, written, tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "STEP", 10)
    monkeypatch.setattr(loading, "TOGETHER", 3)
    path, told = written(*rows(45), *["坏,飞了,"] * 5), []

    def killed(progress):
        told.append(progress.rows)
        if len(told) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        taken(path, told=killed)
    assert (told, NameLoad.objects.get().rows) == ([10, 20, 30, 40, 50], 50)
    done = taken(path)
    assert (done.resumed, done.progress.broken, done.progress.added) == (50, 5, RegisteredName.objects.count())


@pytest.mark.django_db(transaction=True)
def test_a_kill_within_a_transaction_falls_back_to_the_one_before(taken, written, monkeypatch):
    monkeypatch.setattr(loading, "STEP", 10)
    monkeypatch.setattr(loading, "TOGETHER", 3)
    path = written(*rows(60))

    def killed(progress):
        if progress.rows == 50:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        taken(path, told=killed)
    assert (NameLoad.objects.get().rows, RegisteredName.objects.count()) == (30, len(set(rows(60)[:30])))
    assert (taken(path).resumed, RegisteredName.objects.count()) == (30, len(set(rows(60))))


def test_the_search_for_cycles_goes_on_after_a_load(taken, written):
    taken(written(*rows(2)))
    assert gc.isenabled()


@pytest.mark.django_db(transaction=True)
def test_a_step_that_fails_is_not_half_there(taken, written, monkeypatch):
    def stored_and_lost(entries):
        store(entries)
        raise OSError("no space")

    monkeypatch.setattr(loading, "store", stored_and_lost)
    with pytest.raises(OSError, match="no space"):
        taken(written(*rows(5)))
    assert (RegisteredName.objects.count(), NameKey.objects.count()) == (0, 0)


def test_a_file_without_names_is_refused(taken, written):
    with pytest.raises(Unreadable):
        taken(written("甲", heading="乙"))
    assert NameLoad.objects.count() == 0


@pytest.mark.drill
def test_ten_kills_lose_no_name_and_repeat_none(written, tmp_path):
    """A process of its own, killed without warning, until one ends by itself."""
    path = written(*rows(60_000))
    environ = {"GAOXING_DATA": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings", "PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-m", "django", "load_names", "--file", str(path)]
    for seconds in range(10):
        process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL)
        time.sleep(2 + seconds / 3)
        process.send_signal(signal.SIGKILL)
        process.wait()
    last = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    assert f'"added": {len(set(rows(60_000)))}' in last.stdout
    assert '"broken": 0' in last.stdout
