"""Everything that touches the world; siblings never import each other."""
