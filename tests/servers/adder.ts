/** A process to be killed while it adds articles: says on standard output how far it has come, a line each. */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.ts';
import { ADA, lines, setUp, stories } from './making.ts';

const { servers } = await setUp({ store: await openStore(process.argv[2]!) });
const say = (line: string): void => void writeSync(1, `${line}\n`);
await servers.knowledge(ADA).add([lines(stories(1, 1_000))], ({ stage, done }) => say(`${stage} ${done}`));
await new Promise((resolve) => setTimeout(resolve, 60_000));
