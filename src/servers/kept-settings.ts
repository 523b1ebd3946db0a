import type { Store } from '../store/types.ts';
import { isDamaged } from './collection.ts';
import { DEFAULTS, type ServerSettings, settingsSchema } from './settings.ts';

/**
 * A server's settings as they are kept. Where they cannot be read, nothing may be shown that an administrator wanted hidden:
 * the usual ones, with private answers.
 * @throws StoreError when the store cannot be read at all
 */
export const readSettings = async (
  store: Store,
  guildId: string,
  report: (sentence: string) => void = () => {},
): Promise<ServerSettings> => {
  try {
    return (await store.settings(guildId, settingsSchema).get()) ?? DEFAULTS;
  } catch (error) {
    if (!isDamaged(error)) throw error;
    report(`The settings of server ${guildId} cannot be read; the usual ones hold there, with private answers.`);
    return { ...DEFAULTS, visibility: 'private' };
  }
};
