import { createPublicKey, type KeyObject } from 'node:crypto';
import type { World } from './world.ts';

/** What the application is set to besides its name. */
export interface ApplicationState {
  readonly endpoint: string | null;
  /** The public half of the key that signs interactions. */
  readonly verifyKey: string;
}

/** The 32 bytes of an Ed25519 public key in hexadecimal, as the developer portal shows it. */
export function verifyKeyOf(privateKey: KeyObject): string {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return der.subarray(-32).toString('hex');
}

/** The application as `GET /applications/@me` answers it. */
export function applicationObject(world: World, { endpoint, verifyKey }: ApplicationState): object {
  const [owner] = world.people;
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: verifyKey,
    flags: 0,
    flags_new: '0',
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    owner: owner?.user,
    team: null,
    approximate_guild_count: [...world.guilds.values()].filter(({ bot }) => bot !== 'absent').length,
    approximate_user_install_count: world.people.filter(({ installed }) => installed).length,
    approximate_user_authorization_count: 0,
    redirect_uris: [],
    interactions_endpoint_url: endpoint,
    role_connections_verification_url: null,
    integration_types_config: { 0: {}, 1: {} },
    event_webhooks_status: 1,
  };
}
