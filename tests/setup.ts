import fc from 'fast-check';

// The same made-up cases at every run, so that a failure is due to the change at hand. FC_SEED=… npm test explores others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20191125) });
