"""All speakers at once (听写厅): one recogniser, so many seats, the work of each in a thread, one chunk of a speaker at a time.

A speaker who sends faster than is heard is read more slowly: the socket is not read while a chunk is being worked on (backpressure).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from gaoxing.engines.fault import Fault
from gaoxing.office.listening.session import Message, Session, stop
from gaoxing.speech.expected import Expected
from gaoxing.speech.recogniser import Recogniser

SEATS = 16
"""Speakers at once; eight are heard without delay on two cores."""

THREADS = 2
IDLE = 20.0
"""Seconds without any sound after which a recording ends."""

FULL = "现在说话的人多，请过一会儿再点麦克风；打字照样能办。"
BROKEN = "听写出了故障，请改用打字；已听到的话都在。工作人员可运行 gaoxing doctor 查看。"
QUIET = "好一会儿没有声音传来，先停了。请检查麦克风，再点一次接着说。"

_LOG = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class Hall:
    """The seats. `load` makes the recogniser when the first speaker comes; it may raise a Fault."""

    def __init__(self, load: Callable[[], Recogniser], *, seats: int = SEATS) -> None:
        """Nothing is loaded yet."""
        self._load, self._seats = load, seats
        self._recogniser: Recogniser | None = None
        self._loading = asyncio.Lock()
        self._workers = ThreadPoolExecutor(THREADS, thread_name_prefix="listening")
        self.speaking = 0

    async def serve(self, expected: Expected, receive: Callable[[], Awaitable[bytes | None]], send: Callable[[Message], Awaitable[None]]) -> None:
        """Listen to one speaker until the end of speech: `receive` gives chunks, then None; `send` takes messages."""
        if self.speaking >= self._seats:
            await send(stop("full", FULL))
            return
        self.speaking += 1
        try:
            await self._listen(expected, receive, send)
        except Fault as fault:
            _LOG.error("listening failed: %s", fault.message)
            await send(stop("fault", BROKEN))
        finally:
            self.speaking -= 1

    async def _listen(self, expected: Expected, receive: Callable[[], Awaitable[bytes | None]], send: Callable[[Message], Awaitable[None]]) -> None:
        recogniser = await self._ready()
        clock = asyncio.get_running_loop().time
        session = Session(await self._work(lambda: recogniser.open(expected)), clock())
        await send({"type": "ready"})
        while not session.over:
            try:
                chunk = await asyncio.wait_for(receive(), IDLE)
            except TimeoutError:
                await self._tell(send, (*await self._work(session.finish), stop("quiet", QUIET)))
                return
            heard = session.finish if chunk is None else _hearing(session, chunk, clock())
            await self._tell(send, await self._work(heard))

    async def _tell(self, send: Callable[[Message], Awaitable[None]], messages: tuple[Message, ...]) -> None:
        for message in messages:
            await send(message)

    async def _ready(self) -> Recogniser:
        async with self._loading:
            if self._recogniser is None:
                self._recogniser = await self._work(self._load)
        return self._recogniser

    async def _work(self, task: Callable[[], _Result]) -> _Result:
        return await asyncio.get_running_loop().run_in_executor(self._workers, task)


def _hearing(session: Session, chunk: bytes, now: float) -> Callable[[], tuple[Message, ...]]:
    return lambda: session.hear(chunk, now=now)
