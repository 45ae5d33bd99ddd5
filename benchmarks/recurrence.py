"""The recurrence of simple recurrent units: in one kernel on a GPU, else a loop over the words."""

from typing import Any

import torch
from torch import Tensor

try:
    import triton
    import triton.language as tl
except ImportError:  # only GPU builds of PyTorch bring it
    triton = None

_LANES = 256

if triton is not None:

    @triton.jit
    def _forward(forget, new, state, words, lanes, block: tl.constexpr):  # type: ignore[no-untyped-def]
        lane = tl.program_id(0).to(tl.int64) * block + tl.arange(0, block)
        inside = lane < lanes
        kept = tl.zeros([block], tl.float32)
        for _ in range(words):
            kept = tl.load(forget + lane, inside, 0.0) * kept + tl.load(new + lane, inside, 0.0)
            tl.store(state + lane, kept, inside)
            lane += lanes

    @triton.jit
    def _backward(forget, grads, carried, words, lanes, block: tl.constexpr):  # type: ignore[no-untyped-def]
        last = (words - 1).to(tl.int64) * lanes
        lane = last + tl.program_id(0).to(tl.int64) * block + tl.arange(0, block)
        inside = lane < last + lanes
        kept = tl.zeros([block], tl.float32)
        after = tl.zeros([block], tl.float32)
        for _ in range(words):
            kept = after * kept + tl.load(grads + lane, inside, 0.0)
            tl.store(carried + lane, kept, inside)
            after = tl.load(forget + lane, inside, 0.0)
            lane -= lanes


class Recurrence(torch.autograd.Function):
    """``state[t] = forget[t] * state[t - 1] + new[t]`` over the first axis."""

    @staticmethod
    def forward(ctx: Any, forget: Tensor, new: Tensor) -> Tensor:
        """Return the states."""
        forget, new = forget.contiguous(), new.contiguous()
        state = _kernel(_forward, forget, new) if _on_gpu(new) else _states(forget, new)
        ctx.save_for_backward(forget, state)
        return state

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor]:
        """Return the gradients of ``forget`` and ``new``."""
        forget, state = ctx.saved_tensors
        grad = grads[0].contiguous()
        carried = _kernel(_backward, forget, grad) if _on_gpu(grad) else _carried(forget, grad)
        before = torch.cat([torch.zeros_like(state[:1]), state[:-1]])
        return carried * before, carried


def _on_gpu(x: Tensor) -> bool:
    return x.is_cuda and triton is not None and x.dtype == torch.float32


def _kernel(kernel: Any, first: Tensor, second: Tensor) -> Tensor:
    found = torch.empty_like(second)
    lanes = second[0].numel()
    kernel[(triton.cdiv(lanes, _LANES),)](first, second, found, len(second), lanes, block=_LANES)
    return found


def _states(forget: Tensor, new: Tensor) -> Tensor:
    state = new.clone()
    for at in range(1, len(state)):
        state[at].addcmul_(forget[at], state[at - 1])
    return state


def _carried(forget: Tensor, grad: Tensor) -> Tensor:
    carried = grad.clone()
    for at in range(len(grad) - 2, -1, -1):
        carried[at].addcmul_(forget[at + 1], carried[at + 1])
    return carried
