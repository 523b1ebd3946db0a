import type { FromPage, ToPage } from '../protocol.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Something the reader does; the connection numbers it. */
type Act = WithoutId<FromPage>;

/** What came of an act. `modal` means that the bot answered with a form, which arrives through `receive` too. */
export type Outcome = Extract<ToPage, { readonly kind: 'done' | 'failed' | 'choices' | 'modal' }>;

export interface Connection {
  /** Resolves when the bot has acknowledged the act or failed to; never rejects. */
  perform(act: Act): Promise<Outcome>;
}

interface Listeners {
  receive(message: ToPage): void;
  /** The line went down or came (back) up. */
  status(connected: boolean): void;
}

interface Waiting {
  readonly kind: Act['kind'];
  readonly settle: (outcome: Outcome) => void;
}

const RETRY_AFTER = { first: 500, most: 8_000 } as const;

/**
 * Keeps a WebSocket to `url` open, trying again with growing pauses. After a loss every open act fails, and the server
 * greets anew with a full `hello`.
 */
export function connect(url: string, listeners: Listeners): Connection {
  const waiting = new Map<string, Waiting>();
  let socket: WebSocket | null = null;
  let acts = 0;
  let pause: number = RETRY_AFTER.first;

  const settle = (outcome: Outcome): void => {
    const act = waiting.get(outcome.id);
    // Choices are the only good answer to an autocomplete: a bare acknowledgement of it says nothing yet.
    if (!act || (act.kind === 'autocomplete' && outcome.kind === 'done')) return;
    waiting.delete(outcome.id);
    act.settle(outcome);
  };

  const open = (): void => {
    const current = new WebSocket(url);
    socket = current;
    current.addEventListener('open', () => {
      pause = RETRY_AFTER.first;
      listeners.status(true);
    });
    current.addEventListener('message', (event) => {
      const message = JSON.parse(String(event.data)) as ToPage;
      listeners.receive(message);
      if ('id' in message) settle(message);
    });
    current.addEventListener('close', () => {
      listeners.status(false);
      for (const id of [...waiting.keys()]) {
        settle({ kind: 'failed', id, reason: 'The connection to the local Discord was lost.' });
      }
      setTimeout(open, pause);
      pause = Math.min(pause * 2, RETRY_AFTER.most);
    });
  };
  open();

  return {
    perform(act) {
      acts += 1;
      const id = String(acts);
      return new Promise((settleAct) => {
        if (socket?.readyState !== WebSocket.OPEN) {
          settleAct({ kind: 'failed', id, reason: 'There is no connection to the local Discord. Is it running?' });
          return;
        }
        waiting.set(id, { kind: act.kind, settle: settleAct });
        socket.send(JSON.stringify({ ...act, id } satisfies FromPage));
      });
    },
  };
}
