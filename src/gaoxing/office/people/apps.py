"""The app of the people (人员)."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Binds a session to its browser as soon as somebody signs in; on PostgreSQL the times of what everybody asks for are read quickly."""

    name = "gaoxing.office.people"
    verbose_name = "人员"

    def ready(self) -> None:
        """Connect the signals."""
        from django.contrib.auth.signals import user_logged_in
        from django.db.backends.signals import connection_created

        from gaoxing.office.instants import quicken
        from gaoxing.office.people.views.binding import enter

        user_logged_in.connect(enter, dispatch_uid="people.enter")
        connection_created.connect(quicken, dispatch_uid="people.quicken")
