"""Why a file cannot be read or written, in plain words (文件打不开的原因): for the terminal and for the office's own commands.

>>> reason(FileNotFoundError(2, "No such file or directory")), reason(ValueError("embedded null byte"))
('没有这个文件或文件夹', '路径不对')
"""

from __future__ import annotations

import errno

REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EEXIST: "同名的文件已经在那里",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "那里只能读、不能写",
    errno.ENOSPC: "磁盘满了",
    errno.ENAMETOOLONG: "名字太长",
}
"""The system's numbers of what is known, in plain Chinese."""


def reason(trouble: Exception) -> str:
    """Why a file could not be read or written, in plain Chinese where the system's word is known."""
    if not isinstance(trouble, OSError):
        return "路径不对"
    return REASONS.get(trouble.errno or 0) or trouble.strerror or "系统没有说原因"
