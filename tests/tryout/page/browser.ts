import { existsSync } from 'node:fs';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether there is a Chromium to test with; says so when there is none. */
export function hasChromium(): boolean {
  const found = existsSync(executablePath);
  if (!found) console.warn(`No Chromium at ${executablePath}: set CHROMIUM_PATH to test the page in one.`);
  return found;
}

export const launchChromium = () =>
  chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Visit {
  readonly page: Page;
  /** Errors on the console and in scripts, and requests that failed. */
  readonly troubles: readonly string[];
  /** Every host that was asked for something, WebSockets included. */
  readonly hosts: ReadonlySet<string>;
  /** Bytes of all responses so far as they came, head and body, and of all that came through WebSockets. */
  received(): number;
}

/** Opens a page in a context of its own, watched from its first byte. */
export async function visit(
  url: string,
  newPage: (options: BrowserContextOptions) => Promise<Page>,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const page = await newPage({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  page.setDefaultTimeout(8_000);
  const troubles: string[] = [];
  const hosts = new Set<string>();
  let bytes = 0;
  const note = (address: string) => {
    if (!address.startsWith('data:')) hosts.add(new URL(address).host);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('requestfailed', (request) => troubles.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => {
    note(socket.url());
    socket.on('framereceived', ({ payload }) => {
      bytes += Buffer.byteLength(payload);
    });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url);
  await page.getByRole('region', { name: 'Start here' }).waitFor();
  return { page, troubles, hosts, received: () => bytes };
}
