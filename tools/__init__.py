"""Small programs for development; none of them is part of the app."""
