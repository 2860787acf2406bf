"""The app of the people (人员)."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Binds a session to its browser as soon as somebody signs in."""

    name = "gaoxing.office.people"
    verbose_name = "人员"

    def ready(self) -> None:
        """Connect the signal."""
        from django.contrib.auth.signals import user_logged_in

        from gaoxing.office.people.views.binding import enter

        user_logged_in.connect(enter, dispatch_uid="people.enter")
