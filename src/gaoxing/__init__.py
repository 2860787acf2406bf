"""Gaoxing (高兴办): what an enterprise says becomes a correct form, a full set of permits, or a case somebody must close."""

__version__ = "0.1.0"
