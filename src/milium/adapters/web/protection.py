"""Loopback is not private (DESIGN 7): who may ask, how much, and what every answer carries."""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from milium.app.formats import MAX_BYTES

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
HTTP_PORT = 80
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITE = frozenset({"same-origin", "none"})

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; "
    "style-src 'self'; "
    "script-src 'self'; "
    "img-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

NOT_OURS = "This is not the address of Milium. Open the address that `serve` printed.\n"
FOREIGN = (
    "Another site, or a very old browser, sent this. Nothing was changed. "
    "Open Milium by the address that `serve` printed and try again.\n"
)


class Protection:
    """ASGI middleware: our own host only, no foreign change, no endless body, strict headers."""

    def __init__(self, app: ASGIApp, more_hosts: Collection[str] = ()) -> None:
        """Wrap the app.

        Args:
            app: what is protected.
            more_hosts: hosts (with port) it also answers to, for a server that is not on loopback.
        """
        self._app = app
        self._more_hosts = frozenset(host.lower() for host in more_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with every answer marked."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        sending = _with_headers(send)
        if not self._is_own(headers.getlist("host"), scope):
            await PlainTextResponse(NOT_OURS, 421)(scope, receive, sending)
        elif scope["method"] not in SAFE_METHODS and _is_foreign(headers, scope["scheme"]):
            await PlainTextResponse(FOREIGN, 403)(scope, receive, sending)
        else:
            await self._app(scope, _bounded(receive, headers.get("content-length")), sending)

    def _is_own(self, hosts: list[str], scope: Scope) -> bool:
        if len(hosts) != 1:
            return False
        host = hosts[0].lower()
        port = scope["server"][1] if scope.get("server") else None
        own = {f"{name}:{port}" for name in LOOPBACK_NAMES}
        if port == HTTP_PORT:
            own.update(LOOPBACK_NAMES)
        return host in own or host in self._more_hosts


def _is_foreign(headers: Headers, scheme: str) -> bool:
    """Whether a change is asked for by another site; a program that is no browser says nothing."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = f"{scheme}://{headers['host'].lower()}"
    if site is None:
        return origin is not None and origin.lower() != own
    # under our own Referrer-Policy a browser calls the origin of our own form "null"
    return site not in OWN_SITE or (origin is not None and origin.lower() not in {own, "null"})


def _bounded(receive: Receive, announced: str | None) -> Receive:
    """The body, refused as soon as it is announced or turns out too large."""
    seen = int(announced) if announced is not None and announced.isdigit() else 0
    counted = 0

    async def receiving() -> Message:
        nonlocal counted
        if seen > MAX_BYTES:
            raise HTTPException(413)
        message = await receive()
        counted += len(message.get("body", b""))
        if counted > MAX_BYTES:
            raise HTTPException(413)
        return message

    return receiving


def _with_headers(send: Send) -> Send:
    """Everything sent carries the strict headers, and is kept nowhere unless it says otherwise."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending
