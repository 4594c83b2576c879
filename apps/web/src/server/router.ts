import { auditRouter } from './routers/audit.ts';
import { evaluationRouter } from './routers/evaluation.ts';
import { exchangeRouter } from './routers/exchange.ts';
import { experimentRouter } from './routers/experiment.ts';
import { exportRouter } from './routers/export.ts';
import { metricRouter } from './routers/metric.ts';
import { pinRouter } from './routers/pin.ts';
import { runRouter } from './routers/run.ts';
import { sampleGridRouter } from './routers/sample-grid.ts';
import { sweepRouter } from './routers/sweep.ts';
import { systemRouter } from './routers/system.ts';
import { viewRouter } from './routers/view.ts';
import { createCallerFactory, router } from './trpc.ts';

export const appRouter = router({
  run: runRouter,
  experiment: experimentRouter,
  audit: auditRouter,
  metric: metricRouter,
  sampleGrid: sampleGridRouter,
  evaluation: evaluationRouter,
  pin: pinRouter,
  sweep: sweepRouter,
  export: exportRouter,
  view: viewRouter,
  exchange: exchangeRouter,
  system: systemRouter,
});
export type AppRouter = typeof appRouter;

/** `createCaller(createContext())` calls procedures without HTTP. */
export const createCaller = createCallerFactory(appRouter);
