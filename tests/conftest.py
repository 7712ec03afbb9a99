"""Settings of all tests: properties have no time limit, since nothing here is decided by a clock."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("project", deadline=None)
settings.load_profile("project")
