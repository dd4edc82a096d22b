"""Drives the real asar-witness: its key, its folder, its process."""
import hashlib
import json
import signal
import subprocess
import urllib.error
import urllib.request


class Witness:
    """One witness in a folder of its own. It keeps its port from one start to the next."""

    def __init__(self, program, folder, name):
        self.program = str(program)
        self.folder = folder
        self.name = name
        self.port = 0
        self.process = None
        self.key_file = folder / "witness.key"
        folder.mkdir(parents=True)
        self.vkey = self.run("key", "create", self.key_file, "--name", f"{name}.example/witness")["vkey"]

    def raw(self, *words):
        return subprocess.run([self.program, *map(str, words)], text=True, capture_output=True, check=False)

    def run(self, *words):
        done = self.raw("--json", *words)
        answer = json.loads(done.stdout)
        assert done.returncode == 0 and answer["ok"], (done.returncode, answer)
        return answer["data"]

    def add_log(self, vkey):
        return self.run("add-log", vkey, "--state", self.folder / "state")

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--json", "--state", str(self.folder / "state"), "--key", str(self.key_file),
             "--listen", f"127.0.0.1:{self.port}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line, self.process.stderr.read()
        self.url = json.loads(line)["data"]["url"]
        self.port = int(self.url.rsplit(":", 1)[1])
        return self

    def stop(self, how=signal.SIGTERM):
        """Its exit code."""
        if self.process is None:
            return None
        self.process.send_signal(how)
        code = self.process.wait(timeout=20)
        self.process.stdout.close()
        self.process.stderr.close()
        self.process = None
        return code

    def line(self, name=None, url=None):
        """Of a policy."""
        return f"witness {name or self.name} {self.vkey} {url or self.url}\n"

    def post(self, body):
        """Status, content type and body."""
        return fetch(self.url + "/add-checkpoint", body.encode())

    def shown(self, origin):
        return fetch(f"{self.url}/{hashlib.sha256(origin.encode()).hexdigest()}/checkpoint")


def fetch(url, body=None):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=body), timeout=20) as response:
            return response.status, response.headers["Content-Type"], response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read().decode()


def policy(path, quorum, *lines):
    path.write_text("".join(lines) + quorum, encoding="utf-8")
    return path
