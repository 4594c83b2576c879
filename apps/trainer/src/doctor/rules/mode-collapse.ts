import { datasetDescriptions, isPointSet } from '@duality/shared';
import { generatorRate, moreCriticSteps, rounded } from '../edits.ts';
import { figure } from '../format.ts';
import type { Observer, Rule } from '../rule.ts';
import { createWindow } from '../window.ts';

/** Evaluations over which more of the data would be reached in a run that does well. */
const evaluations = 5;

export const modeCollapse: Rule = {
  patience: { begin: 3, end: 2 },
  watch: ({ dataset, onlyClass }) => {
    const { modes } = datasetDescriptions[dataset];
    if (modes) return watchModes(modes);
    return isPointSet(dataset) || onlyClass >= 0 ? undefined : watchImages();
  },
  edits: (config) => ({ ...moreCriticSteps(config), generatorLearningRate: rounded(generatorRate(config) / 2) }),
};

/** Share of points near a mode from which on a missing one is missing for good, and below which none was found yet. */
const [settled, least] = [0.5, 0.05];
/** Share of the modes above which the rest may still come. */
const few = 0.75;

function watchModes(modes: number): Observer {
  const recent = createWindow(evaluations);
  return (_step, { 'eval.modes': found, 'eval.highQuality': quality }) => {
    if (found === undefined || quality === undefined) return undefined;
    const isFull = recent.push(found);
    const isMissing = found < modes && quality >= settled;
    const isStuck = isFull && found <= few * modes && found <= (recent.values()[0] as number) && quality >= least;
    if (!isMissing && !isStuck) return null;
    return `samples reach ${found} of ${modes} modes${isStuck ? ', and no more than some evaluations ago' : ''}`;
  };
}

/** Of what held-out images score: samples that are good enough to ask how many of the data they reach, and how few that is. */
const [good, reached] = [0.5, 0.1];
/** Before, samples have only begun to spread: a good DCGAN reaches a tenth of MNIST after 250 steps. */
const firstStep = 1000;
/** How far samples may be more alike than images are, on the way to being all the same. */
const alike = 0.4;

function watchImages(): Observer {
  const recalls = createWindow(evaluations);
  const likenesses = createWindow(evaluations);
  return (step, values, floors) => {
    const { 'eval.msSsim': likeness, 'eval.precision': precision = 0, 'eval.recall': recall } = values;
    const { 'eval.msSsim': likenessOfData = 1, 'eval.precision': precise = 1, 'eval.recall': whole = 1 } = floors;
    if (likeness === undefined || step < firstStep) return undefined;
    const isAlike = likeness >= likenessOfData + alike * (1 - likenessOfData);
    if (likenesses.push(likeness) && isAlike && likeness >= (likenesses.values()[0] as number) - 0.02) {
      return `pairs of samples are alike by ${figure(likeness)} (MS-SSIM), pairs of images by ${figure(likenessOfData)}`;
    }
    const isGood = recall !== undefined && precision >= good * precise;
    const isFull = isGood && recalls.push(recall);
    if (!isFull || recall >= reached * whole || recall > (recalls.values()[0] as number) + 0.02) return null;
    return `samples are good (precision ${figure(precision)}) and reach ${(100 * recall).toFixed(0)} % of the data, where images reach ${(100 * whole).toFixed(0)} %`;
  };
}
