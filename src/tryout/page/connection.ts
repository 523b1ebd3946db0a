import type { FromPage, PayloadQuery, ToPage } from '../protocol.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Something the reader does; the connection numbers it. */
type Act = WithoutId<FromPage | PayloadQuery>;

/** What came of an act. `modal` means that the bot answered with a form, which arrives through `receive` too. */
export type Outcome = Extract<ToPage, { readonly id: string }>;

export interface Connection {
  /** Resolves when the bot has acknowledged the act or failed to; never rejects. */
  perform(act: Act): Promise<Outcome>;
  /** Leaves and comes in again at once, at the address as it is now. */
  reopen(): void;
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
 * Keeps a WebSocket to the address that `url` gives open, trying again with growing pauses. After a loss every open act fails, and the server
 * greets anew with a full `hello`.
 */
export function connect(url: () => string, listeners: Listeners): Connection {
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

  const failAll = (): void => {
    for (const id of [...waiting.keys()]) {
      settle({ kind: 'failed', id, reason: 'The connection to the local Discord was lost.' });
    }
  };

  const open = (): void => {
    const current = new WebSocket(url());
    socket = current;
    current.addEventListener('open', () => {
      pause = RETRY_AFTER.first;
      listeners.status(true);
    });
    current.addEventListener('message', (event) => {
      if (current !== socket) return;
      const message = JSON.parse(String(event.data)) as ToPage;
      listeners.receive(message);
      if ('id' in message) settle(message);
    });
    current.addEventListener('close', () => {
      if (current !== socket) return;
      listeners.status(false);
      failAll();
      setTimeout(open, pause);
      pause = Math.min(pause * 2, RETRY_AFTER.most);
    });
  };
  open();

  return {
    reopen() {
      const old = socket;
      failAll();
      open();
      old?.close();
    },
    perform(act) {
      acts += 1;
      const id = String(acts);
      return new Promise((settleAct) => {
        if (socket?.readyState !== WebSocket.OPEN) {
          settleAct({ kind: 'failed', id, reason: 'There is no connection to the local Discord. Is it running?' });
          return;
        }
        waiting.set(id, { kind: act.kind, settle: settleAct });
        socket.send(JSON.stringify({ ...act, id } satisfies FromPage | PayloadQuery));
      });
    },
  };
}
