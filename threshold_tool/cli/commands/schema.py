"""`threshold schema`: the JSON Schema of the formats, for editors that check as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cli.arguments import add_json
from threshold_tool.cli.output import print_json
from threshold_tool.errors import CannotUse
from threshold_tool.problems import did_you_mean

if TYPE_CHECKING:
    import argparse

SUMMARY = "print the JSON Schema of the formats"
ABOUT = "Prints the JSON Schema of every format by its name, or of the one that is named alone."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("--format", metavar="NAME", help="one format, such as threshold-document/1")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the schemas. Raises CannotUse for a format that there is none of."""
    from threshold_tool.documents.schema import json_schemas

    schemas = json_schemas()
    if options.format is None:
        print_json(schemas)
        return 0
    if options.format not in schemas:
        near = did_you_mean(options.format, schemas) or f"There are: {', '.join(schemas)}."
        raise CannotUse(f"There is no format `{options.format}`. {near}")
    print_json(schemas[options.format])
    return 0
