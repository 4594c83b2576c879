/** How much is inflicted: what `npm run test:faults` asks for, or the short form of `npm test`. */
export const kills = Number(process.env.DUALITY_FAULT_KILLS ?? 2);
export const reconnects = Number(process.env.DUALITY_FAULT_RECONNECTS ?? 100);
export const isLong = process.env.DUALITY_FAULT_KILLS !== undefined;
