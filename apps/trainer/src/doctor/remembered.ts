/** Steps that a verdict may rest on, those of its patience included. */
export const rememberedSteps = 1500;
/** Evaluations that a verdict may rest on, those of its patience included. */
export const rememberedEvaluations = 8;
/** Steps up to that of an evaluation which a verdict on it may rest on. */
export const stepsBeforeEvaluation = 50;
