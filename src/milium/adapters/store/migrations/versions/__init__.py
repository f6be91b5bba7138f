"""One step a module, oldest first."""
