#!/usr/bin/env python3
"""The real `asar-audit` reads exports over HTTP and HTTPS: it finds what it finds in the folder, and trusts no server.

Usage: web_test.py ASAR ASAR_AUDIT [unittest options]. Exit code 77: all went well, but a part could not be tried here.
"""
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import program_test  # noqa: E402
from shown_folder import Shown, make_authority  # noqa: E402

OK, NOT_CHECKED, WRONG = 0, 1, 4
MEMORY_KIB = 1 << 20


class Web(unittest.TestCase):
    ledger = None

    @classmethod
    def setUpClass(cls):
        if Web.ledger is None:
            temporary = tempfile.TemporaryDirectory(prefix="asar-web-")
            unittest.addModuleCleanup(temporary.cleanup)
            Web.folder = Path(temporary.name)
            Web.ledger = program_test.LaterLedger(Web.folder)
            Web.tiles, Web.bundle = Web.folder / "tiles", Web.folder / "bundle"
            Web.ledger.asar.run("export", "tiles", Web.tiles)
            Web.ledger.asar.run("audit", "bundle", Web.bundle, "--directory")

    def setUp(self):
        self.work = Path(tempfile.mkdtemp(dir=self.folder))

    def shown(self, folder, authority=None):
        server = Shown(folder, authority)
        self.addCleanup(server.close)
        return server

    def copied(self, folder):
        copy = self.work / folder.name
        shutil.copytree(folder, copy)
        return copy

    def run_audit(self, *words):
        return subprocess.run([program_test.AUDIT, *map(str, words), "--json"], capture_output=True, text=True,
                              check=False, timeout=120)

    def verify(self, place, *options):
        done = self.run_audit("verify", place, *self.ledger.pins, *options)
        report = json.loads(done.stdout)
        self.assertEqual(report["exit"], done.returncode, done)
        return report

    def same(self, folder, *options):
        """The report of the folder and that of its address say the same; the latter."""
        local = self.verify(folder, *options)
        remote = self.verify(self.shown(folder).url, *options)
        for what in ("verdict", "findings", "size", "root", "events", "ledger", "demo", "notChecked"):
            self.assertEqual(remote[what], local[what], what)
        return remote


class Same(Web):
    def test_bare_tiles(self):
        report = self.same(self.tiles)
        self.assertEqual(report["verdict"], "OK")
        self.assertIn("figures: not checked", "\n".join(report["notChecked"]))

    def test_one_stream_is_to_be_fetched(self):
        folder = self.work / "stream"
        folder.mkdir()
        (folder / "stream").write_text("asar/stream/v1\n")
        (folder / "manifest").write_text(f"{'0' * 64}  stream\n")
        report = self.verify(self.shown(folder).url)
        self.assertEqual(report["verdict"], "COULD_NOT_CHECK")
        self.assertIn("holds one stream: fetch it", "\n".join(report["notChecked"]))

    def test_what_is_public_alone_is_to_be_fetched(self):
        folder = self.work / "public"
        folder.mkdir()
        (folder / "shown").write_text("")
        (folder / "manifest").write_text(f"{'0' * 64}  shown\n")
        report = self.verify(self.shown(folder).url)
        self.assertEqual(report["verdict"], "COULD_NOT_CHECK")
        self.assertIn("holds what is public alone: fetch it", "\n".join(report["notChecked"]))

    def test_a_bundle_with_manifest_and_figures(self):
        report = self.same(self.bundle)
        self.assertEqual(report["verdict"], "OK")
        told = "\n".join(report["checked"])
        self.assertIn("manifest", told)
        self.assertIn("figures", told)

    def test_below_a_path_and_with_a_slash_at_the_end(self):
        server = self.shown(self.folder)
        self.assertEqual(self.verify(server.url + "/tiles/")["verdict"], "OK")
        self.assertEqual(self.verify(server.url + "/nothing")["verdict"], "COULD_NOT_CHECK")

    def test_changed_bytes_of_every_member(self):
        names = sorted(str(file.relative_to(self.bundle)) for file in self.bundle.rglob("*") if file.is_file())
        self.assertGreater(len(names), 4)
        for folder in (self.bundle, self.tiles):
            for name in names:
                if not (folder / name).is_file():
                    continue
                with self.subTest(folder=folder.name, name=name):
                    copy = self.copied(folder)
                    content = bytearray((copy / name).read_bytes())
                    content[len(content) // 2] ^= 1
                    (copy / name).write_bytes(content)
                    report = self.same(copy)
                    self.assertNotEqual(report["verdict"], "OK")
                    shutil.rmtree(copy)

    def test_missing_members(self):
        for name in ("tile/0", "tile/entries", "figures.json"):
            copy = self.copied(self.bundle)
            shutil.rmtree(copy / name) if (copy / name).is_dir() else (copy / name).unlink()
            local, remote = self.verify(copy), self.verify(self.shown(copy).url)
            self.assertEqual((local["verdict"], remote["verdict"]), ("BUNDLE_DAMAGED", "BUNDLE_DAMAGED"), name)
            shutil.rmtree(copy)

    def test_what_is_remembered_and_what_is_asked_beside_it(self):
        url, store = self.shown(self.tiles).url, self.work / "store"
        self.assertEqual(self.verify(url, "--trust-store", store)["verdict"], "OK")
        self.assertEqual(len(list(store.glob("*.checkpoint"))), 1)
        self.assertEqual(self.verify(url, "--trust-store", store)["verdict"], "OK")
        vkey = self.ledger.pins[:2]
        self.assertEqual(self.run_audit("prove", url, 3, *vkey).returncode, OK)
        self.assertEqual(self.run_audit("consistency", url, "--from", 2, *vkey).returncode, OK)
        self.assertEqual(self.run_audit("compare", url, self.bundle, *vkey).returncode, OK)
        self.assertEqual(self.run_audit("explain", url, 1, *vkey).returncode, OK)
        self.assertEqual(self.run_audit("recompute", url, *vkey).returncode, OK)


class Hostile(Web):
    def spoiled(self, folder, spoil):
        server = self.shown(folder)
        server.spoil = spoil
        return server

    def test_errors_of_the_server_are_not_taken_for_missing_members(self):
        for status in (500, 503, 403, 302):
            server = self.spoiled(self.tiles, lambda path, was, body, status=status: (
                (status, b"") if "tile/0" in path else (was, body)))
            report = self.verify(server.url)
            self.assertEqual(report["verdict"], "COULD_NOT_CHECK")
            self.assertIn(f"status {status}", "\n".join(report["notChecked"]))

    def test_nobody_there(self):
        server = self.shown(self.tiles)
        server.close()
        server.close = lambda: None
        report = self.verify(server.url)
        self.assertEqual(report["verdict"], "COULD_NOT_CHECK")

    def test_more_bytes_than_any_member_has(self):
        huge = b"x" * (20 << 20)
        for part in ("checkpoint", "tile/0", "tile/entries"):
            server = self.spoiled(self.tiles, lambda path, was, body, part=part: (
                (200, huge) if part in path else (was, body)))
            report = self.verify(server.url)
            self.assertNotEqual(report["exit"], OK)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, MEMORY_KIB)

    def test_a_manifest_leads_nowhere_else(self):
        secret = b"0" * 64 + b"  ../../etc/passwd\n"
        server = self.spoiled(self.bundle, lambda path, was, body: (
            (200, secret + body) if path.endswith("/manifest") else (was, body)))
        self.assertEqual(self.verify(server.url)["verdict"], "BUNDLE_DAMAGED")
        self.assertFalse([path for path in server.asked if "etc" in path], server.asked)

    def test_a_checkpoint_of_an_impossible_size(self):
        def spoil(path, was, body):
            if not path.endswith("/checkpoint"):
                return was, body
            lines = body.split(b"\n")
            lines[1] = b"18446744073709551615"
            return 200, b"\n".join(lines)
        started = time.monotonic()
        report = self.verify(self.spoiled(self.tiles, spoil).url)
        self.assertEqual(report["exit"], WRONG, "nobody signed that")
        self.assertLess(time.monotonic() - started, 60)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, MEMORY_KIB)

    def test_a_log_that_grows_meanwhile_is_judged_as_it_was(self):
        checkpoints = []

        def spoil(path, was, body):
            if path.endswith("/checkpoint"):
                checkpoints.append(path)
                if len(checkpoints) > 1:
                    return 200, b"another\n"
            return was, body
        store = self.work / "store"
        report = self.verify(self.spoiled(self.tiles, spoil).url, "--trust-store", store)
        self.assertEqual(report["verdict"], "OK")
        self.assertEqual(len(checkpoints), 1)

    def test_plain_http_to_other_machines_and_strange_addresses(self):
        for place in ("http://ledger.example/tiles", "http://", "https://a b/", "http://127.0.0.1:99999/"):
            report = self.verify(place)
            self.assertEqual(report["verdict"], "COULD_NOT_CHECK", place)
        self.assertIn("https://", "\n".join(self.verify("http://ledger.example/tiles")["notChecked"]))


@unittest.skipUnless(shutil.which("openssl"), "openssl makes the certificates")
class Protected(Web):
    def test_only_the_named_authority_is_believed(self):
        ours, other = make_authority(self.work, "ours"), make_authority(self.work, "other")
        url = self.shown(self.tiles, ours).url
        self.assertEqual(self.verify(url, "--ca", f"{ours}.pem")["verdict"], "OK")
        for options in (["--ca", f"{other}.pem"], []):
            report = self.verify(url, *options)
            self.assertEqual(report["verdict"], "COULD_NOT_CHECK")
            self.assertIn("certificate", "\n".join(report["notChecked"]))
        missing = self.verify(url, "--ca", self.work / "none.pem")
        self.assertEqual(missing["verdict"], "COULD_NOT_CHECK")


if __name__ == "__main__":
    program_test.PROGRAM, program_test.AUDIT = sys.argv[1], sys.argv[2]
    result = unittest.main(argv=[sys.argv[0], *sys.argv[3:]], exit=False).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(77 if result.skipped else 0)
