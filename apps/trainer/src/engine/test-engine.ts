import { EngineChoice } from '@duality/shared';
import { startEngine } from './engine.ts';

/** The engine that tests run on: DUALITY_ENGINE, or the best that is there. */
export const startTestEngine = () => startEngine(EngineChoice.parse(process.env.DUALITY_ENGINE ?? 'auto'));
