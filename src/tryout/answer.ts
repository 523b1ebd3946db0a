/** What is wrong with one part of a request: where it stands in the body, and why. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What the REST API answers. No body means 204. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Set on every refusal that the bot brought on itself. */
  readonly violation?: string;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export const NO_CONTENT: Answer = { status: 204 };

/** A refusal in Discord's words. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export function refuse(status: number, code: number, message: string): Answer {
  return { status, body: { message, code }, violation: `${message} (${code})` };
}

/** Error 50035 with the problems nested the way Discord nests them: `{components: {0: {_errors: [...]}}}`. */
export function refuseForm(problems: readonly Problem[]): Answer {
  const errors: Record<string, unknown> = {};
  for (const { path, message } of problems) {
    let level = errors;
    for (const key of path) {
      level[key] ??= {};
      level = level[key] as Record<string, unknown>;
    }
    level['_errors'] = [...((level['_errors'] as unknown[]) ?? []), { code: 'INVALID_FORM_BODY', message }];
  }
  return {
    status: 400,
    body: { message: 'Invalid Form Body', code: 50035, errors },
    violation: problems.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; '),
  };
}
