"""An empty folder in which `billijk` is on PATH and nothing of the user's own environment shows."""

import os
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

TIMEOUT_SECONDS = 120
FIXED = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1", "COLUMNS": "80"}
# What sanitizers and coverage need to be told; nothing else of the caller passes.
KEPT_PREFIXES = ("ASAN_", "LSAN_", "UBSAN_", "TSAN_", "GCOV_", "LLVM_PROFILE_")


@dataclass(frozen=True)
class Result:
    """What a finished process left: `exit` is negative for a signal, None when time ran out."""

    stdout: bytes
    stderr: bytes
    exit: int | None


class Sandbox:
    """A context manager; `folder` is the empty working folder, gone at the end."""

    def __init__(self, program: Path):
        self._base = tempfile.TemporaryDirectory(prefix="billijk-")
        self.folder = Path(self._base.name) / "here"
        self.folder.mkdir()
        bin_folder = Path(self._base.name) / "bin"
        bin_folder.mkdir()
        (bin_folder / "billijk").symlink_to(program.resolve(strict=True))
        self.environment = {
            **{key: value for key, value in os.environ.items() if key.startswith(KEPT_PREFIXES)},
            **FIXED,
            "HOME": str(self.folder),
            "PATH": f"{bin_folder}:{os.environ.get('PATH', os.defpath)}",
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._base.cleanup()

    def shell(self, command: str, **options) -> Result:
        """Runs a bash command line."""
        return self.run(["bash", "-c", command], **options)

    def billijk(self, *arguments: str, **options) -> Result:
        """Runs the program itself, without a shell between."""
        return self.run(["billijk", *arguments], **options)

    def run(self, command: list[str], stdin: bytes = b"", timeout: float = TIMEOUT_SECONDS,
            environment: dict[str, str] | None = None, **popen) -> Result:
        """Runs a command in the folder; `popen` goes to subprocess.Popen and wins."""
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **popen}
        with subprocess.Popen(command, cwd=self.folder, stdin=subprocess.PIPE,
                              env={**self.environment, **(environment or {})},
                              start_new_session=True, **streams) as process:
            try:
                stdout, stderr = process.communicate(stdin, timeout)
                code = process.returncode
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                stdout, stderr = process.communicate()
                code = None
        return Result(stdout or b"", stderr or b"", code)
