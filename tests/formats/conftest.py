"""Fixtures that every test of a format may use."""

import pytest

from quizgen.model import Worksheet

from . import sample


@pytest.fixture
def worksheet() -> Worksheet:
    return sample.worksheet()


@pytest.fixture
def hostile() -> Worksheet:
    return sample.hostile()
