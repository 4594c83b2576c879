/** Ctrl-C, a request, and a terminal that was closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether a person wants a foreground run to save a checkpoint and end. */
export function watchInterruption() {
  let askedAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    // A second Ctrl-C ends at once. Not one that comes with the first: npm passes on what the terminal has sent too.
    if (signal === 'SIGINT' && askedAt !== undefined && performance.now() - askedAt > 1000) process.exit(130);
    askedAt ??= performance.now();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    isAsked: () => askedAt !== undefined,
    end: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
