from django.db import migrations, models

KEYS = (
    "CREATE TABLE names_namekey (prefecture smallint NOT NULL, key bigint NOT NULL, name_id bigint NOT NULL, "
    "PRIMARY KEY (prefecture, key, name_id))"
)


def make_keys(apps, schema_editor):
    # Nothing but the primary key: on SQLite the rows lie in its tree, without a second one by row number.
    schema_editor.execute(KEYS + (" WITHOUT ROWID" if schema_editor.connection.vendor == "sqlite" else ""))


def drop_keys(apps, schema_editor):
    schema_editor.execute("DROP TABLE names_namekey")


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="NameLoad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="文件摘要")),
                ("position", models.PositiveBigIntegerField(default=0, verbose_name="位置")),
                ("rows", models.PositiveBigIntegerField(default=0, verbose_name="已读行数")),
                ("added", models.PositiveBigIntegerField(default=0, verbose_name="新增")),
                ("changed", models.PositiveBigIntegerField(default=0, verbose_name="更新")),
                ("broken", models.PositiveBigIntegerField(default=0, verbose_name="读不出的行数")),
                ("report_size", models.PositiveBigIntegerField(default=0, verbose_name="报告长度")),
                ("began", models.DateTimeField(verbose_name="开始时间")),
                ("finished", models.DateTimeField(blank=True, null=True, verbose_name="完成时间")),
            ],
            options={"verbose_name": "名称导入", "verbose_name_plural": "名称导入"},
        ),
        migrations.CreateModel(
            name="RegisteredName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("prefecture", models.PositiveSmallIntegerField(verbose_name="设区市代码")),
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                ("region", models.CharField(blank=True, max_length=100, verbose_name="行政区划")),
                ("trade_name", models.CharField(blank=True, max_length=100, verbose_name="字号")),
                ("trade", models.CharField(blank=True, max_length=100, verbose_name="行业")),
                ("form", models.CharField(blank=True, max_length=100, verbose_name="组织形式")),
                (
                    "state",
                    models.CharField(
                        choices=[("active", "已登记"), ("retained", "保留期内"), ("released", "已释放"), ("held", "占用")],
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("since", models.DateField(verbose_name="状态自")),
                ("until", models.DateField(blank=True, null=True, verbose_name="保留至")),
                ("sole_trader", models.BooleanField(blank=True, null=True, verbose_name="个体工商户")),
            ],
            options={"verbose_name": "名称", "verbose_name_plural": "名称"},
        ),
        migrations.AddConstraint(
            model_name="registeredname",
            constraint=models.UniqueConstraint(fields=("prefecture", "name"), name="one_row_a_name"),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(make_keys, drop_keys)],
            state_operations=[
                migrations.CreateModel(
                    name="NameKey",
                    fields=[
                        ("pk", models.CompositePrimaryKey("prefecture", "key", "name_id", blank=True, editable=False, primary_key=True, serialize=False)),
                        ("prefecture", models.PositiveSmallIntegerField(verbose_name="设区市代码")),
                        ("key", models.BigIntegerField(verbose_name="键")),
                        ("name_id", models.BigIntegerField(verbose_name="名称序号")),
                    ],
                    options={"verbose_name": "检索键", "verbose_name_plural": "检索键"},
                ),
            ],
        ),
    ]
