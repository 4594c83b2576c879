import type { RunSummary } from '@duality/shared';
import { formatStep } from '#charts/axis.ts';
import { Figures } from '#components/figures.tsx';
import { describeNoise } from './describe-noise.ts';
import classes from './samples-caption.module.css';

interface SamplesCaptionProps {
  shown: readonly RunSummary[];
  /** Runs for which there is no room. */
  leftOut: readonly RunSummary[];
  step: number;
}

/** What is looked at: the step, whether noise is shared, and what is not shown. */
export function SamplesCaption({ shown, leftOut, step }: SamplesCaptionProps) {
  const { isShared, sentence } = describeNoise(shown);
  return (
    <div className={classes.caption}>
      <p>
        Step <Figures>{formatStep(step)}</Figures> · <span data-shared={isShared}>{sentence}</span>
      </p>
      {leftOut.length > 0 && (
        <details>
          <summary>
            The first {shown.length} of {shown.length + leftOut.length} runs are shown. Not shown:{' '}
            {leftOut.length === 1 ? '1 run' : `${leftOut.length} runs`}
          </summary>
          <p>{leftOut.map(({ id, name }) => `#${id} ${name}`).join(' · ')}. Hide others to make room.</p>
        </details>
      )}
    </div>
  );
}
