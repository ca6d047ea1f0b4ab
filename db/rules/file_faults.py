"""What can be wrong with a folder that a file is written into."""

from __future__ import annotations

import errno
from typing import Final

_FAULTS: Final = {
    "full": frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}),
    "closed": frozenset({errno.EACCES, errno.EPERM, errno.EROFS}),
    "missing": frozenset({errno.ENOENT, errno.ENOTDIR}),
}


def file_fault(error: OSError) -> str:
    """The kind of an error of the file system: ``full``, ``closed``, ``missing`` or ``failed``."""
    number = error.errno or 0
    return next((fault for fault, numbers in _FAULTS.items() if number in numbers), "failed")
