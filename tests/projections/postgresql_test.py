#!/usr/bin/env python3
"""The SQL of the read models is what SQLite and PostgreSQL share: every file of it runs on a real PostgreSQL 15, twice,
and makes the tables, columns and views that it makes on SQLite. The search index alone is SQLite's, and in no file.

Rows go in and come out there as the door to SQL says of both (tests/projections/database_conformance_test.cc): upserts,
`returning`, limits of integers, bytes, order by bytes, transactions, and readers beside a writer.

The server is of this test alone: in a folder of its own, on a socket in it, under a user without rights. Where there is
none the test is skipped.

Usage: postgresql_test.py [unittest options]
"""
import os
import pwd
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROJECTIONS = Path(__file__).parents[2] / "projections"
PROGRAMS = Path("/usr/lib/postgresql/15/bin")
# The server refuses to run with the rights of root.
USER = "nobody"
STARTS_WITHIN = 30
TYPES = {"bigint", "text", "bytea"}
LARGEST = 2**63 - 1


class Server:
    """A server on a socket in its folder, gone with it."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="asar-postgresql-"))
        self.as_user = {}
        if os.geteuid() == 0:
            user = pwd.getpwnam(USER)
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        self.log = (self.folder / "log").open("w")
        # Texts are in the order of their bytes, as in SQLite.
        self.run("initdb", "-D", self.folder / "tables", "-U", "asar", "-A", "trust", "-E", "UTF8", "--no-locale",
                 "-N")
        self.process = subprocess.Popen(
            [PROGRAMS / "postgres", "-D", self.folder / "tables", "-k", self.folder, "-c", "listen_addresses=",
             "-c", "fsync=off"], cwd=self.folder, stdout=self.log, stderr=self.log, **self.as_user)
        deadline = time.monotonic() + STARTS_WITHIN
        while subprocess.run([PROGRAMS / "pg_isready", "-q", "-h", self.folder], check=False).returncode != 0:
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise RuntimeError("the server does not answer: " + (self.folder / "log").read_text())
            time.sleep(0.05)

    def run(self, program, *arguments):
        subprocess.run([PROGRAMS / program, *arguments], cwd=self.folder, check=True, stdout=self.log, stderr=self.log,
                       **self.as_user)

    def psql(self, database):
        return [PROGRAMS / "psql", "-h", self.folder, "-U", "asar", "-X", "-q", "-A", "-t", "-F", " ",
                "-P", "null=null", "-v", "ON_ERROR_STOP=1", database]

    def ask(self, sql, database="postgres"):
        """The rows as text; an error of the server as AssertionError."""
        done = subprocess.run([*self.psql(database), "-f", "-"], input=sql, text=True, capture_output=True, check=False)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        return done.stdout.splitlines()

    def session(self, database):
        return subprocess.Popen([*self.psql(database), "-f", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                text=True, bufsize=1)

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder)


def tell(session, sql):
    """The rows of one statement of a session that stays open."""
    session.stdin.write(sql + ";\n\\echo that-was-it\n")
    session.stdin.flush()
    rows = []
    while (line := session.stdout.readline()) not in ("that-was-it\n", ""):
        rows.append(line.rstrip("\n"))
    return rows


def sql_files():
    files = sorted(PROJECTIONS.rglob("*.sql"))
    assert len(files) > 10, files
    return files


class Postgresql(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def setUp(self):
        self.database = self.id().rsplit(".", 1)[1].lower()
        self.server.ask(f"create database {self.database}")

    def ask(self, sql):
        return self.server.ask(sql, self.database)

    def test_every_file_makes_the_same_tables_as_on_sqlite(self):
        sqlite = sqlite3.connect(":memory:")
        for _ in range(2):
            for file in sql_files():
                with self.subTest(file=file.name):
                    self.ask(file.read_text())
                    sqlite.executescript(file.read_text())
        there = {}
        for row in self.ask("select table_name, column_name, data_type from information_schema.columns "
                            "where table_schema = 'public' order by table_name, ordinal_position"):
            name, column, kind = row.split(" ", 2)
            self.assertIn(kind, TYPES, (name, column))
            there.setdefault(name, []).append(column)
        here = {name: [row[1] for row in sqlite.execute(f"pragma table_info({name})")]
                for (name,) in sqlite.execute("select name from sqlite_master where type in ('table', 'view')")}
        self.assertEqual(there, here)
        self.assertGreater(len(here), 50)

    def test_every_view_can_be_read(self):
        for file in sql_files():
            self.ask(file.read_text())
        views = re.findall(r"^create view (\w+)", "\n".join(file.read_text() for file in sql_files()), re.M)
        self.assertGreater(len(views), 25)
        asked = "".join(f"select '{view}', count(*) from {view};" for view in views)
        self.assertEqual(self.ask(asked), [f"{view} 0" for view in views])

    def test_an_upsert_takes_the_place_of_a_row_and_returns_it(self):
        rows = self.ask("""
            create table t (a bigint, b text not null, c bigint, primary key (a));
            prepare put (bigint, text, bigint) as insert into t (a, b, c) values ($1, $2, $3)
                on conflict (a) do update set b = excluded.b, c = excluded.c returning a, b, c;
            execute put (1, 'one', 5);
            execute put (1, 'тау', null);
            select * from t;""")
        self.assertEqual(rows, ["1 one 5", "1 тау null", "1 тау null"])

    def test_integers_bytes_and_texts_come_back_as_they_went_in(self):
        rows = self.ask(f"""
            create table t (a bigint, b bytea, c text);
            insert into t values ({LARGEST}, '\\x0001ff', 'Әлем'), ({-LARGEST - 1}, '\\x', '');
            select a, b, c, octet_length(b), c = '' from t order by a;""")
        self.assertEqual(rows, [f"{-LARGEST - 1} \\x  0 t", f"{LARGEST} \\x0001ff Әлем 3 f"])

    def test_texts_and_bytes_are_in_the_order_of_their_bytes(self):
        words = ["я", "қ", "ә", "ё", "е", "і", "z", "a", "B", "Z", "10", "9", ""]
        self.ask("create table t (a text); insert into t values " + ", ".join(f"('{word}')" for word in words))
        self.assertEqual(self.ask("select a from t order by a"), sorted(words, key=lambda word: word.encode()))
        self.ask("create table b (a bytea); insert into b values ('\\x01'), ('\\x0100'), ('\\xff'), ('\\x00'), ('\\x')")
        self.assertEqual(self.ask("select a from b order by a"), ["\\x", "\\x00", "\\x01", "\\x0100", "\\xff"])

    def test_readers_see_whole_transactions(self):
        self.ask("create table t (a bigint); insert into t values (1)")
        writer, reader, other = (self.server.session(self.database) for _ in range(3))
        tell(writer, "begin")
        tell(writer, "insert into t values (2)")
        for session in (reader, other):
            self.assertEqual(tell(session, "select count(*) from t"), ["1"])
        tell(writer, "commit")
        for session in (reader, other):
            self.assertEqual(tell(session, "select count(*) from t"), ["2"])
        tell(writer, "begin")
        tell(writer, "delete from t")
        tell(writer, "rollback")
        self.assertEqual(tell(reader, "select count(*) from t"), ["2"])
        for session in (writer, reader, other):
            session.stdin.close()
            session.stdout.close()
            session.wait()


if __name__ == "__main__":
    if not (PROGRAMS / "postgres").exists():
        print(f"SKIPPED: there is no {PROGRAMS}/postgres: install postgresql-15 to compare the SQL with it")
        sys.exit(77)
    unittest.main()
