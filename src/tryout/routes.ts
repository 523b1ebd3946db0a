import type { Answer } from './answer.ts';
import type { Loose } from './components.ts';
import type { UploadedFile } from './http.ts';

/** One request of the bot, parsed. */
export interface Call {
  /** `METHOD /template`. */
  readonly request: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body; `{}` when there is none. */
  readonly body: Loose;
  /** The JSON body when it is an array. */
  readonly list: readonly Loose[];
  readonly files: readonly UploadedFile[];
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the OpenAPI description writes it: `/channels/{channel_id}/messages`. */
  readonly path: string;
  /** The interaction's token in the path is the authority; no `Authorization` is asked for. */
  readonly byInteractionToken?: true;
  handle(call: Call): Answer | Promise<Answer>;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a path below `/api/v10`. Literal segments win over parameters. */
export function createMatcher(routes: readonly Route[]): (method: string, path: string) => Match | null {
  const compiled = routes
    .map((route) => ({
      route,
      pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
      parameters: route.path.split('{').length,
    }))
    .sort((one, other) => one.parameters - other.parameters);

  return (method, rawPath) => {
    // discord.js sends `%40original`.
    const path = rawPath.replaceAll('%40', '@');
    for (const { route, pattern } of compiled) {
      const found = route.method === method ? pattern.exec(path) : null;
      if (!found) continue;
      const params = Object.entries(found.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)]);
      return { route, params: Object.fromEntries(params) };
    }
    return null;
  };
}
