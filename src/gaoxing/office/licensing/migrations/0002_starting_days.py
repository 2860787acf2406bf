import tomllib
from datetime import date

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The day that each version names in its own head; every version was read as TOML before it was published."""
    versions = apps.get_model("licensing", "LocalCatalogue").objects
    for row in versions.all():
        since = tomllib.loads(row.text).get("from")
        if isinstance(since, date):
            versions.filter(pk=row.pk).update(since=since)


class Migration(migrations.Migration):

    dependencies = [
        ('licensing', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='localcatalogue',
            name='since',
            field=models.DateField(blank=True, null=True, verbose_name='起用日期'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
