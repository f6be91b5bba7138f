"""Proves the safety claims over every combination of answers (needs z3-solver)."""
