
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_unlisted"),
    ]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "草稿"),
                    ("submitted", "已提交"),
                    ("correction_asked", "待补正"),
                    ("not_accepted", "不予受理"),
                    ("accepted", "已受理"),
                    ("reopened", "重新办理"),
                    ("examined", "已审查"),
                    ("registered", "准予登记"),
                    ("refused", "不予登记"),
                    ("completed", "已办结"),
                    ("withdrawn", "已撤回"),
                    ("archived", "已归档"),
                ],
                default="draft",
                max_length=16,
                verbose_name="状态",
            ),
        ),
    ]
