"""The names of the register and the keys by which they are found (名称库). All of a prefecture is one pool (比对范围).

Times and days are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models

from gaoxing.names.neighbour import State

STATES = {State.ACTIVE: "已登记", State.RETAINED: "保留期内", State.RELEASED: "已释放", State.HELD: "占用"}


class RegisteredName(models.Model):
    """A name of the pool (名称库中的名称) with its parts as it was split, and how it stands since a day; one row a name and prefecture."""

    prefecture = models.PositiveSmallIntegerField("设区市代码")
    name = models.CharField("名称", max_length=100)
    region = models.CharField("行政区划", max_length=100, blank=True)
    trade_name = models.CharField("字号", max_length=100, blank=True)
    trade = models.CharField("行业", max_length=100, blank=True)
    form = models.CharField("组织形式", max_length=100, blank=True)
    state = models.CharField("状态", max_length=8, choices=[(str(state), label) for state, label in STATES.items()])
    since = models.DateField("状态自")
    until = models.DateField("保留至", null=True, blank=True)
    sole_trader = models.BooleanField("个体工商户", null=True, blank=True)

    class Meta:
        """Official terms; a name stands once in a prefecture's pool."""

        verbose_name = "名称"
        verbose_name_plural = "名称"
        constraints = (models.UniqueConstraint(fields=("prefecture", "name"), name="one_row_a_name"),)

    def __str__(self) -> str:
        """The name, the prefecture and the state."""
        return f"{self.name} {self.prefecture} {self.state}"


class NameKey(models.Model):
    """A key that leads to a name (检索键): prefecture first, so that a prefecture's keys lie together. No row but what the primary key holds."""

    pk = models.CompositePrimaryKey("prefecture", "key", "name_id")
    prefecture = models.PositiveSmallIntegerField("设区市代码")
    key = models.BigIntegerField("键")
    name_id = models.BigIntegerField("名称序号")

    class Meta:
        """Official terms."""

        verbose_name = "检索键"
        verbose_name_plural = "检索键"

    def __str__(self) -> str:
        """Prefecture, key and the name's number."""
        return f"{self.prefecture} {self.key} {self.name_id}"


class NameLoad(models.Model):
    """A file of names that is or was taken in (名称导入): how far, so that it goes on after a kill. `digest` is the SHA-256 of the file and how it is read."""

    digest = models.CharField("文件摘要", max_length=64, unique=True)
    position = models.PositiveBigIntegerField("位置", default=0)
    rows = models.PositiveBigIntegerField("已读行数", default=0)
    added = models.PositiveBigIntegerField("新增", default=0)
    changed = models.PositiveBigIntegerField("更新", default=0)
    broken = models.PositiveBigIntegerField("读不出的行数", default=0)
    report_size = models.PositiveBigIntegerField("报告长度", default=0)
    began = models.DateTimeField("开始时间")
    finished = models.DateTimeField("完成时间", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "名称导入"
        verbose_name_plural = "名称导入"

    def __str__(self) -> str:
        """The beginning of the digest and how far it is."""
        return f"{self.digest[:12]} {self.rows}"
