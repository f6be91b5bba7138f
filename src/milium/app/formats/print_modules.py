"""The parts that are switched off, each with the sentence in its stead."""

from milium.app.formats.guide import ModuleOffJson
from milium.app.texts import Texts
from milium.domain.guide import Guide
from milium.domain.modules import Module


def print_modules_off(guide: Guide, texts: Texts) -> list[ModuleOffJson]:
    """Each part that is off, in the order of the page."""
    return [ModuleOffJson(module=m.value, text=_off(m, texts)) for m in guide.modules_off]


def print_sounds_like(guide: Guide, texts: Texts) -> str:
    """What it sounds like in a sentence, or that this is left out."""
    if Module.SOUNDS_LIKE in guide.modules_off:
        return _off(Module.SOUNDS_LIKE, texts)
    return texts.text(f"likeness.{guide.triage.impression.likeness.value}")


def _off(module: Module, texts: Texts) -> str:
    return texts.text(f"module.{module.value}.off")
