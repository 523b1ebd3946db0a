/** What `npm start` runs: the bot, whose compiled code is kept for the next start. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Beside the packages, because code must not come from where the bot may write its data. Where this cannot be written, or
// not even read, everything is compiled anew. What is imported statically would be compiled before this runs.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/verbatim', import.meta.url)));
await import('./run.ts');
