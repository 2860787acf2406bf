"""The socket's app, for its command."""

from django.apps import AppConfig


class ListeningConfig(AppConfig):
    """No models: it never opens the database."""

    name = "gaoxing.office.listening"
    label = "listening"
