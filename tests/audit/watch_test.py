#!/usr/bin/env python3
"""The real `asar-audit watch` beside a ledger that grows, rolls back, forks and stops, with real witnesses.

Usage: watch_test.py ASAR ASAR_AUDIT ASAR_WITNESS [unittest options]
"""
import base64
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import program_test  # noqa: E402
from answers_test import Views  # noqa: E402
from shown_folder import Shown  # noqa: E402
from witness_program import Witness, policy  # noqa: E402

WITNESS = None
OK, NOT_CHECKED, USAGE, STALE, WRONG = 0, 1, 2, 3, 4


class Watched(unittest.TestCase):
    """Three views of one ledger: of today, and two of tomorrow that contradict each other."""

    views = None

    @classmethod
    def setUpClass(cls):
        if Watched.views is None:
            temporary = tempfile.TemporaryDirectory(prefix="asar-watch-")
            unittest.addModuleCleanup(temporary.cleanup)
            Watched.folder = Path(temporary.name)
            Watched.views = Views(Watched.folder)
            Watched.today, Watched.one, Watched.other = (
                getattr(Watched.views, name)["tiles"] for name in ("today", "one", "other"))

    def setUp(self):
        self.work = Path(tempfile.mkdtemp(dir=self.folder))
        self.store = self.work / "store"
        self.log = self.shown(self.today)

    def shown(self, folder):
        server = Shown(folder)
        self.addCleanup(server.close)
        return server

    def words(self, *options, place=None):
        return [program_test.AUDIT, "watch", str(place or self.log.url), "--vkey", self.views.vkey, "--trust-store",
                str(self.store), *map(str, options)]

    def look(self, *options, place=None):
        """One round; its exit code is that of the program."""
        done = subprocess.run([*self.words("--once", "--json", *options, place=place)], capture_output=True, text=True,
                              check=False, timeout=60)
        told = json.loads(done.stdout)
        self.assertEqual(told["exit"], done.returncode)
        return told

    def expect(self, verdict, *alarms, options=(), place=None):
        told = self.look(*options, place=place)
        self.assertEqual((told["verdict"], sorted(alarm["alarm"] for alarm in told["alarms"])),
                         (verdict, sorted(alarms)), told)
        return told

    def proven(self, told):
        """Whoever gets the file is convinced by it."""
        self.assertEqual(len(told["proofs"]), 1, told)
        done = subprocess.run([program_test.AUDIT, "verify", told["proofs"][0], "--vkey", self.views.vkey, "--json"],
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, json.loads(done.stdout)["verdict"]), (WRONG, "FORK"), done)

    def trusted(self):
        files = list(self.store.glob("*.checkpoint"))
        return int(files[0].read_text(encoding="utf-8").split("\n")[1]) if files else None

    def age(self, seconds, below="."):
        """As if all that is kept there had been written so long ago."""
        then = time.time() - seconds
        for file in (self.store / below).rglob("*.checkpoint"):
            os.utime(file, (then, then))


class Growing(Watched):
    def test_it_trusts_what_grows(self):
        told = self.expect("OK")
        self.assertEqual(told["trustedSize"], self.views.today["size"])
        self.log.folder = self.one
        told = self.expect("OK")
        self.assertEqual(told["trustedSize"], self.views.one["size"])
        self.assertEqual(self.trusted(), self.views.one["size"])
        self.assertTrue(any("continues" in sentence for sentence in told["checked"]))

    def test_a_folder_is_watched_as_an_address_is(self):
        self.expect("OK", place=self.today)
        self.expect("OK", place=self.one)
        self.expect("ROLLBACK", "rollback", place=self.today)

    def test_what_verify_trusts_is_trusted(self):
        done = subprocess.run([program_test.AUDIT, "verify", self.views.one["zip"], "--vkey", self.views.vkey,
                               "--trust-store", self.store], capture_output=True, check=False)
        self.assertEqual(done.returncode, OK)
        self.expect("ROLLBACK", "rollback")

    def test_only_checkpoint_and_hash_tiles_are_read(self):
        self.expect("OK")
        self.log.folder = self.one
        self.log.asked.clear()
        self.expect("OK")
        self.assertFalse([path for path in self.log.asked if "entries" in path], self.log.asked)
        self.assertLess(len(self.log.asked), 10)


class Lying(Watched):
    def test_a_rollback(self):
        self.log.folder = self.one
        self.expect("OK")
        self.log.folder = self.today
        for _ in range(2):
            told = self.expect("ROLLBACK", "rollback")
            self.assertEqual(told["exit"], WRONG)
            self.assertEqual(self.trusted(), self.views.one["size"], "it is not forgotten")
        self.log.folder = self.one
        self.expect("OK")

    def test_a_rewritten_history_of_the_same_size(self):
        self.log.folder = self.one
        self.expect("OK")
        self.log.folder = self.other
        told = self.expect("FORK", "split_view")
        self.proven(told)
        self.assertEqual(Path(told["proofs"][0]).parent, self.store)
        self.assertEqual(self.look()["proofs"], told["proofs"], "one file, however often it is seen")

    def test_a_rewritten_history_that_goes_on(self):
        longer = self.longer_other()
        self.log.folder = self.one
        self.expect("OK")
        self.log.folder = longer
        self.proven(self.expect("FORK", "split_view"))
        self.assertEqual(self.trusted(), self.views.one["size"])
        # And the near miss: whoever has seen only what both have in common learns nothing.
        self.store = self.work / "other store"
        self.log.folder = self.today
        self.expect("OK")
        self.log.folder = longer
        self.expect("OK")

    def longer_other(self):
        """The other history of tomorrow, a day later."""
        folder = self.folder / "longer"
        if not folder.exists():
            asar = program_test.Asar(program_test.PROGRAM, self.folder / "restored-other")
            asar.now = "2026-03-13T09:00:00+05:00"
            asar.submit(self.views.ledger.first, self.views.ledger.registration(asar.new_person("late")))
            asar.run("checkpoint", "create")
            asar.run("export", "tiles", folder)
        return folder

    def test_a_split_view_between_the_ledger_and_a_mirror(self):
        mirror = self.shown(self.other)
        self.log.folder = self.one
        told = self.expect("FORK", "split_view", options=["--mirror", mirror.url, "--proofs", self.work / "proofs"])
        self.proven(told)
        self.assertEqual(Path(told["proofs"][0]).parent, self.work / "proofs")
        self.assertIsNone(self.trusted(), "nothing of it is trusted")

    def test_a_mirror_that_lags_is_no_lie_and_one_that_is_ahead_tells_of_a_rollback(self):
        mirror = self.shown(self.today)
        self.log.folder = self.one
        told = self.expect("OK", options=["--mirror", mirror.url])
        self.assertEqual([one["role"] for one in told["watched"]], ["log", "mirror"])
        self.store = self.work / "fresh"
        mirror.folder, self.log.folder = self.one, self.today
        self.expect("ROLLBACK", "rollback", options=["--mirror", mirror.url])

    def test_signatures_of_others_and_damage(self):
        note = (self.today / "checkpoint").read_text(encoding="utf-8")
        self.log.spoil = lambda path, was, body: (
            (200, re.sub(r"(?m)^\d+$", "3", note, count=1).encode()) if path == "/checkpoint" else (was, body))
        self.expect("BAD_SIGNATURE", "bad_signature")
        self.assertIsNone(self.trusted())
        self.log.spoil = None
        self.expect("OK")
        self.log.folder = self.one
        self.log.spoil = lambda path, was, body: (
            (200, bytes([body[0] ^ 1]) + body[1:]) if path.startswith("/tile/0") and body else (was, body))
        told = self.expect("TILE_TAMPERED", "damaged")
        self.assertEqual(told["proofs"], [], "damage is called no lie")
        self.assertEqual(self.trusted(), self.views.today["size"])


class Silent(Watched):
    def test_nobody_answers(self):
        self.log.spoil = lambda *_: (503, b"")
        told = self.expect("COULD_NOT_CHECK", "unreachable")
        self.assertEqual(told["exit"], NOT_CHECKED)
        self.log.spoil = None
        self.expect("OK")
        mirror = self.shown(self.work / "nothing")
        self.expect("COULD_NOT_CHECK", "unreachable", options=["--mirror", mirror.url])
        self.assertEqual(self.trusted(), self.views.today["size"])

    def test_missing_tiles_leave_it_open(self):
        self.expect("OK")
        self.log.folder = self.one
        self.log.spoil = lambda path, was, body: (404, b"") if path.startswith("/tile") else (was, body)
        self.expect("COULD_NOT_CHECK", "unreachable")
        self.assertEqual(self.trusted(), self.views.today["size"])

    def test_a_ledger_that_stands_still(self):
        self.expect("OK")
        self.age(3000)
        self.expect("OK", options=["--max-age", 4000])
        told = self.expect("STALE", "stale", options=["--max-age", 2000])
        self.assertEqual(told["exit"], STALE)
        self.log.folder = self.one
        self.expect("OK", options=["--max-age", 2000])

    def test_a_mirror_that_stands_still_while_the_ledger_grows(self):
        mirror = self.shown(self.today)
        options = ["--mirror", mirror.url, "--max-age", 2000]
        self.expect("OK", options=options)
        self.age(3000, "watched")
        self.expect("OK", options=options)
        self.log.folder = self.one
        told = self.expect("STALE", "stale", options=options)
        self.assertEqual(told["alarms"][0]["name"], mirror.url)
        mirror.folder = self.one
        self.expect("OK", options=options)

    def test_a_store_that_cannot_be_kept(self):
        self.store.write_text("a file")
        self.assertEqual(self.look()["exit"], NOT_CHECKED)

    def test_what_cannot_be_remembered_is_not_forgotten(self):
        """Else a log that fell back meanwhile would be trusted from the next round on."""
        self.log.folder = self.one
        self.expect("OK")
        file = next(self.store.glob("*.checkpoint"))
        note = file.read_bytes()
        file.write_bytes(note[:40])
        self.log.folder = self.today
        for _ in range(2):
            self.expect("COULD_NOT_CHECK", "damaged")
        self.assertEqual(file.read_bytes(), note[:40])
        file.write_bytes(note)
        self.expect("ROLLBACK", "rollback")


class Witnessed(Watched):
    def setUp(self):
        super().setUp()
        self.witness = Witness(WITNESS, self.work / "one", "one")
        self.witness.add_log(self.views.vkey)
        self.addCleanup(self.witness.stop)
        self.witness.start()
        # What the folders show no witness has cosigned.
        self.policy = self.policy_of("none")
        self.options = ["--witness-policy", self.policy]

    def policy_of(self, quorum, *groups):
        return policy(self.work / "policy", f"quorum {quorum}\n", f"log {self.views.vkey}\n", self.witness.line(),
                      *groups)

    def cosigned(self, folder):
        """A copy of the folder, whose checkpoint carries the witness's line."""
        line = self.cosign(folder)
        copy = Path(tempfile.mkdtemp(dir=self.work)) / "tiles"
        shutil.copytree(folder, copy)
        with (copy / "checkpoint").open("a", encoding="utf-8") as note:
            note.write(line)
        return copy

    def cosign(self, folder, old=0):
        note = (folder / "checkpoint").read_text(encoding="utf-8")
        proof = ""
        if old:
            done = subprocess.run([program_test.AUDIT, "consistency", str(folder), "--from", str(old), "--vkey",
                                   self.views.vkey, "--json"], capture_output=True, text=True, check=True)
            proof = json.loads(done.stdout).get("document", "")
        status, _, body = self.witness.post(f"old {old}\n{proof}\n{note}")
        self.assertEqual(status, 200, body)
        return body

    def test_what_the_witness_holds_is_what_the_ledger_shows(self):
        self.expect("COULD_NOT_CHECK", "unreachable", options=self.options)
        self.cosign(self.today)
        told = self.expect("OK", options=self.options)
        seen = told["watched"][1]
        self.assertEqual((seen["role"], seen["size"]), ("witness", self.views.today["size"]))
        self.assertLess(abs(seen["cosignedAt"] - time.time()), 600)
        self.log.folder = self.one
        self.expect("OK", options=self.options)
        self.cosign(self.one, self.views.today["size"])
        self.expect("OK", options=self.options)

    def test_an_address_of_a_witness_may_end_in_a_slash(self):
        self.cosign(self.today)
        policy(self.policy, "quorum none\n", f"log {self.views.vkey}\n", self.witness.line(url=self.witness.url + "/"))
        self.assertEqual(self.expect("OK", options=self.options)["watched"][1]["size"], self.views.today["size"])

    def test_a_restored_backup_is_behind_the_witness(self):
        self.cosign(self.one)
        told = self.expect("ROLLBACK", "rollback", options=self.options)
        self.assertIn("one.example/witness", told["alarms"][0]["sentence"])

    def test_a_ledger_that_publishes_after_it_was_cosigned_is_given_time(self):
        self.cosign(self.one)
        times = []

        def spoil(path, was, body):
            if path == "/checkpoint":
                times.append(path)
                if len(times) > 1:
                    self.log.folder = self.one
                    return 200, (self.one / "checkpoint").read_bytes()
            return was, body
        self.log.spoil = spoil
        self.expect("OK", options=self.options)

    def test_another_history_than_the_witness_was_shown(self):
        self.cosign(self.one)
        self.log.folder = self.other
        self.proven(self.expect("FORK", "split_view", options=self.options))

    def test_a_witness_that_forgets(self):
        self.cosign(self.one)
        self.log.folder = self.one
        self.expect("OK", options=self.options)
        self.witness.stop()
        shutil.rmtree(self.work / "one" / "state")
        self.witness.add_log(self.views.vkey)
        self.witness.start()
        policy(self.policy, "quorum none\n", self.witness.line())
        self.cosign(self.today)
        self.expect("ROLLBACK", "rollback", options=self.options)

    def test_too_few_cosignatures_of_the_ledger(self):
        self.policy_of("one")
        self.cosign(self.today)
        told = self.expect("NO_QUORUM", "no_quorum", options=self.options)
        self.assertEqual((told["exit"], told["watched"][0]["cosignatures"]), (WRONG, 0))
        self.assertIsNone(self.trusted(), "what too few have cosigned is not trusted")
        for language, word in (("kk", "куәгерлердің"), ("ru", "свидетелей"), ("en", "too few witnesses")):
            done = subprocess.run(self.words("--once", "--lang", language, *self.options), capture_output=True,
                                  text=True, check=False)
            self.assertRegex(done.stdout, f"no_quorum.*{word}")

    def test_and_enough_of_them(self):
        self.policy_of("one")
        self.log.folder = self.cosigned(self.today)
        told = self.expect("OK", options=self.options)
        self.assertEqual([one.get("cosignatures") for one in told["watched"]], [1, None])
        self.assertEqual(self.trusted(), self.views.today["size"])
        stranger = Witness(WITNESS, self.work / "two", "two")
        self.policy_of("both", stranger.line(url=self.witness.url), "group both all one two\n")
        told = self.look(*self.options)
        self.assertIn("no_quorum", [alarm["alarm"] for alarm in told["alarms"]])

    def test_a_mirror_that_dropped_them(self):
        self.policy_of("one")
        self.log.folder = self.cosigned(self.today)
        mirror = self.shown(self.today)
        told = self.expect("NO_QUORUM", "no_quorum", options=[*self.options, "--mirror", mirror.url])
        self.assertEqual(told["alarms"][0]["name"], mirror.url)
        mirror.folder = self.log.folder
        metrics = self.work / "asar.prom"
        self.expect("OK", options=[*self.options, "--mirror", mirror.url, "--metrics", metrics])
        self.assertRegex(metrics.read_text(encoding="utf-8"),
                         rf'asar_watch_cosignatures{{.*role="mirror",name="{mirror.url}"}} 1\n')

    def test_a_line_that_was_touched(self):
        self.policy_of("one")
        self.log.folder = self.cosigned(self.today)
        note = self.log.folder / "checkpoint"
        text = note.read_text(encoding="utf-8")
        note.write_text(text[:-20] + ("A" if text[-20] != "A" else "B") + text[-19:], encoding="utf-8")
        self.expect("BAD_SIGNATURE", "bad_signature", "no_quorum", options=self.options)

    def test_a_policy_of_other_logs(self):
        key = b"\x01" + base64.b64decode(self.witness.vkey.split("+", 2)[2])[1:]
        name = "other.example/log"
        hash_ = hashlib.sha256(name.encode() + b"\n" + key).hexdigest()[:8]
        policy(self.policy, "quorum none\n", f"log {name}+{hash_}+{base64.b64encode(key).decode()}\n",
               self.witness.line())
        self.cosign(self.today)
        self.expect("ORIGIN_MISMATCH", "bad_signature", options=self.options)

    def test_a_witness_that_signed_otherwise(self):
        self.cosign(self.today)
        stranger = Witness(WITNESS, self.work / "two", "one")
        policy(self.policy, "quorum none\n", f"witness one {stranger.vkey} {self.witness.url}\n")
        self.expect("BAD_SIGNATURE", "bad_signature", options=self.options)


class Metrics(Watched):
    LINE = re.compile(r'^asar_watch_[a-z_]+(\{[a-z]+="(?:[^"\\\n]|\\.)*"(,[a-z]+="(?:[^"\\\n]|\\.)*")*\})? -?\d+$')

    def values(self, text):
        for line in text.splitlines():
            if not line.startswith("#"):
                self.assertRegex(line, self.LINE)
        return {line.rsplit(" ", 1)[0]: int(line.rsplit(" ", 1)[1])
                for line in text.splitlines() if not line.startswith("#")}

    def test_they_say_what_was_seen(self):
        file = self.work / "asar.prom"
        self.log.folder = self.one
        self.expect("OK", options=["--metrics", file])
        origin = self.views.asar.run("status")["origin"]
        values = self.values(file.read_text(encoding="utf-8"))
        labels = f'{{origin="{origin}",role="log",name="{self.log.url}"}}'
        self.assertEqual(values["asar_watch_up" + labels], 1)
        self.assertEqual(values["asar_watch_size" + labels], self.views.one["size"])
        self.assertEqual(values[f'asar_watch_trusted_size{{origin="{origin}"}}'], self.views.one["size"])
        alarm = f'asar_watch_alarm{{origin="{origin}",alarm="rollback"}}'
        self.assertEqual(values[alarm], 0)
        self.log.folder = self.today
        self.expect("ROLLBACK", "rollback", options=["--metrics", file])
        self.assertEqual(self.values(file.read_text(encoding="utf-8"))[alarm], 1)
        self.assertEqual([kept.name for kept in self.work.glob("asar.prom*")], ["asar.prom"], "nothing is left over")

    def test_each_family_is_told_of_once_and_before_its_values(self):
        done = subprocess.run(self.words("--once", "--metrics", "-"), capture_output=True, text=True, check=False)
        self.values(done.stdout)
        current = None
        families = []
        for line in done.stdout.splitlines():
            if line.startswith("# TYPE "):
                current = line.split()[2]
                families.append(current)
            elif not line.startswith("#"):
                self.assertEqual(re.split(r"[{ ]", line)[0], current)
        self.assertEqual(len(families), len(set(families)))

    def test_a_file_that_cannot_be_written_is_said(self):
        told = self.look("--metrics", self.work / "none" / "x.prom")
        self.assertEqual((told["exit"], told["verdict"]), (NOT_CHECKED, "COULD_NOT_CHECK"))


class Running(Watched):
    def test_round_after_round_until_it_is_stopped(self):
        file = self.work / "asar.prom"
        running = subprocess.Popen(self.words("--interval", 1, "--metrics", file), stdout=subprocess.PIPE, text=True)
        self.addCleanup(running.kill)
        self.assertIn("verdict OK", self.until(running, "verdict"))
        self.log.folder = self.one
        self.assertIn(f"size {self.views.one['size']}", self.until(running, "verdict"))
        self.log.folder = self.other
        self.assertIn("ALARM split_view", self.until(running, "verdict"))
        running.send_signal(signal.SIGTERM)
        self.assertEqual(running.wait(timeout=20), WRONG, "what was found is not lost")
        running.stdout.close()
        rounds = re.search(r"asar_watch_rounds_total\{[^}]*\} (\d+)", file.read_text(encoding="utf-8"))
        self.assertGreaterEqual(int(rounds[1]), 3)

    def until(self, running, word):
        told = ""
        for line in running.stdout:
            told += line
            if line.startswith(word):
                return told
        self.fail(f"it ended: {told}")

    def test_stopped_where_nothing_was_found(self):
        for which, code in ((signal.SIGTERM, OK), (signal.SIGINT, 130)):
            running = subprocess.Popen(self.words("--interval", 60), stdout=subprocess.PIPE, text=True)
            self.addCleanup(running.kill)
            self.until(running, "verdict")
            running.send_signal(which)
            self.assertEqual(running.wait(timeout=20), code)
            running.stdout.close()

    def test_in_three_languages(self):
        self.log.folder = self.one
        self.expect("OK")
        self.log.folder = self.other
        for language, words in (("kk", ("журнал", "ДАБЫЛ split_view", "қорытынды FORK")),
                                ("ru", ("размер", "ТРЕВОГА split_view", "вывод FORK")),
                                ("en", ("size", "ALARM split_view", "verdict FORK"))):
            done = subprocess.run(self.words("--once", "--lang", language), capture_output=True, text=True, check=False)
            for word in words:
                self.assertIn(word, done.stdout)

    def test_what_cannot_be_understood(self):
        for wrong in (["--lang", "xx"], ["--interval", "0"], ["--max-age", "-1"], ["--witness-policy", "none"]):
            done = subprocess.run(self.words("--once", *wrong), capture_output=True, check=False)
            self.assertEqual(done.returncode, USAGE, wrong)
        bad = self.work / "policy"
        bad.write_text("witness one nothing\n", encoding="utf-8")
        done = subprocess.run(self.words("--once", "--witness-policy", bad), capture_output=True, check=False)
        self.assertEqual(done.returncode, USAGE)


if __name__ == "__main__":
    program_test.PROGRAM, program_test.AUDIT, WITNESS = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
