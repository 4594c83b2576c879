"""The critic iteration of WGAN-GP (1704.00028, algorithm 1, lines 3-9) in PyTorch eager: what `npm run bench train` compares with.

It answers on stdin and stdout, one JSON object a line, so that the caller decides whose turn it is:
{"workload": NAME, "iterations": N} -> {"ms": [N times]}. The first line out says which PyTorch this is.
Networks and numbers are those of apps/trainer/src/bench/workloads.ts; the paddings are PyTorch's own (symmetric).
"""

import json
import sys
import time

import torch
from torch import nn


def small_generator():
    return nn.Sequential(
        nn.Linear(64, 7 * 7 * 64, bias=False), nn.BatchNorm1d(7 * 7 * 64), nn.ReLU(), nn.Unflatten(1, (64, 7, 7)),
        nn.ConvTranspose2d(64, 32, 5, 2, 2, 1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
        nn.ConvTranspose2d(32, 1, 5, 2, 2, 1), nn.Tanh(),
    )


def small_critic():
    return nn.Sequential(
        nn.Conv2d(1, 16, 5, 2, 2), nn.LeakyReLU(0.2), nn.Conv2d(16, 32, 5, 2, 2), nn.LeakyReLU(0.2),
        nn.Conv2d(32, 64, 5, 2, 2), nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(4 * 4 * 64, 1),
    )


def wide_generator():
    return nn.Sequential(
        nn.Linear(20, 7 * 7 * 128, bias=False), nn.BatchNorm1d(7 * 7 * 128), nn.LeakyReLU(0.3), nn.Unflatten(1, (128, 7, 7)),
        nn.ConvTranspose2d(128, 128, 5, 1, 2, bias=False), nn.BatchNorm2d(128), nn.LeakyReLU(0.3),
        nn.ConvTranspose2d(128, 64, 5, 2, 2, 1, bias=False), nn.BatchNorm2d(64), nn.LeakyReLU(0.3),
        nn.ConvTranspose2d(64, 32, 5, 2, 2, 1, bias=False), nn.BatchNorm2d(32), nn.LeakyReLU(0.3),
        nn.ConvTranspose2d(32, 1, 5, 1, 2, bias=False), nn.Tanh(),
    )


def wide_critic():
    return nn.Sequential(
        nn.Conv2d(1, 64, 5, 1, 2), nn.LeakyReLU(0.3), nn.Conv2d(64, 128, 5, 2, 2), nn.LeakyReLU(0.3),
        nn.Conv2d(128, 256, 5, 2, 2), nn.LeakyReLU(0.3), nn.Flatten(), nn.Linear(7 * 7 * 256, 1),
    )


def toy(outputs):
    return nn.Sequential(
        nn.Linear(2, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, outputs)
    )


# batch size, width of the noise, shape of a sample, generator, critic
WORKLOADS = {
    "wide": (64, 20, (1, 28, 28), wide_generator, wide_critic),
    "small": (64, 64, (1, 28, 28), small_generator, small_critic),
    "toy": (256, 2, (2,), lambda: toy(2), lambda: toy(1)),
}


def create_iteration(name):
    batch, latent, shape, create_generator, create_critic = WORKLOADS[name]
    torch.manual_seed(1)
    # Channels last and the fused optimiser: some five per cent faster here for the wide networks, the same for the others.
    generator = create_generator().to(memory_format=torch.channels_last)
    critic = create_critic().to(memory_format=torch.channels_last)
    adam = torch.optim.Adam(critic.parameters(), lr=1e-4, betas=(0.0, 0.9), fused=True)
    real = torch.rand(batch, *shape) * 2 - 1

    def iterate():
        with torch.no_grad():
            fake = generator(torch.randn(batch, latent))
        mix = torch.rand(batch, *[1] * len(shape))
        between = (fake + mix * (real - fake)).requires_grad_()
        gradient = torch.autograd.grad(critic(between).sum(), between, create_graph=True)[0]
        slope = (gradient.flatten(1).square().sum(1) + 1e-12).sqrt()
        loss = critic(fake).mean() - critic(real).mean() + 10 * (slope - 1).square().mean()
        adam.zero_grad(set_to_none=True)
        loss.backward()
        adam.step()
        return loss.item()

    return iterate


def main():
    print(json.dumps({"version": torch.__version__, "threads": torch.get_num_threads()}), flush=True)
    iterations = {}
    for line in sys.stdin:
        request = json.loads(line)
        name = request["workload"]
        if name not in iterations:
            iterations[name] = create_iteration(name)
        times = []
        for _ in range(request["iterations"]):
            started = time.perf_counter()
            iterations[name]()
            times.append((time.perf_counter() - started) * 1000)
        print(json.dumps({"ms": times}), flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        torch.set_num_threads(int(sys.argv[1]))
    main()
