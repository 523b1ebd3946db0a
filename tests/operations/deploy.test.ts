/** What the bot is deployed with names files, variables and commands that there are. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseEnv, variableNames } from '../../src/env.ts';
import { startOperations } from '../../src/operations/operations.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: { readonly start: string };
  readonly devDependencies: { readonly node: string };
};

const dockerfile = read('Dockerfile').replaceAll(/\\\n\s*/g, '');
const instructions = dockerfile
  .split('\n')
  .map((line) => /^([A-Z]+) (.*)$/.exec(line))
  .flatMap((found) => (found ? [{ name: found[1]!, args: found[2]! }] : []));
const all = (name: string): string[] => instructions.filter((one) => one.name === name).map(({ args }) => args);
/** What is copied from the project's folder. */
const copied = all('COPY')
  .filter((args) => !args.startsWith('--from'))
  .flatMap((args) => args.split(/\s+/).slice(0, -1));

describe('the Dockerfile', () => {
  test('copies what is there, and what .dockerignore lets through', () => {
    const admitted = new Set(read('.dockerignore').match(/(?<=^!).+$/gm));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    expect(copied.filter((name) => !admitted.has(name))).toEqual([]);
    expect([...admitted].filter((name) => !copied.includes(name))).toEqual([]);
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });

  test('copies everything that the program imports', () => {
    const outside = new Set<string>();
    const visited = new Set<string>();
    const visit = (file: string): void => {
      if (visited.has(file)) return;
      visited.add(file);
      if (!copied.some((name) => file === name || file.startsWith(`${name}/`))) outside.add(file);
      if (!file.endsWith('.ts')) return;
      const dir = dirname(file);
      for (const [, target = ''] of read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
        const next = join(dir, target);
        if (existsSync(join(root, next))) visit(next);
      }
    };
    visit('src/main.ts');
    expect(visited.size).toBeGreaterThan(50);
    expect([...outside]).toEqual([]);
  });

  test('runs the same Node and the same program as npm start, as nobody of importance', () => {
    const major = manifest.devDependencies.node.split('.')[0];
    expect(all('FROM').every((image) => image.startsWith(`node:${major}-slim`))).toBe(true);
    expect((JSON.parse(all('CMD').at(-1)!) as string[]).join(' ')).toBe(manifest.scripts.start);
    expect(all('USER')).toEqual(['node']);
    const workdir = all('WORKDIR').at(-1)!;
    const { indexCache, storeUrl } = parseEnv({});
    for (const kept of [indexCache!, storeUrl.replace('sqlite://', '')]) {
      expect(join(workdir, kept.slice(root.length))).toMatch(new RegExp(`^${all('VOLUME')[0]}/`));
    }
  });

  test('asks for health in a way that tells the well from the sick', async () => {
    const check = JSON.parse(/CMD (\[.*\])$/.exec(all('HEALTHCHECK')[0]!)![1]!) as string[];
    const defaultPort = /OPERATIONS=(\d+)/.exec(all('ENV')[0]!)![1]!;
    let trouble: string | null = null;
    const operations = await startOperations({
      place: { host: '127.0.0.1', port: 0 },
      commands: [],
      version: '0',
      healthy: [{ name: 'connection', check: () => trouble }],
      ready: [],
      log: pino({ level: 'silent' }),
    });
    const ask = (): Promise<number | null> =>
      new Promise((resolve) => {
        const [, ...args] = check.map((arg) => arg.replaceAll(`:${defaultPort}/`, `:${operations.port}/`));
        spawn(process.execPath, args).on('close', resolve);
      });
    expect(check.join(' ')).toContain(`:${defaultPort}/healthz`);
    expect(await ask()).toBe(0);
    trouble = 'gone for good';
    expect(await ask()).toBe(1);
    await operations.close();
    expect(await ask()).toBe(1);
  });
});

interface Service {
  readonly profiles?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly volumes: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>;
    readonly volumes: Readonly<Record<string, unknown>>;
  };
  const bots = Object.entries(services).filter(([name]) => name.startsWith('bot'));

  test('has the bot alone, and the bot with PostgreSQL', () => {
    expect(bots.map(([name, { profiles = [] }]) => [name, profiles])).toEqual([
      ['bot', []],
      ['bot-with-postgres', ['postgres']],
    ]);
    expect(Object.keys(services['bot-with-postgres']!.depends_on!)).toEqual(['postgres']);
    expect(services['postgres']!.profiles).toEqual(['postgres']);
  });

  test.each(bots)(
    'gives %s a file system that is read-only but for its volume, and variables that make sense',
    (_, bot) => {
      expect([bot.read_only, bot.cap_drop]).toEqual([true, ['ALL']]);
      const writable = bot.volumes.filter((volume) => !volume.endsWith(':ro'));
      expect(writable).toEqual([`data:${all('VOLUME')[0]}`]);
      expect(Object.keys(bot.environment).filter((name) => !variableNames.includes(name))).toEqual([]);
      expect(() => parseEnv(bot.environment)).not.toThrow();
    },
  );

  test('names the volumes it uses', () => {
    const used = Object.values(services).flatMap((service) => service.volumes.map((volume) => volume.split(':')[0]!));
    expect(new Set(used.filter((name) => !name.startsWith('.')))).toEqual(new Set(Object.keys(volumes)));
  });
});

describe('the systemd unit', () => {
  const unit = read('deploy/verbatim.service');
  const setting = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';

  test('starts the program with the Node that the project brings, and lets it write only where it must', () => {
    const folder = setting('WorkingDirectory');
    const [program, ...args] = setting('ExecStart').split(' ');
    expect(['node', ...args].join(' ')).toBe(manifest.scripts.start);
    expect(existsSync(join(root, program!.slice(folder.length)))).toBe(true);
    expect([setting('ProtectSystem'), setting('ReadWritePaths')]).toEqual(['strict', `${folder}/data`]);
    expect(setting('User')).not.toMatch(/^(?:root)?$/);
    expect(existsSync(join(root, setting('Documentation').slice(`file://${folder}`.length)))).toBe(true);
  });

  test('gives the program the time that it takes to end', () => {
    const longest = Number(/longestEnd = ([\d_]+)/.exec(read('src/run.ts'))![1]!.replaceAll('_', ''));
    expect(Number(setting('TimeoutStopSec')) * 1_000).toBeGreaterThan(longest);
    expect(Number(/stop_grace_period: (\d+)s/.exec(read('compose.yaml'))![1]) * 1_000).toBeGreaterThan(longest);
  });
});

describe('docs/operating.md', () => {
  test('explains every variable', () => {
    const explained = new Set(
      Array.from(read('docs/operating.md').matchAll(/^\| `([A-Z_]+)` \|/gm), ([, name]) => name),
    );
    expect(variableNames.filter((name) => !explained.has(name))).toEqual([]);
    expect([...explained].filter((name) => !variableNames.includes(name!))).toEqual([]);
  });
});
