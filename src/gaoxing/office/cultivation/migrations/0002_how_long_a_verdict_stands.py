"""Until when a verdict cannot be another one, and by which rules it was given."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cultivation", "0001_initial")]

    operations = [
        migrations.AddField("assessed", "rules", models.CharField("评定规则摘要", blank=True, default="", max_length=64)),
        migrations.AddField("assessed", "stands", models.DateField("到这天以前不变", blank=True, db_index=True, null=True)),
    ]
