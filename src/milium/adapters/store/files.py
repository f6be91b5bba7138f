"""A file and its folder that only their owner may open."""

import os
from pathlib import Path

OWNER_ONLY_FILE = 0o600
OWNER_ONLY_FOLDER = 0o700


def make_private(path: Path) -> None:
    """Make the file, empty, and the folders it lacks, for their owner only.

    A file that is there keeps its contents and loses what others were allowed.
    """
    for folder in reversed([each for each in path.parents if not each.exists()]):
        folder.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, OWNER_ONLY_FILE))
    path.chmod(OWNER_ONLY_FILE)
