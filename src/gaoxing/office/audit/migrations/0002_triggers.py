"""The head of the chain, and triggers that let nobody change or delete an entry."""

from django.db import migrations

from gaoxing.office.audit import triggers
from gaoxing.office.audit.chain import BEGINNING


def begin(apps, schema_editor):
    apps.get_model("audit", "Head").objects.get_or_create(pk=1, defaults={"number": 0, "digest": BEGINNING})
    triggers.install(schema_editor.connection)


def end(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(begin, end)]
