"""JSON Schema of the formats, for editors that complete and check keys while a person types.

Made from the models, so that it cannot lag behind. It says what one file may hold; what needs the whole
document, such as an id that nobody defines, is for `threshold check`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from threshold_tool.cases.model import Vignette
from threshold_tool.documents.model import EditionOf, ThresholdDocument
from threshold_tool.documents.questions import QuestionSet

if TYPE_CHECKING:
    from threshold_tool.documents.fields import FormatModel

_WORD_STARTS = re.compile(r"(?<=[a-z])(?=[A-Z])")
DRAFT = "https://json-schema.org/draft/2020-12/schema"

_OVERLAY_OWN = ["format", "id", "edition"]
"""What a document that extends another states itself; all else may come from its parent."""

_ONE_OF = {
    "AnswerBound": ["at_or_above", "at_least", "below"],
    "Question": ["answers", "number"],
}
_ANY_OF = {
    "Placement": ["level", "require"],
    "Rule": ["level", "require", "immediate"],
    "AgeRange": ["under", "from", "unborn"],
    "EarlierConcernEntry": ["answers", "text"],
}
_AT_MOST_ONE_OF = {"CaseChild": ["age", "born", "due"]}


def json_schemas() -> dict[str, Any]:
    """The schema of each format (draft 2020-12), by the format's name as files state it."""
    return {
        "threshold-document/1": _document_schema(),
        "question-set/1": _schema(QuestionSet, "Question set"),
        "threshold-case/1": _schema(Vignette, "Case or vignette"),
    }


def _schema(model: type[FormatModel], title: str) -> dict[str, Any]:
    schema: dict[str, Any] = _tidied(model.model_json_schema(by_alias=True))
    for name, part in schema["$defs"].items():
        part["title"] = _WORD_STARTS.sub(" ", name).strip("_").capitalize()
        _add_choices(name, part)
    return {"$schema": DRAFT, "title": title, **schema}


def _document_schema() -> dict[str, Any]:
    """A whole document, or with `extends` an overlay, of which its parent may state the rest."""
    schema = _schema(ThresholdDocument, "Threshold document")
    required = schema.pop("required")
    least = schema["properties"]["levels"].pop("minItems")
    identifier = schema["properties"]["id"]["pattern"]
    schema["properties"]["extends"] = {
        **_tidied(EditionOf.model_json_schema()),
        "description": "The edition of a document in the same folder on which this one builds",
    }
    schema["properties"]["remove"] = {
        "type": "array",
        "items": {"type": "string"},
        "description": "What of the parent to leave out: ids, or `question=answer` for a placement",
    }
    schema["$defs"]["Level"]["properties"]["above"] = {
        "type": ["string", "number", "boolean"],
        "pattern": identifier,
        "description": "In a document that extends another: the id of the level that this new one stands above",
    }
    schema["if"] = {"required": ["extends"]}
    schema["then"] = {"required": _OVERLAY_OWN}
    no_place = {"items": {"properties": {"above": False}}, "minItems": least}
    schema["else"] = {"required": required, "properties": {"remove": False, "levels": no_place}}
    return schema


def _tidied(part: Any) -> Any:
    """A schema without what says nothing to an editor, such as null for a key that may be left out."""
    if isinstance(part, list):
        return [_tidied(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _tidied_value(key, value) for key, value in part.items() if not _says_nothing(key, value)}
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    choices = [choice for choice in kept.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        return {**choices[0], **{key: value for key, value in kept.items() if key != "anyOf"}}
    return kept


def _tidied_value(key: str, value: Any) -> Any:
    """Under `properties` and `$defs` the keys are names, and `title` is one of a document's."""
    if key in ("properties", "$defs"):
        return {name: _tidied(part) for name, part in value.items()}
    return _tidied(value)


def _says_nothing(key: str, value: Any) -> bool:
    """A title made of the key's name, or a default that is the same as leaving the key out."""
    return key == "title" or (key == "default" and not value)


def _add_choices(name: str, part: dict[str, Any]) -> None:
    """What a model checks between its fields."""
    if name in _ONE_OF:
        part["oneOf"] = [{"required": [key]} for key in _ONE_OF[name]]
    if name in _ANY_OF:
        part["anyOf"] = [{"required": [key]} for key in _ANY_OF[name]]
    keys = _AT_MOST_ONE_OF.get(name, [])
    pairs = [[one, other] for at, one in enumerate(keys) for other in keys[at + 1 :]]
    if pairs:
        part["not"] = {"anyOf": [{"required": pair} for pair in pairs]}
