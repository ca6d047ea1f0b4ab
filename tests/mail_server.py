"""A real mail server on this computer, which can be told to refuse, to fall silent or to break."""

from __future__ import annotations

import email
import email.policy
import ssl
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

HOST = "127.0.0.1"


@dataclass
class Post:
    """What arrived at the server, and what it is to answer; a refusal is used up by one mail.

    ``cut`` names the command over which it hangs up: ``RCPT``, or ``DATA`` once it has the mail.
    """

    refusals: dict[str, list[str]] = field(default_factory=dict)
    cut: str = ""
    arrived: list = field(default_factory=list)
    envelopes: list = field(default_factory=list)
    logins: list = field(default_factory=list)
    encrypted: list = field(default_factory=list)
    reached: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)
    waits: bool = False

    async def handle_MAIL(self, server, session, envelope, address, options):
        """Take the sender."""
        envelope.mail_from = address
        return self._answer("MAIL")

    async def handle_RCPT(self, server, session, envelope, address, options):
        """Take the recipient, or hang up."""
        if self.cut == "RCPT":
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return self._answer("RCPT")

    async def handle_DATA(self, server, session, envelope):
        """Take the mail, or hang up when it is too late to say that it was not taken."""
        answer = self._answer("DATA")
        if answer.startswith("250"):
            self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
            self.arrived.append(email.message_from_bytes(envelope.content, policy=POLICY))
            self.encrypted.append(session.ssl is not None)
        if self.cut == "DATA":
            server.transport.abort()
        if self.waits:
            self.reached.set()
            await server.loop.run_in_executor(None, self.go_on.wait, 30)
        return answer

    def log_in(self, server, session, envelope, mechanism, data):
        """Let in whoever knows the password."""
        self.logins.append(data.login.decode())
        return AuthResult(success=data.password == b"tegami", handled=False)

    def _answer(self, command):
        refusals = self.refusals.get(command)
        return refusals.pop(0) if refusals else "250 OK"


POLICY = email.policy.default


class _AnyPort(Controller):
    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def running_post(post=None, **more):
    """A server with a post office, on a port of its own: yields the post and the port."""
    post = post or Post()
    controller = _AnyPort(post, hostname=HOST, port=0, ready_timeout=30, **more)
    controller.start()
    try:
        yield post, controller.port
    finally:
        post.go_on.set()
        controller.stop()


def make_certificate(folder, name="localhost"):
    """A certificate for a name, with its key, made here and now: the two files."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    what = ["-nodes", "-days", "2", "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    use = ["-addext", "keyUsage=critical,digitalSignature,keyCertSign"]
    where = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", *kind, *what, *use, *where], check=True, capture_output=True)
    return certificate, key


def server_context(certificate, key):
    """What a server needs to speak TLS."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context
