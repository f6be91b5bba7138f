"""Put the compiled knowledge into the wheel, so that an installed Milium starts at once."""

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = "milium/kb/_compiled.json"


class KnowledgeHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles src/milium_knowledge beside the tree and ships the result with the wheel."""

    PLUGIN_NAME = "custom"
    _folder: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is put together; an editable install reads the tree."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        self._folder = tempfile.TemporaryDirectory(prefix="milium-knowledge-")
        compiled = Path(self._folder.name, "compiled.json")
        importlib.import_module("milium.kb").compile_knowledge(compiled)
        build_data["force_include"][str(compiled)] = TARGET

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the compiled file away again."""
        del version, build_data, artifact_path
        if self._folder is not None:
            self._folder.cleanup()
