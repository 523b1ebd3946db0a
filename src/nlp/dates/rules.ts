/** All rules. The longest match wins; between equally long ones, the one that stands first here. */

import type { Rule } from './rule.ts';
import { DAY_RULES } from './rules-days.ts';
import { DURATION_RULES } from './rules-durations.ts';
import { QUARTER_RULES } from './rules-quarters.ts';
import { RELATIVE_RULES } from './rules-relative.ts';
import { SEASON_RULES } from './rules-seasons.ts';
import { TIME_RULES } from './rules-times.ts';
import { VAGUE_RULES } from './rules-vague.ts';
import { YEAR_RULES } from './rules-years.ts';

export const RULES: readonly Rule[] = [
  ...DAY_RULES,
  ...YEAR_RULES,
  ...TIME_RULES,
  ...SEASON_RULES,
  ...QUARTER_RULES,
  ...RELATIVE_RULES,
  ...DURATION_RULES,
  ...VAGUE_RULES,
];

/** Matches where any rule does: most words begin no expression, and one test tells. */
export const ANY_RULE = new RegExp(RULES.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'y');
