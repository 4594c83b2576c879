import '@duality/shared/require-node';

const { serve } = await import('../src/door/serve.ts');
await serve(process.argv.slice(2));
