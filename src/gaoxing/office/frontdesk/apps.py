"""The app of the front desk (前台)."""

from __future__ import annotations

from django.apps import AppConfig


class FrontdeskConfig(AppConfig):
    """Takes up a browser's drafts when its applicant signs in."""

    name = "gaoxing.office.frontdesk"
    verbose_name = "前台"

    def ready(self) -> None:
        """Connect the signal; let requests that did not come from the desk have a place for their files, and clients' pages tell their cases."""
        from django.contrib.auth.signals import user_logged_in

        from gaoxing.office.aftercare import files
        from gaoxing.office.aftercare.clients import profiles
        from gaoxing.office.frontdesk.client_cases import of_code
        from gaoxing.office.frontdesk.requesting import opened_for
        from gaoxing.office.frontdesk.views.adopting import signed_in

        user_logged_in.connect(signed_in, dispatch_uid="frontdesk.adopt")
        files.enter(opened_for)
        profiles.enter(of_code)
