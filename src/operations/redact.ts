/** What stands in the place of a secret. */
export const gone = '[redacted]';

/** Whoever knows an interaction's or a webhook's token may answer in its place. */
const addresses = /\/((?:interactions|webhooks)\/\d+)\/[\w.~%-]+/g;
const authorization = /\b(Bot|Bearer|Basic) [\w.~+/=-]{8,}/g;
/** `user:password@` in the address of a store or a proxy. */
const credentials = /(\b[a-z][a-z0-9+]*:\/\/)[^\s/?#@"\\]*@/gi;

/** Makes the function that cuts secrets out of a line: these, to the letter, and whatever has the form of one. */
export const redactor = (secrets: readonly string[]): ((line: string) => string) => {
  const known = secrets.filter((secret) => secret !== '');
  return (line) => {
    const scrubbed = line
      .replace(addresses, `/$1/${gone}`)
      .replace(authorization, `$1 ${gone}`)
      .replace(credentials, `$1${gone}@`);
    return known.reduce((text, secret) => text.replaceAll(secret, gone), scrubbed);
  };
};

/**
 * What is told of an error: an errno, Discord's code and status, its route; and its causes, three deep. The body of a
 * request that Discord refused is left out: it is what somebody asked, and what they were told.
 */
export const reduceError = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  const { code, status, method, url, trouble } = error as Error & Record<string, unknown>;
  const known = Object.entries({ code, status, method, url, trouble }).filter(([, value]) => isShort(value));
  return {
    type: name,
    message,
    stack,
    ...Object.fromEntries(known),
    ...(cause !== undefined && depth < 3 && { cause: reduceError(cause, depth + 1) }),
  };
};

const isShort = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.length <= 300);
