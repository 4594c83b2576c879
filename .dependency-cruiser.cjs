const forbid = (name, from, to) => ({ name, severity: 'error', from, to });
const trainer = '^apps/trainer/src/';
const test = '\\.test\\.ts$';

/** Who may import whom between folders; `turbo boundaries` sees to the packages. */
module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('shared-knows-no-app', { path: '^packages/' }, { path: '^apps/' }),
    forbid('apps-stay-apart', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    forbid(
      'domain-is-pure',
      { path: '^packages/shared/src/domain/', pathNot: test },
      { pathNot: '^packages/shared/src/domain/|node_modules/zod/' },
    ),
    forbid(
      'analysis-is-pure',
      { path: '^packages/shared/src/analysis/', pathNot: test },
      { pathNot: '^packages/shared/src/(analysis/|domain/|random\\.ts$)' },
    ),
    forbid(
      'only-the-store-opens-sqlite',
      { pathNot: '^packages/shared/src/store/' },
      { path: 'node_modules/(@types/)?better-sqlite3' },
    ),
    forbid(
      'the-maths-knows-no-store',
      { path: `${trainer}(gan|data|doctor|engine|evaluation|verification)/|${trainer}train\\.ts$` },
      { path: '^packages/shared/src/store/' },
    ),
    forbid(
      'the-scheduler-loads-no-engine',
      { path: `${trainer}scheduler/` },
      { path: `${trainer}(?!scheduler/)|node_modules/@tensorflow/` },
    ),
    forbid(
      'strategies-are-pure',
      { path: `${trainer}scheduler/(strategies|early-stopping)/`, pathNot: test },
      {
        pathNot: `${trainer}scheduler/(strategies|early-stopping)/|^packages/shared/src/(domain/|index\\.ts|random\\.ts)`,
      },
    ),
    forbid(
      'only-the-engine-loads-a-backend',
      { pathNot: `${trainer}engine/|^bin/` },
      { path: 'node_modules/@tensorflow/tfjs(-node|-backend|/)' },
    ),
    // The benchmark starts what it compares with, and nothing that a run is made of.
    forbid(
      'only-launchers-spawn',
      { pathNot: `${trainer}scheduler/launchers/|${trainer}bench/|^bin/|^tests/` },
      { path: '^(node:)?child_process$' },
    ),
    forbid('only-charts-touch-chartjs', { pathNot: '^apps/web/src/charts/' }, { path: 'node_modules/chart\\.js' }),
    forbid(
      'client-imports-no-server',
      { path: '^apps/web/src/', pathNot: `^apps/web/src/(server|app/api)/|^apps/web/src/(proxy|trpc/server)|${test}` },
      { path: '^apps/web/src/server/|^packages/shared/src/store/', dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'apps/web/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node'] },
  },
};
