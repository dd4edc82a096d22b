#!/usr/bin/env python3
"""The real `asar-audit watch` beside a ledger and its real witnesses.

Usage: watch_witness_test.py ASAR ASAR_AUDIT ASAR_WITNESS [unittest options]
"""
import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import program_test  # noqa: E402
from watched_log import OK, WRONG, Watched  # noqa: E402
from witness_program import Witness, policy  # noqa: E402

WITNESS = None


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


if __name__ == "__main__":
    program_test.PROGRAM, program_test.AUDIT, WITNESS = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
