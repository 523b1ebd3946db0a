import { phrase } from '../../src/discord/markdown.ts';
import { Refusal } from '../../src/discord/refusal.ts';

/** Where most people live; a menu holds 25 zones, and the window takes any other. */
const COMMON = [
  'UTC',
  'Europe/London',
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Madrid',
  'Europe/Athens',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Africa/Cairo',
  'Africa/Lagos',
  'Africa/Nairobi',
  'Africa/Johannesburg',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
] as const;

/** The commonest time zones, and the present one first when it is none of them; at most 25. */
export function zonesToChoose(present: string): readonly string[] {
  const zones = new Set([present, ...COMMON]);
  return COMMON.some((zone) => zone === present) ? COMMON : [...zones];
}

/** A time zone by its IANA name, old or new, in any spelling of its letters. Throws `Refusal`. */
export function readZone(typed: string): string {
  const zone = canonical(typed.trim().replaceAll(' ', '_'));
  if (zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)) return zone;
  throw new Refusal(phrase('setup.numbers.noZone'));
}

/** The one name that stands for all names of a zone; empty when there is no such zone. */
function canonical(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return '';
  }
}
