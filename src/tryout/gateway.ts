import { randomBytes } from 'node:crypto';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildCreate } from './entities.ts';
import { toGatewayEvent } from './events.ts';
import type { World } from './world.ts';

const PRIVILEGED = GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences;
/** Events a session may send in a minute. */
const SEND_LIMIT = 120;
/** Events a session can be resumed over. */
const MEMORY = 500;

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [index: number, count: number];
  /** The last events sent, for a resume; `forgotten` came before them. */
  readonly sent: { readonly t: string; readonly d: unknown }[];
  forgotten: number;
  socket: WebSocket | null;
}

/** A number is the code with which the connection is closed. */
export type GatewayFault = 'cut' | 'reconnect' | 'invalidate' | 'resumable' | number;

export interface Gateway {
  readonly server: WebSocketServer;
  /** Sends an event to the shard in charge; false when no session serves it. */
  dispatch(event: GatewayDispatchEvents, data: unknown, guildId: string | null): boolean;
  /** The shard of every IDENTIFY taken so far: its number, and of how many. */
  readonly identified: readonly (readonly [index: number, count: number])[];
  /** The numbers of the shards whose session is up. */
  shards(): readonly number[];
  /**
   * `cut` breaks the connection, `reconnect` asks for it (opcode 7), `invalidate` ends the session (opcode 9) and
   * `resumable` says with the same opcode that it may be resumed; a code closes it. Of all shards, or of one.
   */
  drop(how: GatewayFault, shard?: number): void;
  /** A half-open connection: nothing that comes in is read or answered, nothing is sent, until thawed. */
  freeze(frozen: boolean, shard?: number): void;
  close(): void;
}

export interface GatewayOptions {
  readonly world: World;
  /** `ws://…`, known once the port is. */
  readonly url: () => string;
  /** Ms. */
  readonly heartbeatInterval: number;
  readonly violate: (sentence: string) => void;
}

/** Gateway v10, JSON without compression. https://docs.discord.com/developers/events/gateway */
export function createGateway({ world, url, heartbeatInterval, violate }: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const sessions = new Map<string, Session>();
  const identified: [number, number][] = [];
  let allFrozen = false;
  const frozenShards = new Set<number>();

  function isFrozen(socket: WebSocket): boolean {
    if (allFrozen || frozenShards.size === 0) return allFrozen;
    return [...sessions.values()].some((one) => one.socket === socket && frozenShards.has(one.shard[0]));
  }

  function send(socket: WebSocket, payload: object): void {
    if (socket.readyState === socket.OPEN && !isFrozen(socket)) socket.send(JSON.stringify(payload));
  }

  function emit(session: Session, t: string, d: unknown): void {
    session.sent.push({ t, d });
    const s = session.forgotten + session.sent.length;
    if (session.socket) send(session.socket, { op: GatewayOpcodes.Dispatch, t, d, s });
    if (session.sent.length <= MEMORY) return;
    session.sent.shift();
    session.forgotten += 1;
  }

  function inCharge(session: Session, guildId: string | null): boolean {
    const [index, count] = session.shard;
    return index === (guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)));
  }

  function dispatch(event: GatewayDispatchEvents, data: unknown, guildId: string | null, intent = 0): boolean {
    const serving = [...sessions.values()].filter(
      (session) => inCharge(session, guildId) && (intent === 0 || (session.intents & intent) !== 0),
    );
    for (const session of serving) emit(session, event, data);
    return serving.length > 0;
  }

  function identify(socket: WebSocket, data: Record<string, unknown>): Session | null {
    if (data['token'] !== world.token) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return null;
    }
    const intents = Number(data['intents']);
    if (!Number.isInteger(intents) || intents < 0) {
      socket.close(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
      return null;
    }
    if ((intents & PRIVILEGED) !== 0) {
      violate(`identify: the intents ${intents} hold a privileged one`);
      socket.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
      return null;
    }
    const [index = 0, count = 1] = Array.isArray(data['shard']) ? data['shard'].map(Number) : [];
    if (!(index >= 0 && index < count)) {
      socket.close(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
      return null;
    }
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      intents,
      shard: [index, count],
      sent: [],
      forgotten: 0,
      socket,
    };
    for (const { id, shard, socket: old } of [...sessions.values()]) {
      const lost = old === null && shard[0] === index && shard[1] === count;
      if (lost) sessions.delete(id);
    }
    sessions.set(session.id, session);
    identified.push([index, count]);
    const guilds = [...world.guilds.values()].filter(({ id, bot }) => bot !== 'absent' && inCharge(session, id));
    emit(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user: world.bot,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: url(),
      shard: session.shard,
      application: { id: world.applicationId, flags: 0 },
    });
    if ((intents & GatewayIntentBits.Guilds) === 0) return session;
    for (const guild of guilds) {
      if (guild.bot === 'present') emit(session, GatewayDispatchEvents.GuildCreate, guildCreate(world, guild));
    }
    return session;
  }

  function resume(socket: WebSocket, data: Record<string, unknown>): Session | null {
    const session = sessions.get(String(data['session_id']));
    const seen = Number(data['seq']);
    const known = session && seen >= session.forgotten && seen <= session.forgotten + session.sent.length;
    if (!known || data['token'] !== world.token) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return null;
    }
    session.socket?.terminate();
    session.socket = socket;
    for (const [index, { t, d }] of session.sent.entries()) {
      const s = session.forgotten + index + 1;
      if (s > seen) send(socket, { op: GatewayOpcodes.Dispatch, t, d, s });
    }
    emit(session, GatewayDispatchEvents.Resumed, {});
    return session;
  }

  server.on('connection', (socket) => {
    let session: Session | null = null;
    let received: number[] = [];
    let lastBeat = Date.now();
    const watch = setInterval(() => {
      if (!isFrozen(socket) && Date.now() - lastBeat > heartbeatInterval * 2.5) {
        socket.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
      }
    }, heartbeatInterval);
    watch.unref();

    function receive(op: number, data: unknown): void {
      if (op === GatewayOpcodes.Heartbeat) {
        lastBeat = Date.now();
        send(socket, { op: GatewayOpcodes.HeartbeatAck });
      } else if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) {
        if (session?.socket === socket) {
          socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
          return;
        }
        const start = op === GatewayOpcodes.Identify ? identify : resume;
        session = start(socket, (data ?? {}) as Record<string, unknown>);
      } else if (!session) {
        socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
      } else if (op !== GatewayOpcodes.PresenceUpdate && op !== GatewayOpcodes.RequestGuildMembers) {
        socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
      }
    }

    socket.on('message', (bytes) => {
      if (isFrozen(socket)) return;
      const minuteAgo = Date.now() - 60_000;
      received = [...received.filter((at) => at > minuteAgo), Date.now()];
      if (received.length > SEND_LIMIT) {
        violate(`gateway: more than ${SEND_LIMIT} events in 60 s`);
        socket.close(GatewayCloseCodes.RateLimited, 'Rate limited.');
        return;
      }
      try {
        const { op, d } = JSON.parse(String(bytes)) as { op: number; d: unknown };
        receive(op, d);
      } catch {
        socket.close(GatewayCloseCodes.DecodeError, 'Decode error.');
      }
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      clearInterval(watch);
      if (session?.socket !== socket) return;
      session.socket = null;
      // The client says with 1000 or 1001 that it goes for good; anything else it may resume.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatInterval } });
  });

  const stopListening = world.listen((event) => {
    const made = toGatewayEvent(world, event);
    if (made) dispatch(made.name, made.data, made.guildId, made.intent);
  });

  function end(session: Session, socket: WebSocket, how: GatewayFault): void {
    if (how === 'cut') socket.terminate();
    else if (typeof how === 'number') socket.close(how);
    else if (how === 'reconnect') send(socket, { op: GatewayOpcodes.Reconnect, d: null });
    else {
      if (how === 'invalidate') sessions.delete(session.id);
      session.socket = null;
      send(socket, { op: GatewayOpcodes.InvalidSession, d: how === 'resumable' });
    }
  }

  return {
    server,
    identified,
    dispatch: (event, data, guildId) => dispatch(event, data, guildId),
    shards: () => [...sessions.values()].filter(({ socket }) => socket !== null).map(({ shard }) => shard[0]),
    drop(how, shard) {
      for (const session of [...sessions.values()]) {
        if (session.socket && (shard ?? session.shard[0]) === session.shard[0]) end(session, session.socket, how);
      }
    },
    freeze(frozen, shard) {
      if (shard === undefined) {
        allFrozen = frozen;
        frozenShards.clear();
      } else if (frozen) frozenShards.add(shard);
      else frozenShards.delete(shard);
    },
    close() {
      stopListening();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
