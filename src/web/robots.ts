/** What a site's robots.txt asks for (RFC 9309): kept for an hour a site, and bounded in every way a site could abuse. */
import robots from 'robots-parser';
import { refuse } from './refusal.ts';
import { WebRefusal } from './types.ts';

/** Bytes of a robots.txt that are read (RFC 9309, section 2.5, asks for 500 KiB). */
export const LONGEST_ROBOTS = 500 * 2 ** 10;
const MOST_SITES = 200;
/** Characters of rules that are kept of one site, and of those with wildcards, whose matching takes longest. */
const MOST_RULES = 100_000;
const MOST_WILDCARDS = 5_000;
const LONGEST_RULE = 1_000;
/** Milliseconds: how long an answer counts, and how long a failure does. */
const HOUR = 60 * 60 * 1_000;
const A_WHILE = 5 * 60 * 1_000;
/** Milliseconds: what a site asks for on top is not kept, because people are waiting. */
const LONGEST_DELAY = 10_000;

/** The answer to a request for robots.txt. `retryAfter` in seconds. */
export interface RobotsAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: number | null;
}

export interface Robots {
  /**
   * @param get fetches the robots.txt of the site, where it isn't known; one call serves all who ask meanwhile
   * @returns the least time between two requests to that site, in milliseconds
   * @throws WebRefusal `robots` when the site asks to leave that page alone, or cannot say at the moment
   */
  check(url: URL, get: (robots: URL) => Promise<RobotsAnswer>): Promise<number>;
}

interface Site {
  /** Null when its server is out of order. */
  readonly rules: ReturnType<typeof parse> | null;
  readonly retryAfter: number | null;
  readonly until: number;
}

/** @param product the bot's name as a robots.txt gives it */
export const createRobots = (product: string, now: () => number): Robots => {
  const sites = new Map<string, Site>();
  const asking = new Map<string, Promise<Site>>();

  const ask = async (url: URL, get: (robots: URL) => Promise<RobotsAnswer>): Promise<Site> => {
    const { status, text, retryAfter } = await get(url).catch(unlessRefusedHere);
    const broken = status >= 500 || status === 429;
    const found = status >= 200 && status < 300;
    const rules = broken ? null : parse(url, found ? rulesFor(product, text) : '');
    const site = { rules, retryAfter, until: now() + (broken || status === 0 ? A_WHILE : HOUR) };
    sites.delete(url.origin);
    sites.set(url.origin, site);
    const [oldest] = sites.keys();
    if (sites.size > MOST_SITES && oldest !== undefined) sites.delete(oldest);
    return site;
  };

  const siteOf = (url: URL, get: (robots: URL) => Promise<RobotsAnswer>): Promise<Site> | Site => {
    const known = sites.get(url.origin);
    if (known && known.until > now()) return known;
    const asked = asking.get(url.origin);
    if (asked !== undefined) return asked;
    const asks = ask(new URL('/robots.txt', url), get).finally(() => asking.delete(url.origin));
    asking.set(url.origin, asks);
    return asks;
  };

  return {
    async check(url, get) {
      const { rules, retryAfter } = await siteOf(url, get);
      if (!rules) {
        const message = 'That site cannot say at the moment whether programs may read it. Please try again later.';
        throw refuse('robots', { message, retryAfter });
      }
      if (rules.isAllowed(url.href, product) === false) throw refuse('robots');
      const delay = (rules.getCrawlDelay(product) ?? 0) * 1_000;
      return Math.min(Math.max(delay, 0), LONGEST_DELAY);
    },
  };
};

/** A site whose robots.txt cannot be had asks for nothing; but what is wrong with the site itself is said at once. */
const unlessRefusedHere = (error: unknown): RobotsAnswer => {
  const ours = ['address', 'port', 'busy', 'certificate'];
  if (!(error instanceof WebRefusal) || ours.includes(error.reason)) throw error;
  return { status: 0, text: '', retryAfter: null };
};

// The package's types say `default` where its CommonJS module is the function itself.
const robotsParser = robots as unknown as typeof robots.default;

const parse = (url: URL, rules: string) => robotsParser(url.href, rules);

/**
 * The rules of the groups that name the product, or of those for everyone, as one group. The parser itself would repeat
 * every rule for every user agent, so that a file of half a megabyte could fill the memory.
 */
const rulesFor = (product: string, text: string): string => {
  const groups = { own: [] as string[], all: [] as string[] };
  let named = false;
  let into = new Set<string[]>();
  let naming = false;
  for (const line of text.split(/\r\n?|\n/u)) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/iu.exec(line.slice(0, LONGEST_RULE + 100)) ?? [];
    const key = field.toLowerCase();
    if (key === 'user-agent') {
      if (!naming) into = new Set();
      naming = true;
      const agent = value.split('/')[0]?.trim().toLowerCase();
      if (agent === '*') into.add(groups.all);
      if (agent === product.toLowerCase()) {
        into.add(groups.own);
        named = true;
      }
    } else if (/^(?:allow|disallow|crawl-delay)$/u.test(key)) {
      naming = false;
      for (const group of into) group.push(`${key}: ${value.trim()}`);
    }
  }
  return ['user-agent: *', ...bounded(named ? groups.own : groups.all)].join('\n');
};

const bounded = (rules: readonly string[]): string[] => {
  let left = MOST_RULES;
  let wildcards = MOST_WILDCARDS;
  return rules.filter((rule) => {
    const size = rule.length;
    const wild = rule.includes('*');
    if (size > LONGEST_RULE || size > left || (wild && size > wildcards)) return false;
    left -= size;
    if (wild) wildcards -= size;
    return true;
  });
};
