"""Which modules a Python source imports, anywhere in it, read from its syntax tree."""

from __future__ import annotations

import ast


def imported_modules(source: str) -> set[str]:
    """The dotted names that `source` imports, those inside functions and `if TYPE_CHECKING` included.

    `from a import b` counts as both `a` and `a.b`, since `b` may be a module.
    """
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call):
            found |= _imported_by_call(node)
    return found


def imports_package(source: str, package: str) -> bool:
    """Whether `source` imports `package` or anything in it."""
    return any(name == package or name.startswith(package + ".") for name in imported_modules(source))


def _imported_by_call(call: ast.Call) -> set[str]:
    """The module that `import_module("...")` or `__import__("...")` names in so many words."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name not in {"import_module", "__import__"} or not call.args:
        return set()
    first = call.args[0]
    return {first.value} if isinstance(first, ast.Constant) and isinstance(first.value, str) else set()
