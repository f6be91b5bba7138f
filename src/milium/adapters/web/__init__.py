"""The web app: pages that work without JavaScript, and the API."""

from milium.adapters.web.app import create_app
from milium.adapters.web.serving import PortTakenError, serve

__all__ = ["PortTakenError", "create_app", "serve"]
