import { generateKeyPairSync, sign } from 'node:crypto';
import { verifyKeyOf } from './application.ts';
import type { FirstResponse } from './callbacks.ts';
import type { Loose } from './components.ts';
import { parseBody } from './http.ts';
import { type Interaction, RESPONSE_LIMIT_MS } from './interactions.ts';

/** Interactions over HTTP, when the application has set an address for them; none then go over the gateway. */
export interface Endpoint {
  /** The public key with which the application checks the signatures: 32 bytes in hexadecimal. */
  readonly verifyKey: string;
  readonly url: string | null;
  /**
   * Sets or unsets the address. It is tried first, as Discord does: a PING must be answered with a PONG, and one with a
   * wrong signature with status 401. Rejects with one sentence when it is not, or when the host is not this machine.
   */
  set(url: string | null): Promise<void>;
  /** Sends an interaction there. What comes back counts as the callback; status 202 leaves that to the REST API. */
  send(interaction: Pick<Interaction, 'id' | 'token'>, payload: Loose): void;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
const PING = 1;

/**
 * https://docs.discord.com/developers/interactions/overview#preparing-for-interactions
 * `newId` names the trial interactions; `callback` takes what the application answers.
 */
export function createEndpoint(
  newId: () => string,
  applicationId: string,
  callback: (response: FirstResponse) => { readonly violation?: string },
  violate: (sentence: string) => void,
): Endpoint {
  const { privateKey } = generateKeyPairSync('ed25519');
  let url: string | null = null;

  function post(address: string, payload: object, spoil = false): Promise<Response> {
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = sign(null, Buffer.from(timestamp + body), privateKey);
    if (spoil) signature[0]! ^= 0xff;
    return fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
        'x-signature-ed25519': signature.toString('hex'),
        'x-signature-timestamp': timestamp,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(RESPONSE_LIMIT_MS),
    });
  }

  async function check(address: string): Promise<void> {
    const ping = { id: newId(), application_id: applicationId, type: PING, token: newId(), version: 1 };
    const pong = await post(address, ping).catch(() => null);
    const said = pong?.ok ? ((await pong.json().catch(() => null)) as Loose | null) : null;
    if (said?.['type'] !== PING) throw new Error('The interactions endpoint did not answer a PING with a PONG.');
    const spoiled = await post(address, ping, true).catch(() => null);
    if (spoiled?.status !== 401) {
      throw new Error('The interactions endpoint took a wrong signature; it must answer with status 401.');
    }
  }

  async function deliver(address: string, { id, token }: Pick<Interaction, 'id' | 'token'>, payload: Loose) {
    const response = await post(address, payload);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status === 202) return;
    if (!response.ok) throw new Error(`status ${response.status}`);
    const { json, files } = await parseBody(bytes, response.headers.get('content-type') ?? '');
    const answer = callback({
      interactionId: id,
      token,
      body: json as Loose,
      files,
      withResponse: false,
      request: 'answer of the endpoint',
    });
    if (answer.violation !== undefined) throw new Error(answer.violation);
  }

  return {
    verifyKey: verifyKeyOf(privateKey),
    get url() {
      return url;
    },
    async set(next) {
      if (next === null) {
        url = null;
        return;
      }
      const parsed = URL.parse(next);
      if (!parsed || !LOOPBACK.has(parsed.hostname)) {
        throw new Error('The local Discord sends interactions to this machine only: use http://127.0.0.1 and a port.');
      }
      await check(next);
      url = next;
    },
    send(interaction, payload) {
      if (url === null) return;
      deliver(url, interaction, payload).catch((error: unknown) => {
        violate(`the interactions endpoint: ${error instanceof Error ? error.message : String(error)}`);
      });
    },
  };
}
