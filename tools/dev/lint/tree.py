"""What every lint shares: the files of the tree, what a finding is, and how findings are told."""
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CODE_FOLDERS = ("ledger", "projections", "audit", "tools", "tests")
CODE_SUFFIXES = (".h", ".cc")
SKIPPED_FOLDERS = {"build", ".git", ".cache", "__pycache__"}


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    message: str
    fails: bool = True

    def text(self):
        return f"{self.path}:{self.line}: {'' if self.fails else 'warning: '}{self.message}"


class Tree:
    """The files of a checkout: what git tracks or would track; outside git, all that is there."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self.files = sorted(self._git_files() if (self.root / ".git").exists() else self._walk())

    def _git_files(self):
        listed = subprocess.run(
            ["git", "-C", str(self.root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            capture_output=True, check=True).stdout.decode()
        return {path for path in listed.split("\0") if path and (self.root / path).is_file()}

    def _walk(self):
        for path in self.root.rglob("*"):
            relative = path.relative_to(self.root)
            if path.is_file() and not SKIPPED_FOLDERS.intersection(relative.parts):
                yield relative.as_posix()

    def code(self):
        """Our own C++: sources and headers below the code folders."""
        return [path for path in self.files
                if path.endswith(CODE_SUFFIXES) and path.split("/")[0] in CODE_FOLDERS]

    def text(self, path):
        """The text of a file; none where it is not UTF-8 text."""
        content = (self.root / path).read_bytes()
        if b"\0" in content:
            return None
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            return None


def tell(findings):
    """Prints the findings, failures last; the exit code of the lint."""
    ordered = sorted(findings, key=lambda finding: (finding.fails, finding.path, finding.line))
    for finding in ordered:
        print(finding.text())
    failures = sum(finding.fails for finding in ordered)
    print(f"{failures} failures, {len(ordered) - failures} warnings")
    return 1 if failures else 0


def run(check):
    """The main of a lint: check(tree) → findings, over the folder named or the one we are in."""
    root = sys.argv[1] if len(sys.argv) > 1 else "."
    sys.exit(tell(list(check(Tree(root)))))
