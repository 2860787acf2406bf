from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery

ELSEWHERE = ("redispatch", "designate")


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A part that never went to another unit was led by the one that leads it; of the others nobody can say, so they stand with today's."""
    events, parts = apps.get_model("aftercare", "PartEvent"), apps.get_model("aftercare", "Part")
    moved = events.objects.filter(act__in=ELSEWHERE).values("subject")
    lead = parts.objects.filter(pk=OuterRef("subject")).values("lead")
    events.objects.filter(unit=None).exclude(subject__in=moved).update(unit=Subquery(lead[:1]))


class Migration(migrations.Migration):

    dependencies = [
        ('aftercare', '0007_part_event_units'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
