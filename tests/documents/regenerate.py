"""Writes the problems of every broken file beside it: `python -m tests.documents.regenerate`, then read the diff."""

from __future__ import annotations

from tests.documents.corpus import corpus, expected_file

if __name__ == "__main__":
    for path, problems in corpus():
        expected_file(path).write_text(problems, encoding="utf-8", newline="\n")
