"""Optuna doing what `npm run bench -- sweep` measures: its TPE, its pruners and its importance.

It answers on stdin and stdout, one JSON object a line. The first line out says which version this is.
{"search": {"problem": NAME, "trials": N, "seeds": S}} -> {"best": [...]}: the least value of each seed's N trials.
{"replay": {"rule", "direction", "brackets", "trials", "steps", "every", "slots", "seed"}} -> {"events": [...]}: trials side
by side on that many slots, each reporting at every so many steps, and what the pruner said each time: [trial, step, value,
stopped]. A value that is no number is null. "brackets" has the bracket of each trial, for Hyperband alone. At its last step
a trial is complete and nobody is asked.
{"importance": {"ranges": [[low, high], ...], "trials": [[..., value], ...], "seeds": S}} -> {"shares": [[...], ...]}: what
FanovaImportanceEvaluator says of each parameter, for each seed.
"""

import json
import math
import random
import sys
import warnings

import optuna
from optuna.distributions import FloatDistribution
from optuna.importance import FanovaImportanceEvaluator, get_param_importances
from optuna.pruners import HyperbandPruner, MedianPruner, SuccessiveHalvingPruner
from optuna.trial import TrialState, create_trial

warnings.filterwarnings('ignore')
optuna.logging.set_verbosity(optuna.logging.ERROR)

HEIGHTS = [1, 1.2, 3, 3.2]
WIDTHS = [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]]
PLACES = [
    [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
    [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
    [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665],
    [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
]


def branin(trial):
    x, y = trial.suggest_float('x', -5, 10), trial.suggest_float('y', 0, 15)
    bend = y - 5.1 / (4 * math.pi**2) * x**2 + 5 / math.pi * x - 6
    return bend**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x) + 10


def hartmann6(trial):
    point = [trial.suggest_float(f'x{i + 1}', 0, 1) for i in range(6)]
    return -sum(
        height * math.exp(-sum(w * (x - at) ** 2 for w, x, at in zip(widths, point, places)))
        for height, widths, places in zip(HEIGHTS, WIDTHS, PLACES)
    )


def search(problem, trials, seeds):
    best = []
    for seed in range(seeds):
        study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=seed))
        study.optimize({'branin': branin, 'hartmann6': hartmann6}[problem], n_trials=trials)
        best.append(study.best_value)
    return {'best': best}


class GivenBrackets(HyperbandPruner):
    """Hyperband whose trials are in the brackets that they are said to be in."""

    def __init__(self, brackets, count, **settings):
        super().__init__(**settings)
        self._brackets = brackets
        self._n_brackets = count

    def _get_bracket_id(self, study, trial):
        return self._brackets[trial.number]


def create_pruner(rule, steps, brackets):
    if rule['rule'] == 'median':
        return MedianPruner(n_startup_trials=rule['afterTrials'], n_warmup_steps=rule['afterSteps'])
    first, factor = rule['firstRung'], rule['reductionFactor']
    if rule['rule'] == 'asha':
        return SuccessiveHalvingPruner(min_resource=first, reduction_factor=factor)
    count = 1
    while first * factor**count <= steps:
        count += 1
    return GivenBrackets(brackets, count, min_resource=first, max_resource=steps, reduction_factor=factor)


def create_curve(chance, direction, steps):
    """What a trial's metric might look like; rounded so that trials tie now and then."""
    end, fall = chance.uniform(0, 1), chance.uniform(0.1, 0.6) * steps
    sign = 1 if direction == 'minimise' else -1

    def at(step):
        value = end + 2 * math.exp(-step / fall) + chance.gauss(0, 0.05)
        return math.nan if chance.random() < 0.02 else sign * round(value, 2)

    return at


def replay(rule, direction, brackets, trials, steps, every, slots, seed):
    chance = random.Random(seed)
    study = optuna.create_study(direction=direction.replace('ise', 'ize'), pruner=create_pruner(rule, steps, brackets))
    events, running, started = [], [], 0
    while running or started < trials:
        while len(running) < slots and started < trials:
            running.append([study.ask(), create_curve(chance, direction, steps), 0])
            started += 1
        mine = chance.choice(running)
        trial, curve, before = mine
        step = mine[2] = before + every
        value = curve(step)
        trial.report(value, step)
        is_whole = step >= steps
        is_stopped = not is_whole and bool(trial.should_prune())
        events.append([trial.number, step, None if math.isnan(value) else value, is_stopped])
        if is_whole or is_stopped:
            running.remove(mine)
            state = TrialState.PRUNED if is_stopped else TrialState.COMPLETE
            study.tell(trial, None if is_stopped else (0 if math.isnan(value) else value), state=state)
    return {'events': events}


def importance(ranges, trials, seeds):
    names = [f'p{i}' for i in range(len(ranges))]
    space = {name: FloatDistribution(low, high) for name, (low, high) in zip(names, ranges)}
    study = optuna.create_study()
    study.add_trials(
        create_trial(params=dict(zip(names, values)), distributions=space, value=values[-1]) for values in trials
    )
    shares = []
    for seed in range(seeds):
        ours = get_param_importances(study, evaluator=FanovaImportanceEvaluator(seed=seed))
        shares.append([ours[name] for name in names])
    return {'shares': shares}


print(json.dumps({'version': optuna.__version__}), flush=True)
for line in sys.stdin:
    [(name, settings)] = json.loads(line).items()
    answer = {'search': search, 'replay': replay, 'importance': importance}[name](**settings)
    print(json.dumps(answer), flush=True)
