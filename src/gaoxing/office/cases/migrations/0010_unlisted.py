from itertools import islice

import django.db.models.deletion
from django.db import migrations, models

AT_ONCE = 2_000


def leave_behind(apps, schema_editor):
    """Note the cases that were submitted before the lists had titles and search keys; the minute's tick makes them."""
    case, unlisted = (apps.get_model("cases", name) for name in ("Case", "Unlisted"))
    numbers = case.objects.filter(number__isnull=False, title=b"").order_by("pk").values_list("pk", flat=True).iterator()
    while rows := [unlisted(case_id=number) for number in islice(numbers, AT_ONCE)]:
        unlisted.objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_desk")]

    operations = [
        migrations.CreateModel(
            name="Unlisted",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="unlisted",
                        serialize=False,
                        to="cases.case",
                        verbose_name="办件",
                    ),
                ),
                ("tried", models.DateTimeField(blank=True, null=True, verbose_name="上次没有打开")),
            ],
            options={"verbose_name": "待补目录", "verbose_name_plural": "待补目录"},
        ),
        migrations.RunPython(leave_behind, migrations.RunPython.noop),
    ]
