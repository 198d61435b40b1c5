"""Connections to the web that can be cut off from outside, wherever they wait."""

from __future__ import annotations

import http.client
import socket
import threading
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Watch:
    """Ends a connection when the time for all of it is over, wherever it waits."""

    def __init__(self) -> None:
        self.is_over = False
        self._connections: list[_Connection | _SafeConnection] = []

    def over(self, connection: _Connection | _SafeConnection) -> Any:
        self._connections.append(connection)
        return connection

    def end(self) -> None:
        self.is_over = True
        for connection in self._connections:
            if sock := connection.sock or connection.connected:
                try:
                    sock.shutdown(socket.SHUT_RDWR)
                except OSError:  # it is closed already
                    continue


class _Connection(http.client.HTTPConnection):
    connected: socket.socket | None = None

    def connect(self) -> None:
        super().connect()
        self.connected = self.sock


class _SafeConnection(http.client.HTTPSConnection):
    connected: socket.socket | None = None

    def connect(self) -> None:
        super().connect()
        self.connected = self.sock


class _Http(urllib.request.HTTPHandler):
    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def http_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(lambda host, **more: self._watch.over(_Connection(host, **more)), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def https_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(lambda host, **more: self._watch.over(_SafeConnection(host, **more)), req)


def opener(watch: Watch) -> urllib.request.OpenerDirector:
    """Speaks http and https only, by the system's proxy; follows no redirect and takes any status."""
    director = urllib.request.OpenerDirector()
    for handler in (urllib.request.ProxyHandler(), _Http(watch), _Https(watch)):
        director.add_handler(handler)
    return director


@contextmanager
def watched(seconds: float) -> Iterator[Watch]:
    """A watch over all that is done inside, which ends after so many seconds."""
    watch = Watch()
    timer = threading.Timer(seconds, watch.end)
    timer.daemon = True
    timer.start()
    try:
        yield watch
    finally:
        timer.cancel()
