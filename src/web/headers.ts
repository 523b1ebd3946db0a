/** What the headers of an answer say, read without trust. */

/** As undici gives them: names in lower case, several lines of one name in an array. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A strong or weak entity tag (RFC 9110, section 8.8.3), of a length that is worth keeping. */
const ETAG = /^(?:W\/)?"[\x21\x23-\x7e]{0,200}"$/u;
const WEEK = 7 * 24 * 60 * 60;

/** The value of a header; of several lines, joined as one list. */
export const header = (headers: Headers, name: string): string | null => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
};

/** The etag if it is one; a header is never made of anything else. */
export const etagIn = (text: string | null | undefined): string | null => {
  const etag = text?.trim() ?? '';
  return ETAG.test(etag) ? etag : null;
};

/** The date in an HTTP header, to the letter, because servers compare it so. */
export const httpDateIn = (text: string | null | undefined): string | null =>
  /^[\w,: +-]{10,40}$/u.test(text ?? '') && !Number.isNaN(Date.parse(text ?? '')) ? (text ?? null) : null;

/** Seconds to wait (RFC 9110, section 10.2.3), a week at most; null if nothing can be read. @param now milliseconds */
export const retryAfterIn = (text: string | null, now: number): number | null => {
  const value = text?.trim() ?? '';
  const seconds = /^\d+$/u.test(value) ? Number(value) : Math.ceil((Date.parse(httpDateIn(value) ?? '') - now) / 1_000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), WEEK);
};

/** Seconds that an answer stays current (RFC 9111, section 5.2.2.1); null if it says nothing, or forbids to keep it. */
export const maxAgeIn = (text: string | null): number | null => {
  if (text === null || /\bno-(?:store|cache)\b/iu.test(text)) return null;
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(?<seconds>\d{1,10})\b/iu.exec(text)?.groups?.['seconds'];
  return seconds === undefined ? null : Number(seconds);
};
