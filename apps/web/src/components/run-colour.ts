/** Colours that runs share among them, `--run-1` and on in tokens.css. */
const colours = 8;

/** Strokes and gaps in pixels; the first is a plain line. */
const dashes = [[], [6, 3], [2, 3], [9, 3, 2, 3]] as const;

/** How a run looks wherever it is drawn: the same in every chart, table and page, and on every machine. */
export interface RunLook {
  /** The CSS variable that holds its colour. */
  token: string;
  /** Told apart by more than their colour; empty for a plain line. */
  dash: readonly number[];
}

/** Runs of one store share a look only when their numbers are a multiple of 32 apart. */
export function runLook(runId: number): RunLook {
  const at = runId - 1;
  return {
    token: `--run-${(at % colours) + 1}`,
    dash: dashes[Math.floor(at / colours) % dashes.length] ?? [],
  };
}
