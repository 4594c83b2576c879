import {
  type ConfigProblem,
  findFolderProblems,
  findPreset,
  findSweepProblems,
  type RunConfig,
  type SweepInput,
  SweepRequest,
} from '@duality/shared';
import { ProblemsError } from './errors.ts';

/** Parses what the sweep form sends; throws a ProblemsError that names every field which is wrong, by its path. */
export const sweepRequest = {
  _input: {} as SweepInput,
  _output: {} as SweepRequest,
  parse: (input: unknown): SweepRequest => {
    const problems = findSweepProblems(input);
    if (problems.length > 0) throw new ProblemsError(problems);
    const request = SweepRequest.parse(input);
    const needingFolders = findTerminalOnly(request);
    if (needingFolders.length > 0) throw new ProblemsError(needingFolders);
    return request;
  },
};

/** No path comes from a browser, so neither does a sweep with a trial that would need one. */
function findTerminalOnly({ preset, set, space }: SweepRequest): ConfigProblem[] {
  const datasets = space.dataset?.type === 'choice' ? space.dataset.values : [set.dataset].filter(Boolean);
  const presets = space.preset?.type === 'choice' ? space.preset.values : [preset];
  const key = space.dataset ? 'space.dataset.values' : space.preset ? 'space.preset.values' : 'preset';
  const used = datasets.length > 0 ? datasets : presets.map((name) => findPreset(String(name))?.config.dataset);
  return used
    .flatMap((dataset) => findFolderProblems({ dataset: dataset as RunConfig['dataset'] }))
    .slice(0, 1)
    .map(({ message }) => ({ key, message: message.replace('npm run train -- PRESET', 'npm run sweep -- FILE') }));
}
