import { type APIAttachment, ComponentType } from 'discord.js';
import type { Loose } from './components.ts';

/** What Discord adds to a component that leaves it out. */
const DEFAULTS: Readonly<Record<number, Loose>> = {
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.Container]: { accent_color: null, spoiler: false },
  [ComponentType.Separator]: { spacing: 1, divider: true },
  [ComponentType.Thumbnail]: { description: null, spoiler: false },
  [ComponentType.File]: { spoiler: false },
};

type Mutable = Record<string, unknown>;

/** Gives `attachment://` addresses their real ones; other media keep theirs. `newId` names media as Discord does. */
function resolveMedia(value: unknown, attachments: readonly APIAttachment[], newId: () => string): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveMedia(item, attachments, newId));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Mutable = {};
  for (const [key, item] of Object.entries(value)) copy[key] = resolveMedia(item, attachments, newId);
  for (const key of ['file', 'media', 'image', 'thumbnail'] as const) {
    const medium = copy[key] as Loose | undefined;
    if (typeof medium?.['url'] !== 'string') continue;
    const attachment = attachments.find(({ filename }) => medium['url'] === `attachment://${filename}`);
    const url = attachment?.url ?? medium['url'];
    const origin = attachment && { attachment_id: attachment.id, content_type: attachment.content_type };
    copy[key] = { ...medium, ...origin, id: newId(), url, proxy_url: url };
    if (key === 'file') Object.assign(copy, { name: attachment?.filename ?? null, size: attachment?.size ?? null });
    if (key === 'media' && copy['type'] === undefined) {
      Object.assign(copy, { description: copy['description'] ?? null, spoiler: copy['spoiler'] ?? false });
    }
  }
  return copy;
}

/** Numbers components in reading order from 1, where they bring no number of their own, and adds the defaults. */
function numberAll(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => numberAll(item, next));
  if (typeof value !== 'object' || value === null || !('type' in value)) return value;
  const component = value as Loose;
  const counted = next();
  const copy: Mutable = { ...DEFAULTS[Number(component['type'])], ...component };
  copy['id'] = Number(component['id'] ?? 0) > 0 ? component['id'] : counted;
  for (const key of ['components', 'accessory', 'component']) {
    if (key in component) copy[key] = numberAll(component[key], next);
  }
  return copy;
}

/** A message's components as Discord gives them back. */
export function completeComponents(
  components: unknown,
  attachments: readonly APIAttachment[],
  newId: () => string,
): unknown {
  let counter = 0;
  const next = () => {
    counter += 1;
    return counter;
  };
  return numberAll(resolveMedia(components ?? [], attachments, newId), next);
}

/** A message's embeds as Discord gives them back. */
export function completeEmbeds(embeds: unknown, attachments: readonly APIAttachment[], newId: () => string): unknown {
  const resolved = resolveMedia(embeds ?? [], attachments, newId) as readonly Loose[];
  return resolved.map((embed) => ({ type: 'rich', ...embed }));
}
