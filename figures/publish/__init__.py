"""Figures as files: CSV, JSON and a data package, with the dictionary that explains them.

Every writer takes figures and a binary stream; the same figures give the same bytes.
"""

from __future__ import annotations

from figures.publish.csv_file import csv_chunks, write_csv
from figures.publish.data_dictionary import data_dictionary
from figures.publish.data_package import write_package
from figures.publish.json_file import json_chunks, write_json
from figures.publish.release import version

__all__ = [
    "csv_chunks",
    "data_dictionary",
    "json_chunks",
    "version",
    "write_csv",
    "write_json",
    "write_package",
]
