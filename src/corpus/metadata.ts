/** What a web page says about its article: JSON-LD (schema.org), OpenGraph, other meta tags and `<time>`, in this order. */
import { tidy, webAddress } from './extract.ts';

/** As much of a DOM element as is used here. */
interface Element {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}
export interface Page {
  querySelectorAll(selector: string): Iterable<Element>;
}

export interface Metadata {
  readonly title: string | null;
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly author: string | null;
  /** The story, where JSON-LD carries it. */
  readonly body: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** https://schema.org/Article and the types below it that news sites use. */
const ARTICLE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting|AnalysisNewsArticle|WebPage)$/u;
const DEEPEST = 6;

/** Reads what stands in a page's head and beside its story. Never throws: what is malformed is not there. */
export function readMetadata(page: Page): Metadata {
  const article = articleIn(page);
  const meta = metaIn(page);
  const name = personIn(article?.['author']) ?? named(meta('author', 'article:author', 'dc.creator', 'parsely-author'));
  const source = nameOf(article?.['publisher']) ?? meta('og:site_name', 'application-name', 'dc.publisher');
  const title = tidy(article?.['headline']) ?? meta('og:title', 'twitter:title', 'dc.title') ?? first(page, 'title');
  return {
    title: title === null ? null : withoutSite(title, source),
    published:
      tidy(article?.['datePublished']) ??
      meta(
        'article:published_time',
        'og:published_time',
        'datepublished',
        'date',
        'dc.date',
        'dc.date.issued',
        'dcterms.date',
        'dcterms.created',
        'pubdate',
        'publishdate',
        'publish-date',
        'publication_date',
        'parsely-pub-date',
        'sailthru.date',
      ) ??
      attribute(page, 'time[itemprop~="datePublished"], time[pubdate]', 'datetime') ??
      attribute(page, 'article time[datetime], main time[datetime], time[datetime]', 'datetime'),
    source,
    url:
      webAddress(attribute(page, 'link[rel="canonical"]', 'href')) ??
      webAddress(meta('og:url')) ??
      webAddress(article?.['url']),
    author: name ?? named(first(page, '[itemprop~="author"], a[rel~="author"], .byline-name, .author-name')),
    body: typeof article?.['articleBody'] === 'string' ? article['articleBody'] : null,
  };
}

function articleIn(page: Page): Json | null {
  const found: Json[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      collect(JSON.parse(script.textContent ?? ''), found, 0);
    } catch {
      // Half of the web's JSON-LD is written by templates; a broken one says nothing.
    }
  }
  return found.find((node) => node['headline'] !== undefined || node['articleBody'] !== undefined) ?? found[0] ?? null;
}

function collect(value: unknown, found: Json[], depth: number): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  if (Array.isArray(value)) for (const item of value) collect(item, found, depth + 1);
  else {
    const node = value as Json;
    if ([node['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))) found.push(node);
    collect(node['@graph'], found, depth + 1);
    collect(node['mainEntity'], found, depth + 1);
  }
}

function metaIn(page: Page): (...names: string[]) => string | null {
  const values = new Map<string, string>();
  for (const tag of page.querySelectorAll('meta')) {
    const name = (
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop')
    )?.toLowerCase();
    const content = tidy(tag.getAttribute('content'));
    if (name && content && !values.has(name)) values.set(name, content);
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined) ?? null;
}

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(nameOf).find((name) => name !== null) ?? null;
  return tidy(typeof value === 'object' && value !== null ? (value as Json)['name'] : value);
}

function personIn(value: unknown): string | null {
  const names = [value].flat().flatMap((person) => named(nameOf(person)) ?? []);
  return names.length === 0 ? null : names.join(', ');
}

/** Some sites give an author's page where a name belongs. */
function named(name: string | null): string | null {
  return name === null || /^https?:/iu.test(name) ? null : name.replace(/^by\s+/iu, '');
}

function first(page: Page, selector: string): string | null {
  for (const element of page.querySelectorAll(selector)) return tidy(element.textContent);
  return null;
}

function attribute(page: Page, selector: string, name: string): string | null {
  for (const element of page.querySelectorAll(selector)) return tidy(element.getAttribute(name));
  return null;
}

/** "Headline | The Daily" → "Headline", where the site is known to be called so. */
function withoutSite(title: string, source: string | null): string {
  const parts = /^(?<headline>.+?)\s+[|–—-]\s+(?<site>[^|–—]+)$/u.exec(title)?.groups;
  return source && parts?.['site'] === source ? (parts['headline'] ?? title) : title;
}
