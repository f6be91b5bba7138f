"""What is measured, each a command: `python3 run.py bench NAME`."""
