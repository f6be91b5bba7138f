"""Templates to pages, and the few files a page needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

MEDIA_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
A_YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file sent as it is, under an address that changes when it does."""

    content: bytes
    media_type: str
    version: str

    def response(self) -> Response:
        """The file, to be kept for a year."""
        return Response(self.content, media_type=self.media_type, headers={"Cache-Control": A_YEAR})


class Pages:
    """Renders the templates of this package."""

    def __init__(self, filters: Mapping[str, Callable[..., object]]) -> None:
        """Read the static files once; nothing is read while a page is made."""
        self.static = {
            path.name: StaticFile(content, MEDIA_TYPES[path.name.rpartition(".")[2]], version)
            for path in (files("milium.adapters.web") / "static").iterdir()
            if path.name.rpartition(".")[2] in MEDIA_TYPES
            for content in [path.read_bytes()]
            for version in [sha256(content).hexdigest()[:12]]
        }
        self._templates = Environment(
            loader=PackageLoader("milium.adapters.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.globals["static"] = self._address
        self._templates.filters.update(filters)

    def page(self, name: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """The page, rendered."""
        return HTMLResponse(self._templates.get_template(name).render(values), status)

    def _address(self, name: str) -> str:
        return f"/static/{name}?v={self.static[name].version}"
