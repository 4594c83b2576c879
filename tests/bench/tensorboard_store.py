"""TensorBoard doing what `npm run bench store` measures: tensorboardX writes, TensorBoard's server reads.

It answers on stdin and stdout, one JSON object a line. The first line out says which versions these are.
{"write": {"steps": N, "names": [...]}} -> {"seconds": T}: N steps of these metrics, flushed to the system each step.
{"open": {"runs": R, "steps": N, "height": H}} -> {"coldSeconds", "warmSeconds", "spikes"}: R runs of N points with one
spike of height H each, opened by a server started for it, with its default settings and its data server.
"""

import json
import math
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import tensorboard
import tensorboardX
from tensorboardX.event_file_writer import EventsWriter
from tensorboardX.proto.event_pb2 import Event
from tensorboardX.proto.summary_pb2 import Summary


def curve_at(step, series):
    noise = math.sin(step * 12.9898 + series * 78.233) * 43758.5453
    return 10 * math.exp(-step / 20000) + (noise - math.floor(noise)) * 0.1


def spike_of(run, steps):
    return 777 + (run * 7919) % (steps - 1000)


def write(steps, names):
    folder = tempfile.mkdtemp(prefix='tensorboard-bench-')
    try:
        writer = tensorboardX.SummaryWriter(folder)
        started = time.perf_counter()
        for step in range(1, steps + 1):
            for series, name in enumerate(names):
                writer.add_scalar(name, curve_at(step, series), step)
            writer.flush()
        seconds = time.perf_counter() - started
        writer.close()
        return {'seconds': seconds}
    finally:
        shutil.rmtree(folder)


def open_curves(runs, steps, height):
    folder = tempfile.mkdtemp(prefix='tensorboard-bench-')
    server = None
    try:
        for run in range(runs):
            write_curve(f'{folder}/run{run:03}', run, steps, height)
        port = free_port()
        started = time.perf_counter()
        server = subprocess.Popen(
            [sys.executable, '-m', 'tensorboard.main', '--logdir', folder, '--port', str(port), '--load_fast', 'true'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        while True:
            curves = fetch_all(port, runs)
            if curves and all(curve[-1][1] == steps for curve in curves):
                break
            if time.perf_counter() - started > 900:
                raise TimeoutError('TensorBoard did not load the runs within 15 minutes')
            time.sleep(0.05)
        cold = time.perf_counter() - started
        started = time.perf_counter()
        curves = fetch_all(port, runs)
        warm = time.perf_counter() - started
        spikes = sum(max(value for _, _, value in curve) == height for curve in curves)
        return {'coldSeconds': cold, 'warmSeconds': warm, 'spikes': spikes}
    finally:
        if server:
            server.terminate()
            server.wait()
        shutil.rmtree(folder)


def write_curve(folder, run, steps, height):
    """By the writer below SummaryWriter, which takes an eighth of the time."""
    os.mkdir(folder)
    writer = EventsWriter(f'{folder}/events')
    now = time.time()
    for step in range(1, steps + 1):
        value = height if step == spike_of(run, steps) else curve_at(step, run)
        summary = Summary(value=[Summary.Value(tag='criticEstimate', simple_value=value)])
        writer.write_event(Event(wall_time=now, step=step, summary=summary))
    writer.close()


def fetch_all(port, runs):
    """Every curve as [wall time, step, value] rows; nothing while the server does not know them all."""
    try:
        tags = fetch(port, '/data/plugin/scalars/tags')
        if len(tags) < runs:
            return None
        return [fetch(port, f'/data/plugin/scalars/scalars?run={run}&tag=criticEstimate') for run in sorted(tags)]
    except (urllib.error.URLError, ConnectionError):
        return None


def fetch(port, path):
    with urllib.request.urlopen(f'http://127.0.0.1:{port}{path}') as answer:
        return json.load(answer)


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def main():
    print(json.dumps({'version': f'{tensorboard.__version__}, tensorboardX {tensorboardX.__version__}'}), flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        if 'write' in question:
            answer = write(**question['write'])
        else:
            answer = open_curves(**question['open'])
        print(json.dumps(answer), flush=True)


if __name__ == '__main__':
    main()
