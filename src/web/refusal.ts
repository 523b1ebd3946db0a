/** Every way to be refused, and the sentences that say what to do. None shows an address or repeats what a server wrote. */
import { errors } from 'undici';
import { type Reason, type RefusalDetails, WebRefusal } from './types.ts';

/** What to do where the page is there for people, but not for programs. */
export const SAVE_IT = 'Please save the page and add it as a file instead.';

const sentences: Readonly<Record<Exclude<Reason, 'status' | 'size'>, string>> = {
  url: 'That is not a web address that I can read. Please paste the whole link, beginning with https://.',
  scheme: 'I open only links that begin with https:// or http://. Please paste one of those.',
  credentials: 'That link has a user name or a password in it, so I do not open it. Please paste it without them.',
  port: 'That link names an unusual port, so I do not open it. Please paste the address of a public web page.',
  address:
    'That link leads to an address inside a network, so I do not open it. Please paste the address of a public web page.',
  redirects: 'That link leads on and on to other links. Please paste the address of the page where it ends.',
  robots: `That site asks programs not to read this page, so I do not open it. ${SAVE_IT}`,
  type: 'That link leads to something other than text. Please paste a link to a page, a PDF, a Word document, a text or a feed.',
  time: `That site took too long to answer, so I stopped. Please try again later. ${SAVE_IT}`,
  certificate: 'That site cannot prove that it is what it says (its certificate is not valid), so I do not open it.',
  protocol: 'What answers there is not a proper web site. Please check the link.',
  damaged: 'What that site sent is damaged and cannot be unpacked. Please try again later.',
  unreachable: 'I cannot reach that site. Please check the link, or try again later.',
  busy: 'I am fetching many links already. Please try again in a minute.',
};

/** A refusal with its usual sentence, or another one where that tells more. */
export const refuse = (
  reason: Exclude<Reason, 'status' | 'size'>,
  { message, ...details }: RefusalDetails & { readonly message?: string } = {},
): WebRefusal => new WebRefusal(reason, message ?? sentences[reason], details);

export const refuseDowngrade = (): WebRefusal =>
  refuse('redirects', {
    message:
      'That link leads from a secure page to one that is not, so I stopped. Please paste the address of the page itself.',
  });

/** @param limit bytes */
export const refuseSize = (limit: number): WebRefusal => {
  const size = limit >= 2 ** 20 ? `${Math.round(limit / 2 ** 20)} MB` : `${Math.ceil(limit / 2 ** 10)} KB`;
  return new WebRefusal(
    'size',
    `What that link leads to is larger than ${size}. Please paste a link to a shorter text.`,
  );
};

/** For an answer other than success. `retryAfter` in seconds, as the server gave it. */
export const refuseStatus = (status: number, retryAfter: number | null): WebRefusal =>
  new WebRefusal('status', statusSentence(status), { status, retryAfter });

const statusSentence = (status: number): string => {
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451) {
    return `That site does not let me read this page. ${SAVE_IT}`;
  }
  if (status === 404) return 'There is no page at that link. Please check it.';
  if (status === 410) return 'That page was taken down for good. Please remove the link, or paste another one.';
  if (status === 429) return 'That site says that I ask too often. Please try again later.';
  if (status >= 500) return 'That site is out of order at the moment. Please try again later.';
  return 'That site gave no page for this link. Please check it.';
};

const CERTIFICATE =
  /^(?:CERT_|CRL_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|INVALID_CA$|HOSTNAME_MISMATCH$|PATH_LENGTH|INVALID_PURPOSE$)/u;
const UNPACKING = /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING|ERR_TRAILING_JUNK)/u;

/** What went wrong with a connection or an answer, as a refusal; one that is already stays as it is. */
export const refusalOf = (error: unknown): WebRefusal => {
  if (error instanceof WebRefusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const cause = { cause: error };
  if (/TIMEOUT|ETIMEDOUT/u.test(code)) return refuse('time', cause);
  if (error instanceof errors.HTTPParserError || code.startsWith('HPE_')) return refuse('protocol', cause);
  if (error instanceof errors.HeadersOverflowError) return refuse('protocol', cause);
  if (CERTIFICATE.test(code)) return refuse('certificate', cause);
  if (UNPACKING.test(code)) return refuse('damaged', cause);
  return refuse('unreachable', cause);
};
