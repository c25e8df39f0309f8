"""Whether a folder would take a word now: asked while nobody writes, so that nobody learns it with a remark in hand."""

import os
import shutil
from pathlib import Path

from workshop.store.trouble import reason


def why_not(folder: Path) -> str:
    """Why nothing could be written into the folder at this moment; "" where it seems that it could."""
    try:
        if not folder.is_dir():
            return f"the folder {folder} is gone"
        if not os.access(folder, os.W_OK | os.X_OK):
            return f"{folder} may not be written to"
        if not shutil.disk_usage(folder).free:
            return f"the disk of {folder} is full"
    except OSError as error:
        return f"{folder} cannot be reached ({reason(error)})"
    return ""
