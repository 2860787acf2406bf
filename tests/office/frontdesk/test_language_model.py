"""The operator's model as the office names it."""

from gaoxing.engines.language_model import setting
from gaoxing.office.frontdesk import language_model, visitor

HERE = {setting.URL: "http://127.0.0.1:11434/v1", setting.MODEL: "qwen3"}


def test_off_it_is_nobody(settings):
    settings.LANGUAGE_MODEL = {}
    assert (language_model.model(), language_model.reader(), language_model.stays_here()) == (None, "", False)
    assert visitor.privacy() == visitor.PRIVACY


def test_on_it_is_named_and_the_privacy_page_is_another(settings):
    settings.LANGUAGE_MODEL = HERE
    assert language_model.reader() == "qwen3（本机）"
    assert language_model.stays_here()
    assert visitor.privacy() != visitor.PRIVACY
    assert len(visitor.privacy()) <= 16


def test_one_model_is_kept_while_the_setting_stays(settings):
    settings.LANGUAGE_MODEL = HERE
    assert language_model.model() is language_model.model()


def test_half_a_setting_is_off(settings):
    settings.LANGUAGE_MODEL = {setting.URL: "http://127.0.0.1:11434/v1"}
    assert language_model.model() is None
