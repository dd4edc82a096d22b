"""A folder shown over HTTP or HTTPS: what an operator, or somebody who is none, lets others see."""
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Shown:
    """Serves `folder`, which may be exchanged at any time. `spoil` may change each answer: (status, bytes) by path."""

    def __init__(self, folder, authority=None):
        self.folder = folder
        self.spoil = None
        self.delay = 0
        self.asked = []
        shown = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                shown.asked.append(self.path)
                time.sleep(shown.delay)
                status, body = shown.answer(self.path)
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                try:
                    self.wfile.write(body)
                except OSError:
                    pass  # the client has read enough

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.handle_error = lambda *_: None  # a client that does not believe it hangs up
        if authority:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(f"{authority}.pem", f"{authority}.key")
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.url = f"{'https' if authority else 'http'}://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def answer(self, path):
        file = self.folder / path.lstrip("/")
        answer = (200, file.read_bytes()) if file.is_file() else (404, b"")
        return self.spoil(path, *answer) if self.spoil else answer

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


def make_authority(folder, name):
    """NAME.key and NAME.pem, which believes itself; for this machine's addresses."""
    made = folder / name
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-keyout", f"{made}.key", "-out", f"{made}.pem", "-subj", f"/CN={name}", "-addext",
                    "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, capture_output=True)
    return made
