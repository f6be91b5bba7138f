"""The commands with everything outside them replaced by something small."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from milium.adapters.cli import Wiring, cli
from milium.adapters.store import MemoryCaseStore
from milium.app.settings import Settings
from milium.domain.knowledge import Knowledge
from milium.domain.proofs import Proof

TODAY = date(2026, 11, 23)
Run = Callable[..., Result]


@dataclass
class World:
    """What the commands reach: a home folder, a store, and a server that is never started."""

    home: Path
    knowledge: Knowledge
    store: MemoryCaseStore = field(default_factory=MemoryCaseStore)
    served: list[Settings] = field(default_factory=list)
    compiled: list[Path] = field(default_factory=list)
    proof: Proof = field(default=Proof((), 0, 0, ()))
    tree: Path | None = None
    switched_off: tuple[str, ...] = ()

    def wiring(self) -> Wiring:
        """The commands' view of it."""
        return Wiring(
            settings=lambda flags: Settings(home=self.home, modules_off=self.switched_off).changed(
                {name: value for name, value in flags.items() if value is not None}, "the flags"
            ),
            knowledge=lambda _: self.knowledge,
            compile_knowledge=self._compile,
            prove=lambda *_: self.proof,
            store=lambda _: self.store,
            serve=lambda settings, _: self.served.append(settings),
            today=lambda: TODAY,
            review_folder=lambda: self.tree,
        )

    def _compile(self, out: Path) -> str:
        self.compiled.append(out)
        return self.knowledge.edition.version


@pytest.fixture
def world(tmp_path: Path, knowledge: Knowledge) -> World:
    return World(tmp_path / "home", knowledge)


@pytest.fixture
def run(world: World) -> Run:
    """Runs a command in place; what it typed at is the text given."""

    def run(*arguments: str | Path, given: str | bytes = "") -> Result:
        words = [str(each) for each in arguments]
        narrow = {"COLUMNS": "80"}
        return CliRunner().invoke(cli, words, input=given, obj=world.wiring(), env=narrow)

    return run
