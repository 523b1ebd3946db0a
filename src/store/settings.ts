import { keyOf } from './keys.ts';
import type { Records } from './records.ts';
import type { Schema, Settings } from './types.ts';
import { type Kind, parseKept } from './values.ts';

/** What is in them is the caller's affair, whose schema knows older ones too; versions are of what is around them. */
export const settings: Kind<unknown> = { name: 'settings', migrations: [] };

/** Settings of one server on a store. */
export const settingsIn = <T>(
  records: Records,
  guildId: string | null,
  schema: Schema<T>,
  name = 'current',
): Settings<T> => {
  const key = keyOf('settings', guildId, name);
  const read = (kept: unknown): T | undefined =>
    kept === undefined
      ? undefined
      : parseKept(schema, kept, 'The settings of this server cannot be read. An administrator has to make them again.');
  return {
    get: async () => read(await records.get(settings, key)),
    set: async (value) => records.put(settings, [[key, schema.parse(value)]]),
    async change(edit) {
      let change: { readonly before: T | undefined; readonly after: T } | undefined;
      await records.change(settings, key, (kept) => {
        const before = read(kept);
        change = { before, after: schema.parse(edit(before)) };
        return change.after;
      });
      return change!;
    },
    delete: () => records.delete([key]),
  };
};
