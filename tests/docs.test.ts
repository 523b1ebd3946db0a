/** The documents keep their word: links lead somewhere, commands run, scripts and settings exist. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { variableNames } from '../src/env.ts';
import { DEFAULTS } from '../src/servers/servers.ts';

const ROOT = path.join(import.meta.dirname, '..');

const inDocs = readdirSync(path.join(ROOT, 'docs'), { encoding: 'utf8' }).map((name) => path.join('docs', name));
const documents = [...readdirSync(ROOT), ...inDocs, path.join('knowledge', 'README.md')]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(path.join(ROOT, name), 'utf8') }));
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Lines of the shell blocks, without prompts, comments and continuations. */
const commands = documents.flatMap(({ name, text }) =>
  [...text.matchAll(/```(?:sh|bash|console)\n(?<block>[\s\S]*?)```/g)].flatMap(({ groups }) =>
    groups!
      ['block']!.replace(/\\\n\s*/g, ' ')
      .split('\n')
      .map((line) => line.replace(/(?:^|\s+)#.*$/, '').trim())
      .filter((line) => line !== '')
      .map((line) => ({ name, line })),
  ),
);

/** What a heading is called in the address of a link, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

describe('the documents', () => {
  it('are found', () => {
    expect(documents.length).toBeGreaterThan(5);
    expect(commands.length).toBeGreaterThan(3);
  });

  it('link to files and headings that are there', () => {
    const broken = documents.flatMap(({ name, text }) =>
      [...text.matchAll(/\]\((?<target>[^)\s]+)\)/g)]
        .map(({ groups }) => groups!['target']!)
        .filter((target) => !/^[a-z]+:/i.test(target))
        .filter((target) => {
          const [file = '', heading] = target.split('#');
          const place = file === '' ? path.join(ROOT, name) : path.join(ROOT, path.dirname(name), file);
          if (!existsSync(place)) return true;
          if (heading === undefined || !place.endsWith('.md')) return false;
          const headings = [...readFileSync(place, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
            anchorOf(title!),
          );
          return !headings.includes(heading);
        })
        .map((target) => `${name}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('name npm scripts that exist', () => {
    const wrong = documents.flatMap(({ name, text }) =>
      [...text.matchAll(/\bnpm run (?:--silent )?(?<script>[\w:]+)/g)]
        .filter(({ groups }) => scripts[groups!['script']!] === undefined)
        .map(([found]) => `${name}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });

  it('list every setting of a server and every variable of the process', () => {
    const admin = readFileSync(path.join(ROOT, 'docs', 'admin.md'), 'utf8');
    expect(Object.keys(DEFAULTS).filter((name) => !admin.includes(`| \`${name}\` |`))).toEqual([]);
    const operating = readFileSync(path.join(ROOT, 'docs', 'operating.md'), 'utf8');
    expect(variableNames.filter((name) => !operating.includes(name))).toEqual([]);
  });

  it('name tests that exist, attack by attack', () => {
    const sources = readdirSync(path.join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path.join(ROOT, 'tests', name), 'utf8'))
      .join('\n');
    const security = readFileSync(path.join(ROOT, 'docs', 'security.md'), 'utf8');
    const rows = [...security.matchAll(/^\| (?!Tried|-)[^|]+ \| [^|]+ \| (?<tests>[^|]+) \|$/gm)];
    const named = rows.flatMap(({ groups }) => groups!['tests']!.split('; '));
    expect(rows.length).toBeGreaterThan(60);
    const missing = named.filter(
      (name) =>
        !sources.includes(
          name
            .replace(/(?: \(…\)|: …|…)$/u, '')
            .split('…')[0]!
            .trim(),
        ),
    );
    expect(missing).toEqual([]);
  });

  const asked = commands.filter(({ line }) =>
    /^npm run (?:--silent )?(?:ask|verbatim) -- (?!backup|restore)/.test(line),
  );

  it.each(asked)(
    '$line ($name) runs',
    ({ line }) => {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, STORE_URL: 'memory:' },
      });
      expect(`${status} ${stderr}`).toMatch(/^0/);
      expect(stdout.trim()).not.toBe('');
    },
    60_000,
  );
});
