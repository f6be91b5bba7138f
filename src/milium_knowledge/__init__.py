"""Data only: what Milium knows, each entry with its source. Read by ``milium.kb`` alone."""
