"""What the store asks of a disk. Nothing else in the store touches a file, so that the tests can put a recorder or a failing disk here."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import NamedTuple

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BINARY = getattr(os, "O_BINARY", 0)
_FAR_AWAY = 1 << 62
"""Where Windows locks a byte: its locks keep readers out, so it must be one that nobody reads."""
_NO_SUCH_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF, errno.ENOTTY})
"""How a file system says that it does not know this kind of sync, which is not the same as failing at it."""
NO_LOCKS = frozenset({errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOLCK})
"""How a file system says that it has no locks: some network volumes."""
_HELD = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})


class Stat(NamedTuple):
    """Which file it is (device and inode), and what is needed to see that it changed."""

    device: int
    inode: int
    size: int
    mtime_ns: int
    regular: bool

    @property
    def identity(self) -> tuple[int, int]:
        """Two paths with one identity are one file; a path whose identity changed was replaced."""
        return self.device, self.inode


class FileSystem:
    """The real disk. Every method may raise OSError; files are made 0600 and folders 0700."""

    def make_folder(self, folder: Path) -> None:
        """Make the folder and what is missing above it, durably; nothing happens when it is there."""
        if not folder.is_dir():
            self.make_folder(folder.parent)
            folder.mkdir(mode=0o700, exist_ok=True)
            self.sync_folder(folder.parent)

    def names(self, folder: Path) -> list[str]:
        """Names of all that is in the folder, in no order."""
        return os.listdir(folder)  # noqa: PTH208 - called five times a second, and Path.iterdir makes objects to throw away

    def stat(self, file: Path | int) -> Stat:
        """Of a path or an open file. Never from a directory entry: Windows answers that from a stale copy."""
        found = os.stat(file)  # noqa: PTH116 - serves a path and an open file alike
        return Stat(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, stat.S_ISREG(found.st_mode))

    def read(self, path: Path, offset: int = 0) -> bytes:
        """All bytes from the offset to the end."""
        with path.open("rb") as stream:
            stream.seek(offset)
            return stream.read()

    def create(self, path: Path) -> int:
        """A new file, open for appending only; FileExistsError when there is one already."""
        return os.open(path, os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_RDWR | _BINARY, 0o600)

    def open(self, path: Path) -> int:
        """An existing file, open for writing from its start."""
        return os.open(path, os.O_RDWR | _BINARY)

    def write(self, file: int, data: bytes) -> int:
        """How many bytes were taken: it may be fewer than given."""
        return os.write(file, data)

    def truncate(self, file: int, length: int) -> None:
        """Cut the file to this many bytes."""
        os.ftruncate(file, length)

    def sync(self, file: int) -> None:
        """Return once the file's bytes are on the medium, as far as the system can tell."""
        if sys.platform == "darwin":
            try:
                fcntl.fcntl(file, fcntl.F_FULLFSYNC)
            except OSError as error:
                if error.errno not in _NO_SUCH_SYNC:  # a network volume knows fsync only
                    raise
                os.fsync(file)
        elif sys.platform == "win32":
            os.fsync(file)
        else:
            os.fdatasync(file)

    def sync_folder(self, folder: Path) -> None:
        """Return once the names in the folder are on the medium. Windows and some network volumes have no call for it."""
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _NO_SUCH_SYNC:
                raise
        finally:
            os.close(handle)

    def rename(self, path: Path, target: Path) -> None:
        """Give the file another name; nothing may have that name yet."""
        path.rename(target)

    def unlink(self, path: Path) -> None:
        """Remove the file."""
        path.unlink()

    def lock(self, file: int) -> bool:
        """Take the advisory lock that says "in use"; False when another holder has it. It goes when the file is closed."""
        try:
            if sys.platform == "win32":
                os.lseek(file, _FAR_AWAY, os.SEEK_SET)
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
                os.lseek(file, 0, os.SEEK_SET)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _HELD:
                return False
            raise
        return True

    def close(self, file: int) -> None:
        """Close the file and let its lock go."""
        os.close(file)
