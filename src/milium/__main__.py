"""Run Milium as ``python -m milium``."""

from milium.main import main

if __name__ == "__main__":
    main()
