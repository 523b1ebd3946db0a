import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { type Operations, type OperationsOptions, startOperations } from '../../src/operations/operations.ts';

const running: Operations[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

const start = async (options: Partial<OperationsOptions> = {}) => {
  const operations = await startOperations({
    place: { host: '127.0.0.1', port: 0 },
    commands: ['ask', 'quote'],
    version: '1.2.3',
    healthy: [],
    ready: [],
    log: pino({ level: 'silent' }),
    ...options,
  });
  running.push(operations);
  const at = (path: string) => `http://127.0.0.1:${operations.port}${path}`;
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(at(path), init);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  /** The value of the one series that is written like this, or undefined. */
  const metric = async (series: string): Promise<number | undefined> => {
    const line = (await get('/metrics')).body.split('\n').find((one) => one.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length));
  };
  return { operations, get, metric };
};

describe('health', () => {
  test('is what its conditions say, each by name', async () => {
    let watchdog: string | null = null;
    const { get } = await start({
      healthy: [{ name: 'gateway', check: () => watchdog }],
      ready: [
        { name: 'store', check: async () => null },
        { name: 'library', check: () => 'no articles yet' },
      ],
    });
    expect(await get('/healthz')).toMatchObject({ status: 200, body: '{"ok":true,"gateway":"ok"}\n' });
    expect(await get('/readyz')).toMatchObject({
      status: 503,
      body: '{"ok":false,"store":"ok","library":"no articles yet"}\n',
    });
    watchdog = 'shard 0 has been away for 10 minutes';
    expect((await get('/healthz')).status).toBe(503);
  });

  test('tells nothing of an error, and does not wait for what hangs', async () => {
    const { get } = await start({
      patience: 30,
      ready: [
        { name: 'store', check: () => Promise.reject(new Error('postgres://me:hunter2@db')) },
        { name: 'library', check: () => new Promise(() => {}) },
      ],
    });
    const { status, body } = await get('/readyz');
    expect([status, JSON.parse(body)]).toEqual([
      503,
      { ok: false, store: 'failed', library: 'did not answer in time' },
    ]);
  });
});

describe('metrics', () => {
  test('count requests by command and outcome, and how long they took', async () => {
    const { operations, metric } = await start();
    operations.answered({ command: 'ask', outcome: 'answered', ms: 40 });
    operations.answered({ command: 'ask', outcome: 'answered', ms: 400 });
    operations.answered({ command: 'ask', outcome: 'abstained', ms: 4 });
    expect(await metric('verbatim_answers_total{command="ask",outcome="answered"}')).toBe(2);
    expect(await metric('verbatim_answers_total{command="ask",outcome="abstained"}')).toBe(1);
    expect(await metric('verbatim_answer_duration_seconds_bucket{le="0.05",command="ask"}')).toBe(2);
    expect(await metric('verbatim_answer_duration_seconds_count{command="ask"}')).toBe(3);
    expect(await metric('verbatim_answer_duration_seconds_sum{command="ask"}')).toBeCloseTo(0.444);
  });

  test('have one series for all commands that are not known, whatever is sent', async () => {
    const { operations, get, metric } = await start();
    for (let n = 0; n < 500; n += 1) operations.answered({ command: `made-up-${n}`, outcome: 'refused', ms: 1 });
    expect(await metric('verbatim_answers_total{command="other",outcome="refused"}')).toBe(500);
    expect((await get('/metrics')).body).not.toContain('made-up');
  });

  test('read what is now, and leave out what nobody reads', async () => {
    let articles = 2;
    const shard = { id: 3, up: true, ping: 48, reconnects: 1 };
    const { metric, get } = await start({ readings: { articles: () => articles, shards: () => [shard] } });
    expect(await metric('verbatim_articles')).toBe(2);
    articles = 5;
    expect(await metric('verbatim_articles')).toBe(5);
    expect(await metric('verbatim_gateway_up{shard="3"}')).toBe(1);
    expect(await metric('verbatim_gateway_ping_seconds{shard="3"}')).toBe(0.048);
    expect(await metric('verbatim_gateway_reconnects_total{shard="3"}')).toBe(1);
    expect(await metric('verbatim_gateway_reconnects_total{shard="3"}')).toBe(1);
    expect((await get('/metrics')).body).not.toContain('verbatim_passages');
  });

  test('tell of the process, its event loop and its version', async () => {
    const { metric } = await start();
    expect(await metric(`verbatim_build_info{version="1.2.3",node="${process.versions.node}"}`)).toBe(1);
    expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    const used = await metric('process_cpu_seconds_total');
    expect(used).toBeGreaterThan(0);
    expect(await metric('process_cpu_seconds_total')).toBeGreaterThanOrEqual(used!);
    expect(await metric('verbatim_event_loop_lag_seconds{quantile="1"}')).toBeGreaterThanOrEqual(0);
  });

  test('show which conditions are met', async () => {
    const { metric } = await start({ ready: [{ name: 'store', check: () => 'away' }] });
    expect(await metric('verbatim_up{what="store"}')).toBe(0);
  });

  test('of two bots in one process are apart', async () => {
    const one = await start();
    const other = await start();
    one.operations.answered({ command: 'ask', outcome: 'failed', ms: 1 });
    expect(await other.metric('verbatim_answers_total{command="ask",outcome="failed"}')).toBeUndefined();
  });

  test('are in the format that Prometheus reads', async () => {
    const { operations, get } = await start();
    operations.answered({ command: 'ask', outcome: 'answered', ms: 1 });
    const { headers, body } = await get('/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const wrong = body
      .split('\n')
      .filter((line) => line !== '' && !/^(?:# (?:HELP|TYPE) |[a-z_]+(?:\{[^{}]*\})? (?:[\d.e+-]+|NaN)$)/.test(line));
    expect(wrong).toEqual([]);
  });
});

describe('the server', () => {
  test('knows three paths and two methods', async () => {
    const { get } = await start();
    expect(await get('/')).toMatchObject({ status: 404, body: 'There are /healthz, /readyz, /metrics.\n' });
    expect((await get('/healthz?from=docker')).status).toBe(200);
    expect(await get('/healthz', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    const refused = await get('/metrics', { method: 'POST', body: 'x'.repeat(10) });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('reads no body: it answers before one has come, and hangs up', async () => {
    const { operations } = await start();
    const socket = connect(operations.port!, '127.0.0.1');
    socket.write('POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\nbegun');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 405 /);
  });

  test('is not there unless wanted', async () => {
    const { operations } = await start({ place: null });
    operations.answered({ command: 'ask', outcome: 'answered', ms: 1 });
    expect(operations.port).toBeNull();
  });

  test('says in one sentence that its port is taken, or its address is none', async () => {
    const { operations } = await start();
    const place = { host: '127.0.0.1', port: operations.port! };
    await expect(start({ place })).rejects.toThrow(
      `127.0.0.1:${place.port} is taken by another program. Set OPERATIONS to another port.`,
    );
    await expect(start({ place: { host: '192.0.2.7', port: 0 } })).rejects.toThrow(
      'Nothing can be served at 192.0.2.7:0. Set OPERATIONS to an address of this machine.',
    );
  });
});
