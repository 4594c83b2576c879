export const engineNames = ['tensorflow', 'webgpu', 'wasm', 'cpu'] as const;
