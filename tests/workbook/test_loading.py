"""What loading does to the collector of garbage."""

import gc

import pytest

from workshop.workbook.loading import loading


def test_nothing_is_collected_while_loading_and_all_is_as_before_afterwards() -> None:
    """Whether it was on or off, and where the loading fails too."""
    assert gc.isenabled()
    with loading():
        assert not gc.isenabled()
        with loading():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(OSError, match="gone"), loading():
        raise OSError("gone")
    assert gc.isenabled()
