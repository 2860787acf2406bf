"""What came by the hotline's list was entered as the window's: it says its source now."""

from django.db import migrations


def say_hotline(apps, schema_editor):
    """Requests of tickets."""
    tickets = apps.get_model("hotline", "HotlineTicket").objects
    apps.get_model("aftercare", "Request").objects.filter(pk__in=tickets.values("request")).update(source="hotline")


def say_window(apps, schema_editor):
    """As they were before."""
    apps.get_model("aftercare", "Request").objects.filter(source="hotline").update(source="window")


class Migration(migrations.Migration):

    dependencies = [
        ("hotline", "0001_initial"),
        ("aftercare", "0006_hotline_source_and_closed_tasks"),
    ]

    operations = [migrations.RunPython(say_hotline, say_window)]
