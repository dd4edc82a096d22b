#!/usr/bin/env python3
"""The real `asar-audit watch` beside a ledger that grows, rolls back, forks and stops.

Usage: watch_test.py ASAR ASAR_AUDIT [unittest options]
"""
import re
import signal
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import program_test  # noqa: E402
from watched_log import NOT_CHECKED, OK, STALE, USAGE, WRONG, Watched  # noqa: E402


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


    def test_it_says_what_it_does_not_check(self):
        told = self.expect("OK")
        self.assertIn("entries are checked by `asar-audit verify`", "\n".join(told["notChecked"]))
        for language, said in (("kk", "тексерілмеді: жазбалар"), ("ru", "не проверено: записи"),
                               ("en", "not checked: entries")):
            done = subprocess.run(self.words("--once", "--lang", language), capture_output=True, text=True, check=False)
            self.assertIn(said, done.stdout)

    def test_a_wrong_key_is_told_once(self):
        stranger = "log.example/volunteer-ledger+d899d489+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
        done = subprocess.run([program_test.AUDIT, "watch", self.today, "--vkey", stranger, "--trust-store",
                               self.store, "--once"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, WRONG)
        self.assertEqual(done.stdout.count("ALARM"), 1, done.stdout)
        self.assertIn("is --vkey the key of this log?", done.stdout)
        self.assertNotIn("no checkpoint could be read", done.stdout)


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
    program_test.PROGRAM, program_test.AUDIT = (sys.argv.pop(1) for _ in range(2))
    unittest.main()
