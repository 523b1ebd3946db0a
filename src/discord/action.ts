import { limits } from './limits.ts';
import type { Action } from './types.ts';

/** Counts up when old components could no longer be understood; they are then answered with a plain sentence. */
const version = '1';

/**
 * The `custom_id` of an action: `1/ask/context/a1/0/20`, that is version, command, verb and arguments.
 * @throws when it would be longer than the 100 characters that Discord takes
 */
export const encodeAction = ({ command, verb, args }: Action): string => {
  const id = [version, command, verb, ...args].map(encodePart).join('/');
  if (id.length > limits.customId)
    throw new RangeError(`The custom_id of ${command}/${verb} has ${id.length} characters, Discord takes 100: ${id}`);
  return id;
};

/** The action of a `custom_id`, or null when this version wrote no such thing. */
export const decodeAction = (id: string): Action | null => {
  const [written, ...parts] = id.split('/');
  if (written !== version || !parts.every(isEncoded)) return null;
  const [command, verb, ...args] = parts.map(decodePart);
  return command && verb ? { command, verb, args } : null;
};

// Only the separator and the escape sign itself are written as codes, so that ids in any script stay short.
const encodePart = (part: string): string => part.replace(/%/g, '%25').replace(/\//g, '%2F');
const decodePart = (part: string): string => part.replace(/%2F/g, '/').replace(/%25/g, '%');
const isEncoded = (part: string): boolean => !/%(?!25|2F)/.test(part);
