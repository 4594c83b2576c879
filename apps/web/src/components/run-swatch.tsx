import { Swatch } from '#charts/swatch.tsx';
import { runLook } from './run-colour.ts';

/** A short piece of the run's line, as charts draw it. */
export const RunSwatch = ({ runId }: { runId: number }) => <Swatch {...runLook(runId)} />;
