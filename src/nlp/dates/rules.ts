/** All rules. The longest match wins; between equally long ones, the one that stands first here. */

import type { Rule } from './rule.ts';
import { CALENDAR_RULES } from './rules-calendar.ts';
import { DURATION_RULES } from './rules-durations.ts';
import { PART_RULES } from './rules-parts.ts';
import { RELATIVE_RULES } from './rules-relative.ts';
import { TIME_RULES } from './rules-times.ts';
import { VAGUE_RULES } from './rules-vague.ts';

export const RULES: readonly Rule[] = [
  ...CALENDAR_RULES,
  ...TIME_RULES,
  ...PART_RULES,
  ...RELATIVE_RULES,
  ...DURATION_RULES,
  ...VAGUE_RULES,
];

/** Matches where any rule does: most words begin no expression, and one test tells. */
export const ANY_RULE = new RegExp(RULES.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'y');
