"""The data folder (数据目录) as the office knows it; the terminal, which never imports the office, asks the same function."""

from __future__ import annotations

from gaoxing.engines.data_folder import data_folder

__all__ = ["data_folder"]
