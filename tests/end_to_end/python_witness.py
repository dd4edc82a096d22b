"""A witness written from C2SP tlog-witness alone, with the standard library and python3-nacl: what the ledger says to
one of another make. Its clock is the test's to set.
"""
import base64
import hashlib
import struct
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def consistent(old_size, new_size, old_root, new_root, proof):
    """RFC 9162 section 2.1.4.2."""
    if old_size == new_size:
        return not proof and old_root == new_root
    if old_size == 0:
        return not proof
    if not proof:
        return False
    path = [old_root] + proof if old_size & (old_size - 1) == 0 else proof
    place, last = old_size - 1, new_size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old_hash = new_hash = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old_hash, new_hash = node(sibling, old_hash), node(sibling, new_hash)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new_hash = node(new_hash, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and old_hash == old_root and new_hash == new_root


class PythonWitness:
    def __init__(self, log_vkey, name="python.example/witness"):
        self.name = name
        self.key = SigningKey.generate()
        self.ahead = 0  # seconds by which its clock is ahead
        self.size, self.root = 0, hashlib.sha256(b"").digest()
        self.log_name, _, key = log_vkey.split("+", 2)
        self.log_key = VerifyKey(base64.b64decode(key)[1:])
        self.lock = threading.Lock()
        witness = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                status, body = witness.answer(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.send_response(status)
                self.send_header("Content-Length", str(len(body.encode())))
                self.end_headers()
                self.wfile.write(body.encode())

            def do_GET(self):  # it has no monitoring path
                self.send_error(404)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/prefix"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def typed_key(self):
        return b"\x04" + self.key.verify_key.encode()

    def key_id(self):
        return hashlib.sha256(self.name.encode() + b"\n" + self.typed_key()).digest()[:4]

    def line(self, name="python"):
        vkey = f"{self.name}+{self.key_id().hex()}+{base64.b64encode(self.typed_key()).decode()}"
        return f"witness {name} {vkey} {self.url}\n"

    def answer(self, request):
        head, note = request.split("\n\n", 1)
        old, *proof = head.split("\n")
        old_size = int(old.removeprefix("old "))
        text, signatures = note.rsplit("\n\n", 1)
        text += "\n"
        origin, size, root = text.split("\n")[:3]
        if origin != self.log_name:
            return 404, "unknown\n"
        try:
            mark, name, signature = signatures.split("\n")[0].split(" ")
            assert (mark, name) == ("—", self.log_name)
            self.log_key.verify(text.encode(), base64.b64decode(signature)[4:])
        except (BadSignatureError, AssertionError):
            return 403, "not signed\n"
        with self.lock:
            if old_size > int(size):
                return 400, "sizes\n"
            if old_size != self.size:
                return 409, f"{self.size}\n"
            if old_size == int(size) and base64.b64decode(root) != self.root:
                return 409, ""  # so the specification has it of late
            hashes = [base64.b64decode(one, validate=True) for one in proof]
            if not consistent(old_size, int(size), self.root, base64.b64decode(root), hashes):
                return 422, "no proof\n"
            self.size, self.root = int(size), base64.b64decode(root)
            return 200, self.cosignature(text)

    def cosignature(self, text):
        moment = int(time.time()) + self.ahead
        signed = self.key.sign(f"cosignature/v1\ntime {moment}\n{text}".encode()).signature
        line = base64.b64encode(self.key_id() + struct.pack(">Q", moment) + signed).decode()
        return f"— {self.name} {line}\n"
