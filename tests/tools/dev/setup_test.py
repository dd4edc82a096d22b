#!/usr/bin/env python3
"""Who may not install is told the one command to run; with --once nobody is asked for a password."""
import os
import pty
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SETUP = Path(__file__).resolve().parents[3] / "tools/dev/setup"
NOBODY = 65534

# Nothing is installed, and nothing gets installed: what sudo was asked is written down.
STAND_INS = {"dpkg-query": "exit 0", "apt-get": "exit 1",
             "sudo": 'echo "$*" >>"$SUDO_WAS_ASKED"; [ "$1" != -n ] || exit "$SUDO_REFUSES"'}


class Setup(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="asar-setup-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.folder.chmod(0o755)
        shutil.copy(SETUP, self.folder / "setup")
        (self.folder / "packages.txt").write_text("# a list\nfirst-package\nsecond-package\n")
        for name, body in STAND_INS.items():
            program = self.folder / "bin" / name
            program.parent.mkdir(exist_ok=True)
            program.write_text(f"#!/bin/sh\n{body}\n")
            program.chmod(0o755)
        self.asked = self.folder / "asked"
        self.asked.touch()
        self.asked.chmod(0o666)

    def run_setup(self, *options, terminal, password):
        """As somebody who is not root; whether sudo wants a password; and what sudo was asked."""
        leader, follower = pty.openpty()
        try:
            done = subprocess.run(["bash", self.folder / "setup", *options], capture_output=True, text=True, timeout=60,
                                  check=False, stdin=follower if terminal else subprocess.DEVNULL,
                                  user=NOBODY if os.geteuid() == 0 else None,
                                  env={"PATH": f"{self.folder}/bin:/usr/bin:/bin", "SUDO_WAS_ASKED": str(self.asked),
                                       "SUDO_REFUSES": "1" if password else "0"})
        finally:
            os.close(leader)
            os.close(follower)
        return done, self.asked.read_text().splitlines()

    def test_once_asks_for_no_password_even_on_a_terminal(self):
        done, asked = self.run_setup("--once", terminal=True, password=True)
        self.assertEqual((done.returncode, asked), (1, ["-n true"]), done.stderr)
        self.assertIn("apt-get install -y --no-install-recommends first-package second-package", done.stderr)

    def test_once_uses_a_sudo_that_asks_nothing(self):
        done, asked = self.run_setup("--once", terminal=True, password=False)
        self.assertEqual((done.returncode, len(asked)), (0, 3), done.stderr)
        self.assertTrue(all(line.startswith("-n ") for line in asked), asked)
        self.assertIn("first-package second-package", asked[-1])

    def test_on_a_terminal_a_person_is_asked(self):
        done, asked = self.run_setup(terminal=True, password=True)
        self.assertEqual((done.returncode, len(asked)), (0, 3), done.stderr)
        self.assertTrue(asked[-1].startswith("env DEBIAN_FRONTEND=noninteractive apt-get"), asked)

    def test_without_a_terminal_the_command_is_printed(self):
        done, asked = self.run_setup(terminal=False, password=True)
        self.assertEqual((done.returncode, asked), (1, ["-n true"]), done.stderr)
        self.assertIn("apt-get update && apt-get install", done.stderr)

    def test_an_unknown_option_is_refused(self):
        done, _ = self.run_setup("--twice", terminal=False, password=True)
        self.assertEqual(done.returncode, 2, done.stderr)


if __name__ == "__main__":
    unittest.main()
