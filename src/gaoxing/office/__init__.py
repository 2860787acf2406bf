"""The counter for people (窗口): the Django project and its apps."""
