"""The same app without a server: nothing compiled but pydantic-core, no threads, no processes."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = '''
import asyncio, importlib.abc, importlib.machinery, sys, threading

class NoCompiled(importlib.abc.MetaPathFinder):
    """Refuses what a browser has not: compiled distributions but one, SQLAlchemy, processes."""

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"sqlalchemy", "subprocess", "multiprocessing", "uvicorn"}:
            raise ImportError(f"{name} is not there in a browser")
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        compiled = spec is not None and isinstance(
            spec.loader, importlib.machinery.ExtensionFileLoader
        )
        if compiled and "site-packages" in (spec.origin or "") and "pydantic_core" not in name:
            raise ImportError(f"{name} is compiled")
        return None

def no_threads(self):
    raise RuntimeError("no threads in a browser")

sys.meta_path.insert(0, NoCompiled())
threading.Thread.start = no_threads

from pathlib import Path
from milium.kb import load_knowledge
from milium.domain import guide as _domain
from milium.engine.triage import triage as _triage
from milium.adapters.store import MemoryCaseStore
from milium.adapters.web import create_app
from milium.app.settings import Settings
from datetime import date

async def in_place(call, *args, **kwargs):
    return call(*args, **kwargs)

app = create_app(
    knowledge=load_knowledge(None), settings=Settings(home=Path("home")),
    store=MemoryCaseStore(), offload=in_place, today=lambda: date(2026, 11, 23), key="k",
)

async def ask(method, path, body=b""):
    sent = []
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}
    async def send(message):
        sent.append(message)
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
        "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "headers": [(b"host", b"127.0.0.1:8100")],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8100),
    }
    await app(scope, receive, send)
    return sent[0]["status"], b"".join(m.get("body", b"") for m in sent[1:])

case = Path("examples/cheek.yaml").read_bytes()
status, page = asyncio.run(ask("GET", "/"))
assert status == 200 and b"What brings you?" in page, status
status, guide = asyncio.run(ask("POST", "/api/v1/guide", case))
assert status == 200 and b"You can leave these alone" in guide, (status, guide[:300])
compiled = sorted(
    name for name, module in sys.modules.items()
    if "site-packages" in (getattr(module, "__file__", None) or "")
    and module.__file__.endswith((".so", ".pyd"))
)
print(*compiled)
'''


def test_a_guide_is_made_with_nothing_compiled_but_pydantic_core() -> None:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert {name.split(".")[0] for name in result.stdout.split()} == {"pydantic_core"}
