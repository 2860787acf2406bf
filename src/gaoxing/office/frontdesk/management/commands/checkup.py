"""Looks the office over (体检): one line of JSON a check, `{"check", "ok", "message"}`; exit status 1 where one fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import metadata
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from gaoxing.catalogue import matters
from gaoxing.engines.sealing import KEY_FILE
from gaoxing.forms import Form
from gaoxing.intake import papers
from gaoxing.office.cases import archiving
from gaoxing.office.certificates import queries as certificates
from gaoxing.office.certificates.allotting import is_low
from gaoxing.office.frontdesk import connections
from gaoxing.office.frontdesk.papers import renderer
from gaoxing.office.keys.guard import require
from gaoxing.office.self_check import SelfCheck, Told
from gaoxing.office.zone.queries import profile

SAMPLE = 20
"""Archived cases that are held against their lists; `gaoxing archive verify` looks at all."""

_EXAMPLE_DAY = date(2026, 5, 1)


def _folder() -> Told:
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=settings.DATA):
        return True, f"{settings.DATA} 可以写入。"


def _key() -> Told:
    sealer = require()
    if sealer.unseal(sealer.seal(b"checkup", place="checkup"), place="checkup") != b"checkup":
        return False, "密钥加密后打不开，请检查 GAOXING_KEY。"
    file = settings.DATA / KEY_FILE
    if not settings.GAOXING_KEY and file.stat().st_mode & 0o077:
        return False, f"{file} 别人也能读。请执行 chmod 600 {file}。"
    return True, "密钥可用（GAOXING_KEY）。" if settings.GAOXING_KEY else f"密钥可用（{file}）。请另存一份，丢了就打不开已存的内容。"


def _database() -> Told:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return True, f"{connection.vendor} 能连上；还有 {len(waiting)} 步结构更新，启动时自动完成。"
    return True, f"{connection.vendor} 能连上，结构是最新的。"


def _typesetting() -> Told:
    """Draws every matter's empty form: engine, faces and templates together."""
    drawn = [
        document.name
        for each in matters()
        if each.fillable
        for document in papers(Form(each.id, each.edition(_EXAMPLE_DAY).id), on=_EXAMPLE_DAY, renderer=renderer())
    ]
    return bool(drawn), f"typst {metadata.version('typst')} 画出 {len(drawn)} 份空表。" if drawn else "没有画出任何表。"


def _credit_codes() -> Told:
    """Whether the ranges of credit codes will last; none is right too, for then they are typed."""
    region = profile().region
    try:
        allots, remaining = certificates.allots(region), certificates.left(region)
    except DatabaseError:
        return True, "数据库还没有建好，启动以后再看。"
    if not allots:
        return True, "没有设号段，统一社会信用代码由审核人员填（可选，见 docs/operating.md）。"
    told = f"统一社会信用代码的号段还剩 {remaining:,} 个"
    return (False, f"{told}，快用完了。请运行 gaoxing codes add 加上新的号段。") if is_low(region) else (True, f"{told}。")


def _archive() -> Told:
    """Whether the newest archived cases are as they were archived."""
    try:
        looked = archiving.look_at_newest(SAMPLE)
    except DatabaseError:
        return True, "数据库还没有建好，启动以后再看。"
    if not looked:
        return True, "还没有归档的办件。"
    if wrong := [each.number for each in looked if not each.whole]:
        return False, f"归档的办件和归档时不一样：{'、'.join(wrong)}。请运行 gaoxing archive verify，看是哪一份，并从备份找回。"
    return True, f"抽查 {len(looked)} 件归档的办件，和归档时一样。全部核验请运行 gaoxing archive verify。"


CHECKS: tuple[tuple[str, Callable[[], Told]], ...] = (
    ("folder", _folder),
    ("key", _key),
    ("database", _database),
    ("typesetting", _typesetting),
    ("credit_codes", _credit_codes),
    ("archive", _archive),
    ("connections", connections.looked),
)


class Command(SelfCheck):
    """What `gaoxing doctor` asks of the office."""

    help = "检查数据目录、密钥、数据库和排版引擎，每项输出一行 JSON。"
    checks = CHECKS
    expected = (OSError, DatabaseError)
    trouble = "{}：请检查权限和配置。"
