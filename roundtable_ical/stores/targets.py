"""Places that a static tree can stand in: a folder, or a bucket of object storage (fsspec)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from uuid import uuid4

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs

from roundtable_ical.errors import InvalidSetting, Unavailable

S3 = "s3"
_UNFINISHED = ".roundtable-new"


def opened(place: str) -> "Target":
    """Return the target at *place*: a folder, or ``s3://bucket/prefix``.

    Raises:
        InvalidSetting: there is no such kind of target, or what it needs is not installed.
        Unavailable: it cannot be used.
    """
    scheme = place.partition("://")[0] if "://" in place else "file"
    if scheme not in {"file", S3}:
        raise InvalidSetting(f"{place}: write a folder or s3://bucket/prefix")
    options = {"use_listings_cache": False, "skip_instance_cache": True} if scheme == S3 else {}
    try:
        with _told(place):
            system, root = url_to_fs(place, **options)
    except ImportError as error:
        hint = "pip install 'roundtable-ical[s3]'"
        raise InvalidSetting(f"{place}: object storage needs s3fs: {hint}") from error
    if not root.strip("/"):
        raise InvalidSetting(f"{place}: names no {'bucket' if scheme == S3 else 'folder'}")
    return Target(place, system, root.rstrip("/"), typed=scheme == S3)


class Target:
    """A tree of objects in one place (see `roundtable_ical.services.statically.Target`)."""

    def __init__(self, name: str, system: AbstractFileSystem, root: str, *, typed: bool) -> None:
        self.name = name
        self.typed = typed
        self._system = system
        self._root = root

    def read(self, path: str) -> bytes | None:
        """Return the object at *path*; None where there is none."""
        with _told(self.name):
            try:
                content: bytes = self._system.cat_file(self._at(path))
            except FileNotFoundError:
                return None
            return content

    def sizes(self, folder: str) -> Mapping[str, int]:
        """Return the size of every object in *folder* and below it, by its path.

        What a run that died has left unfinished is taken away on the way.
        """
        with _told(self.name):
            try:
                found = self._system.find(self._at(folder), detail=True)
            except FileNotFoundError:
                return {}
            for path in [path for path in found if path.endswith(_UNFINISHED)]:
                del found[path]
                self._system.rm_file(path)
        cut = len(self._root) + 1
        return {path[cut:]: facts["size"] for path, facts in found.items()}

    def write(self, path: str, body: bytes, headers: Mapping[str, str]) -> None:
        """Put an object at *path*, so that readers see the old one or the new one, whole."""
        at = self._at(path)
        with _told(self.name):
            if self.typed:
                named = {name.replace("-", ""): value for name, value in headers.items()}
                self._system.pipe_file(at, body, **named)
                return
            folder, _, name = at.rpartition("/")
            unfinished = f"{folder}/.{name}.{uuid4().hex[:8]}{_UNFINISHED}"
            self._system.makedirs(folder, exist_ok=True)
            try:
                self._system.pipe_file(unfinished, body)
                self._system.mv(unfinished, at)
            except BaseException:
                with suppress(OSError):
                    self._system.rm_file(unfinished)
                raise

    def remove(self, path: str) -> None:
        """Take the object at *path* away; nothing happens where there is none."""
        at = self._at(path)
        with _told(self.name), suppress(FileNotFoundError):
            self._system.rm_file(at)
        if not self.typed:
            with suppress(OSError):  # others are in the folder
                self._system.rmdir(at.rpartition("/")[0])

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}"


@contextmanager
def _told(place: str) -> Iterator[None]:
    """Turn every failure inside into `Unavailable`, in one line."""
    try:
        yield
    except ImportError:
        raise
    except Exception as error:  # each kind of storage fails in ways of its own
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise Unavailable(f"{place}: {' '.join(reason.split())}") from error
