"""Frozen types and invariants; standard library only."""
